"""Directives are registered, swapped days entered and taken out again."""

from __future__ import annotations

from datetime import date, datetime

from django.db import transaction

from diaban.kit import audit
from diaban.kit.actors import Actor
from diaban.kit.errors import RuleBroken
from diaban.kit.objections import demand
from diaban.kit.text import nfc
from diaban.places.models import Unit
from diaban.regulations import policies
from diaban.regulations.models import CalendarDay, Directive
from diaban.regulations.rules.directives import DayKind, DirectiveKind
from diaban.regulations.rules.vietnam import FIRST_YEAR, LAST_YEAR


@transaction.atomic
def register_directive(
    *,
    province: Unit | None,
    kind: DirectiveKind,
    number: int,
    symbol: str,
    issued_on: date,
    issuer: str,
    title: str,
    by: Actor,
    at: datetime,
    abstract: str = "",
    source: str = "",
    starts_on: date | None = None,
    ends_on: date | None = None,
    amends: Directive | None = None,
) -> Directive:
    """Enter a document in the register; one already there (same kind, symbol and day) is returned unchanged."""
    demand(policies.may_regulate(by, province), "Chỉ Ban Tổ chức Tỉnh ủy được ghi sổ văn bản chỉ đạo của tỉnh mình.")
    known = Directive.objects.filter(province=province, kind=kind, symbol=nfc(symbol), issued_on=issued_on).first()
    if known:
        return known
    directive = Directive.objects.create(
        province=province,
        kind=kind,
        number=number,
        symbol=nfc(symbol),
        issued_on=issued_on,
        starts_on=starts_on or issued_on,
        ends_on=ends_on,
        issuer=nfc(issuer),
        title=nfc(title),
        abstract=nfc(abstract),
        source=source,
        amends=amends,
    )
    audit.record("directive.registered", directive, by=by, at=at, symbol=directive.symbol)
    return directive


@transaction.atomic
def replace_directive(*, directive: Directive, replaced_by: Directive, on: date, by: Actor, at: datetime) -> Directive:
    """End a directive on the day that its successor takes over; `on` is the first day without it."""
    demand(
        policies.may_regulate(by, directive.province),
        "Chỉ Ban Tổ chức Tỉnh ủy được ghi sổ văn bản chỉ đạo của tỉnh mình.",
    )
    if on <= directive.starts_on:
        raise RuleBroken("Ngày hết hiệu lực phải sau ngày có hiệu lực của văn bản.", field="on")
    directive.ends_on, directive.replaced_by = on, replaced_by
    directive.save(update_fields=["ends_on", "replaced_by"])
    audit.record("directive.replaced", directive, by=by, at=at, replaced_by=replaced_by.symbol, on=on.isoformat())
    return directive


@transaction.atomic
def enter_calendar_day(*, day: date, kind: DayKind, reason: str, source: str, by: Actor, at: datetime) -> CalendarDay:
    """Enter a day off or a made-up working day by its decision; entering the day again corrects it."""
    demand(policies.may_enter_days(by), "Chỉ Ban Tổ chức Tỉnh ủy được ghi ngày nghỉ, ngày làm bù.")
    if not FIRST_YEAR <= day.year <= LAST_YEAR:
        raise RuleBroken(f"Lịch làm việc có từ năm {FIRST_YEAR} đến năm {LAST_YEAR}; ngày này nằm ngoài.", field="day")
    entered, _ = CalendarDay.objects.update_or_create(
        day=day, defaults={"kind": kind, "reason": nfc(reason), "source": nfc(source)}
    )
    audit.record("calendar_day.entered", entered, by=by, at=at, kind=kind.value, source=entered.source)
    return entered


@transaction.atomic
def withdraw_calendar_day(*, day: CalendarDay, by: Actor, at: datetime) -> None:
    """Take out a day that was entered by mistake: the product's own calendar holds for it again."""
    demand(policies.may_enter_days(by), "Chỉ Ban Tổ chức Tỉnh ủy được bỏ ngày nghỉ, ngày làm bù đã ghi.")
    audit.record("calendar_day.withdrawn", day, by=by, at=at, kind=day.kind, source=day.source)
    day.delete()
