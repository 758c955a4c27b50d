"""Everything that happened in a commune, the newest first: of the unit itself and, labelled, of those it came from."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from heapq import merge
from itertools import islice
from typing import Any

from django.db.models import QuerySet
from django.urls import reverse

from diaban.exchange.policies import visible_bulletins, visible_events
from diaban.fieldwork.models import DifficultyStep
from diaban.fieldwork.policies import (
    visible_difficulties,
    visible_innovations,
    visible_supports,
    visible_visits,
)
from diaban.fieldwork.rules import DifficultyState, VisitState
from diaban.kit import formats
from diaban.kit.actors import Actor
from diaban.kit.clock import at_hanoi, local_date
from diaban.places.models import Unit, UnitSuccession
from diaban.planning.policies import visible_programmes
from diaban.planning.rules import EventKind, ProgrammeState

PAGE = 30


@dataclass(frozen=True, slots=True, order=True)
class Happening:
    """`kind` is the key of a filter. `unit` names the former unit where it happened, empty for the commune itself."""

    on: date
    kind: str
    title: str
    href: str
    text: str = ""
    unit: str = ""


KINDS: Mapping[str, tuple[str, str]] = {
    "chuyen-di": ("Chuyến đi", "pin"),
    "kho-khan": ("Khó khăn", "flag"),
    "tra-loi": ("Trả lời", "chat"),
    "ho-tro": ("Hỗ trợ", "users"),
    "ban-tin": ("Bản tin", "news"),
    "su-kien": ("Sự kiện", "cal"),
    "mo-hinh": ("Mô hình", "edit"),
    "chuong-trinh": ("Chương trình", "doc"),
    "dia-gioi": ("Địa giới", "swap"),
}
"""What each sort is called, and its icon."""


@dataclass(frozen=True, slots=True)
class Timeline:
    happenings: list[Happening]
    page: int
    more: bool


def timeline(actor: Actor, commune: Unit, *, today: date, kind: str = "", page: int = 1, size: int = PAGE) -> Timeline:
    """One page of it. Each source gives no more than is needed up to that page; their number is fixed.

    Neither a merger of which the lists know nor an event that was announced is part of it before its day.
    """
    origins = list(commune.origins.filter(on__lte=today).select_related("old"))
    units = {commune.pk: "", **{one.old_id: _former(one) for one in origins}}
    wanted = page * size + 1
    chosen: list[Iterable[Happening]] = [
        source(actor, units, wanted) for key, source in SOURCES.items() if kind in {"", key}
    ]
    if kind in {"", "su-kien"}:
        chosen.append(_events(actor, units, wanted, before=at_hanoi(today + timedelta(days=1), 0)))
    if kind in {"", "dia-gioi"}:
        chosen.append(_borders(commune, origins, today))
    newest = merge(*(sorted(one, reverse=True) for one in chosen), reverse=True)
    found = list(islice(newest, wanted))
    return Timeline(found[(page - 1) * size : page * size], page, len(found) > page * size)


def _former(succession: UnitSuccession) -> str:
    return f"{succession.old.name} (cũ), đến trước {formats.day(succession.on)}"


def _rows(records: QuerySet[Any], units: Mapping[int, str], order: str, wanted: int) -> Iterable[Any]:
    return records.filter(commune_id__in=units).order_by(f"-{order}", "-id")[:wanted]


def _visits(actor: Actor, units: Mapping[int, str], wanted: int) -> Iterator[Happening]:
    for one in _rows(visible_visits(actor).filter(state=VisitState.DONE), units, "visited_on", wanted):
        href = reverse("fieldwork:visit", args=[one.pk])
        title = EventKind(one.event_kind).label + (f", {one.place}" if one.place else "")
        yield Happening(one.visited_on, "chuyen-di", title, href, one.outcome, units[one.commune_id])


def _difficulties(actor: Actor, units: Mapping[int, str], wanted: int) -> Iterator[Happening]:
    for one in _rows(visible_difficulties(actor), units, "raised_on", wanted):
        href = reverse("fieldwork:difficulty", args=[one.pk])
        yield Happening(one.raised_on, "kho-khan", one.title, href, one.description, units[one.commune_id])


def _answers(actor: Actor, units: Mapping[int, str], wanted: int) -> Iterator[Happening]:
    seen = visible_difficulties(actor).filter(commune_id__in=units)
    steps = DifficultyStep.objects.filter(difficulty__in=seen, state=DifficultyState.ANSWERED)
    for one in steps.select_related("difficulty").order_by("-at", "-id")[:wanted]:
        about = one.difficulty
        href = reverse("fieldwork:difficulty", args=[about.pk])
        title = f"{one.by_name} trả lời: {about.title}"
        yield Happening(local_date(one.at), "tra-loi", title, href, one.text, units[about.commune_id])


def _supports(actor: Actor, units: Mapping[int, str], wanted: int) -> Iterator[Happening]:
    for one in _rows(visible_supports(actor).select_related("agency"), units, "supported_on", wanted):
        href = reverse("fieldwork:support", args=[one.pk])
        value = f", {formats.money(one.value_vnd)}" if one.value_vnd else ""
        said = f"{one.agency}{value}"
        yield Happening(one.supported_on, "ho-tro", one.content, href, said, units[one.commune_id])


def _bulletins(actor: Actor, units: Mapping[int, str], wanted: int) -> Iterator[Happening]:
    for one in _rows(visible_bulletins(actor), units, "sent_at", wanted):
        href = reverse("exchange:bulletin", args=[one.pk])
        yield Happening(local_date(one.sent_at), "ban-tin", one.title, href, "", units[one.commune_id])


def _events(actor: Actor, units: Mapping[int, str], wanted: int, *, before: datetime) -> Iterator[Happening]:
    for one in _rows(visible_events(actor).filter(starts_at__lt=before), units, "starts_at", wanted):
        off = "Đã hủy: " + one.called_off_reason if one.called_off_at else one.place
        href = reverse("exchange:event", args=[one.pk])
        yield Happening(local_date(one.starts_at), "su-kien", one.title, href, off, units[one.commune_id])


def _innovations(actor: Actor, units: Mapping[int, str], wanted: int) -> Iterator[Happening]:
    for one in _rows(visible_innovations(actor), units, "proposed_on", wanted):
        href = reverse("fieldwork:innovation", args=[one.pk])
        yield Happening(one.proposed_on, "mo-hinh", one.title, href, one.content, units[one.commune_id])


def _programmes(actor: Actor, units: Mapping[int, str], wanted: int) -> Iterator[Happening]:
    sent = visible_programmes(actor).exclude(state=ProgrammeState.DRAFT)
    for one in _rows(sent, units, "submitted_at", wanted):
        title = f"Chương trình theo dõi năm {one.year}" + (f", bản {one.version}" if one.version > 1 else "")
        href = reverse("planning:programme", args=[one.pk])
        said = ProgrammeState(one.state).label
        yield Happening(_day(one.submitted_at), "chuong-trinh", title, href, said, units[one.commune_id])


def _day(moment: datetime | None) -> date:
    return local_date(moment) if moment else date.min


def _borders(commune: Unit, origins: list[UnitSuccession], today: date) -> list[Happening]:
    """Mergers: what it came from, and what it went into."""
    into = [
        Happening(one.on, "dia-gioi", f"{one.old.name} nhập vào {commune.name}", "", "Hồ sơ cũ giữ nguyên nơi xảy ra.")
        for one in origins
        if one.old.name != commune.name or one.old.code != commune.code
    ]
    gone = [
        Happening(one.on, "dia-gioi", f"{commune.name} nhập vào {one.new.name}", "", "Hồ sơ của xã giữ nguyên.")
        for one in commune.successions.filter(on__lte=today).select_related("new")
    ]
    return into + gone


SOURCES = {
    "chuyen-di": _visits,
    "kho-khan": _difficulties,
    "tra-loi": _answers,
    "ho-tro": _supports,
    "ban-tin": _bulletins,
    "mo-hinh": _innovations,
    "chuong-trinh": _programmes,
}
