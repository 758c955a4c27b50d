"""Directives are registered, rule sets drafted and published, swapped days entered. A published set never changes."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime

from django.db import transaction

from diaban.kit import audit
from diaban.kit.actors import Actor
from diaban.kit.errors import NotAllowed, RuleBroken
from diaban.kit.text import nfc
from diaban.places.models import Unit
from diaban.regulations import policies
from diaban.regulations.models import CalendarDay, Directive, RuleParameter, RuleSet
from diaban.regulations.rules import PARAMETERS, decode, encode
from diaban.regulations.rules.directives import DayKind, DirectiveKind, RuleSetState
from diaban.regulations.rules.parameter import Source

Change = tuple[object, Source]
"""A value in its own type, and what it rests on."""


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
    _demand(policies.may_regulate(by, province), "Chỉ Ban Tổ chức Tỉnh ủy được ghi sổ văn bản chỉ đạo của tỉnh mình.")
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
    _demand(
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
def draft_rule_set(
    *,
    province: Unit | None,
    code: str,
    name: str,
    starts_on: date,
    by: Actor,
    at: datetime,
    ends_on: date | None = None,
    directive: Directive | None = None,
    changes: Mapping[str, Change] | None = None,
) -> RuleSet:
    """Write down a whole set: every parameter, at the software's default unless `changes` names another value."""
    _demand(policies.may_regulate(by, province), "Chỉ Ban Tổ chức Tỉnh ủy được đặt bộ quy tắc của tỉnh mình.")
    changes = changes or {}
    _check_changes(changes)
    rule_set = RuleSet.objects.create(
        province=province, code=code, name=nfc(name), starts_on=starts_on, ends_on=ends_on, directive=directive
    )
    RuleParameter.objects.bulk_create(_rows(rule_set, changes))
    audit.record("rule_set.drafted", rule_set, by=by, at=at, code=code, changed=sorted(changes))
    return rule_set


@transaction.atomic
def publish_rule_set(*, rule_set: RuleSet, by: Actor, at: datetime) -> RuleSet:
    """Put a drafted set in force; from then on it is read only. Two published sets of a province never overlap."""
    _demand(
        policies.may_regulate(by, rule_set.province), "Chỉ Ban Tổ chức Tỉnh ủy được công bố bộ quy tắc của tỉnh mình."
    )
    if rule_set.state == RuleSetState.PUBLISHED:
        raise RuleBroken(f"Bộ quy tắc “{rule_set}” đã được công bố.")
    if other := _overlapping(rule_set):
        raise RuleBroken(
            f"Bộ quy tắc “{other}” đang áp dụng trong cùng thời gian; hãy ghi ngày kết thúc cho bộ đó trước."
        )
    rule_set.state, rule_set.published_at = RuleSetState.PUBLISHED, at
    rule_set.save(update_fields=["state", "published_at"])
    audit.record("rule_set.published", rule_set, by=by, at=at, code=rule_set.code)
    return rule_set


@transaction.atomic
def end_rule_set(*, rule_set: RuleSet, ends_on: date, by: Actor, at: datetime) -> RuleSet:
    """Let a set end; `ends_on` is the first day that it no longer rules."""
    _demand(
        policies.may_regulate(by, rule_set.province), "Chỉ Ban Tổ chức Tỉnh ủy được kết thúc bộ quy tắc của tỉnh mình."
    )
    if ends_on <= rule_set.starts_on:
        raise RuleBroken("Ngày kết thúc phải sau ngày bắt đầu áp dụng.", field="ends_on")
    rule_set.ends_on = ends_on
    rule_set.save(update_fields=["ends_on"])
    audit.record("rule_set.ended", rule_set, by=by, at=at, ends_on=ends_on.isoformat())
    return rule_set


@transaction.atomic
def enter_calendar_day(*, day: date, kind: DayKind, reason: str, source: str, by: Actor, at: datetime) -> CalendarDay:
    """Enter a day off or a made-up working day by its decision; entering the day again corrects it."""
    _demand(policies.may_enter_days(by), "Chỉ Ban Tổ chức Tỉnh ủy được ghi ngày nghỉ, ngày làm bù.")
    entered, _ = CalendarDay.objects.update_or_create(
        day=day, defaults={"kind": kind, "reason": nfc(reason), "source": nfc(source)}
    )
    audit.record("calendar_day.entered", entered, by=by, at=at, kind=kind.value, source=entered.source)
    return entered


def _demand(allowed: bool, sentence: str) -> None:
    if not allowed:
        raise NotAllowed(sentence)


def _check_changes(changes: Mapping[str, Change]) -> None:
    for key, (value, _) in changes.items():
        parameter = PARAMETERS.get(key)
        if parameter is None:
            raise RuleBroken(f"Không có tham số “{key}”.", field=key)
        if parameter.fixed and value != parameter.default:
            raise RuleBroken(f"“{parameter.title}” là nguyên tắc của phần mềm, không thay đổi được.", field=key)


def _rows(rule_set: RuleSet, changes: Mapping[str, Change]) -> list[RuleParameter]:
    rows = []
    for key, parameter in PARAMETERS.items():
        value, source = changes.get(key, (parameter.default, parameter.source))
        stored = encode(value)
        decode(key, stored)  # a value that could not be read again is refused before it is written
        row = RuleParameter(rule_set=rule_set, key=key, value=stored, source_mark=source.mark, citation=source.citation)
        rows.append(row)
    return rows


def _overlapping(rule_set: RuleSet) -> RuleSet | None:
    others = RuleSet.objects.filter(province=rule_set.province, state=RuleSetState.PUBLISHED).exclude(pk=rule_set.pk)
    later = others.filter(ends_on__gt=rule_set.starts_on) | others.filter(ends_on=None)
    return (later.filter(starts_on__lt=rule_set.ends_on) if rule_set.ends_on else later).first()
