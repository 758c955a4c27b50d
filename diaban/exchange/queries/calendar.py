"""A month as a person's calendar shows it: events, planned visits, promises that fall due."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from uuid import UUID

from django.db.models import Prefetch
from django.urls import reverse

from diaban.exchange.models import CommuneEvent
from diaban.exchange.policies import visible_events, visible_invitations
from diaban.exchange.rules import InvitationState
from diaban.fieldwork.policies import visible_commitments, visible_difficulties, visible_visits
from diaban.fieldwork.rules import CommitmentState, DifficultyState, VisitState
from diaban.kit.actors import Actor
from diaban.kit.clock import at_hanoi, local_date
from diaban.kit.text import slugify_vi
from diaban.obligations.policies import visible_obligations
from diaban.obligations.rules import ObligationKind
from diaban.planning.rules import EventKind

SEALED = {ObligationKind.COMMUNE_ASSESSMENT}
DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Entry:
    """Something on a day. `starts_at` where it has an hour; `off` when it does not take place."""

    uid: str
    on: date
    kind: str
    title: str
    href: str
    place: str = ""
    starts_at: datetime | None = None
    ends_at: datetime | None = None
    off: bool = False


def entries(actor: Actor, first: date, last: date) -> dict[date, list[Entry]]:
    """By day, both ends included; within a day those with an hour come after the others. A fixed number of queries."""
    found: dict[date, list[Entry]] = defaultdict(list)
    for source in (_due, _promises, _answers, _planned, _events):
        for entry in source(actor, first, last):
            found[entry.on].append(entry)
    return {day: sorted(found[day], key=_place) for day in sorted(found)}


def _place(entry: Entry) -> tuple[bool, str, str]:
    return entry.starts_at is not None, str(entry.starts_at or ""), entry.title


def _events(actor: Actor, first: date, last: date) -> Iterator[Entry]:
    answers = Prefetch("invitations", visible_invitations(actor))
    rows = visible_events(actor).filter(starts_at__gte=at_hanoi(first, 0), starts_at__lt=at_hanoi(last, 0) + DAY)
    for event in rows.select_related("commune").prefetch_related(answers).order_by("starts_at", "id"):
        declined = any(one.state == InvitationState.DECLINED for one in event.invitations.all())
        yield _event(event, off=bool(event.called_off_at) or declined)


def _event(event: CommuneEvent, *, off: bool) -> Entry:
    return Entry(
        uid=_uid("su-kien", event.pk),
        on=local_date(event.starts_at),
        kind="Sự kiện",
        title=f"{event.title}, {event.commune}",
        href=reverse("exchange:event", args=[event.pk]),
        place=event.place,
        starts_at=event.starts_at,
        ends_at=event.ends_at,
        off=off,
    )


def _planned(actor: Actor, first: date, last: date) -> Iterator[Entry]:
    """Visits without an event of their own: that one stands in the calendar already."""
    invited = visible_invitations(actor).filter(visit__isnull=False).values("visit_id")
    rows = visible_visits(actor).filter(state=VisitState.PLANNED, visited_on__range=(first, last))
    for visit in rows.exclude(pk__in=invited).select_related("commune").order_by("visited_on", "id"):
        title = f"{EventKind(visit.event_kind).label}, {visit.commune}"
        href = reverse("fieldwork:visit", args=[visit.pk])
        yield Entry(_uid("chuyen-di", visit.pk), visit.visited_on, "Chuyến đi dự kiến", title, href, visit.place)


def _promises(actor: Actor, first: date, last: date) -> Iterator[Entry]:
    rows = visible_commitments(actor).filter(state=CommitmentState.OPEN, due_on__range=(first, last))
    for one in rows.select_related("commune").order_by("due_on", "id"):
        href = reverse("fieldwork:commitment", args=[one.pk])
        yield Entry(_uid("cam-ket", one.pk), one.due_on, "Hạn cam kết", f"{one.text} ({one.commune})", href)


def _answers(actor: Actor, first: date, last: date) -> Iterator[Entry]:
    rows = visible_difficulties(actor).filter(state=DifficultyState.ROUTED, due_on__range=(first, last))
    for one in rows.select_related("commune").order_by("due_on", "id"):
        if one.due_on:
            href = reverse("fieldwork:difficulty", args=[one.pk])
            yield Entry(_uid("kho-khan", one.pk), one.due_on, "Hạn trả lời", f"Khó khăn của {one.commune}", href)


def _due(actor: Actor, first: date, last: date) -> Iterator[Entry]:
    rows = visible_obligations(actor).filter(received_on=None, closed_on=None, due_on__range=(first, last))
    counted: dict[tuple[date, str], int] = defaultdict(int)
    for one in rows.exclude(kind__in=SEALED).order_by("due_on", "id"):
        counted[one.due_on, one.called] += 1
    for (day, name), count in counted.items():
        said = name if count == 1 else f"{name}: {count} nơi chưa gửi"
        yield Entry(f"han-{day:%Y%m%d}-{slugify_vi(name)}@dia-ban", day, "Hạn gửi", said, "")


def _uid(kind: str, pk: UUID) -> str:
    return f"{kind}-{pk}@dia-ban"
