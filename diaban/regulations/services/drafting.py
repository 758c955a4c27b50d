"""Rule sets are drafted, copied, changed, published and ended. A published set never changes."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime

from django.db import transaction

from diaban.kit import audit
from diaban.kit.actors import Actor
from diaban.kit.clock import local_date
from diaban.kit.editions import demand_unmoved
from diaban.kit.errors import RuleBroken
from diaban.kit.objections import demand, refuse
from diaban.kit.records import hold
from diaban.kit.text import nfc
from diaban.places.models import Unit
from diaban.regulations import policies
from diaban.regulations.models import Directive, RuleParameter, RuleSet
from diaban.regulations.queries import as_typed, values_of
from diaban.regulations.rules import PARAMETERS, decode, encode
from diaban.regulations.rules.consistency import inconsistencies, out_of_bounds
from diaban.regulations.rules.directives import RuleSetState
from diaban.regulations.rules.parameter import Source

OWN = "Chỉ Ban Tổ chức Tỉnh ủy được đặt bộ quy tắc của tỉnh mình."
Change = tuple[object, Source]
"""A value in its own type, and what it rests on."""


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
    demand(policies.may_regulate(by, province), OWN)
    changes = changes or {}
    _check_changes(changes)
    rule_set = RuleSet.objects.create(
        province=province, code=code, name=nfc(name), starts_on=starts_on, ends_on=ends_on, directive=directive
    )
    RuleParameter.objects.bulk_create(_rows(rule_set, changes))
    audit.record("rule_set.drafted", rule_set, by=by, at=at, code=code, changed=sorted(changes))
    return rule_set


@transaction.atomic
def copy_rule_set(
    *, source: RuleSet, province: Unit, code: str, name: str, starts_on: date, by: Actor, at: datetime
) -> RuleSet:
    """A draft with every value of another set and what each rests on, to be changed and published later."""
    demand(policies.may_regulate(by, province), OWN)
    if not code:
        raise RuleBroken("Tên bộ quy tắc cần có chữ hoặc số để làm mã. Hãy đặt tên khác.", field="name")
    if RuleSet.objects.filter(province=province, code=code).exists():
        raise RuleBroken(f"Đã có bộ quy tắc mang mã “{code}”. Hãy đặt tên khác.", field="name")
    made = RuleSet.objects.create(province=province, code=code, name=nfc(name), starts_on=starts_on)
    rows = source.parameters.values_list("key", "value", "source_mark", "citation")
    RuleParameter.objects.bulk_create(
        RuleParameter(rule_set=made, key=key, value=value, source_mark=mark, citation=citation)
        for key, value, mark, citation in rows
    )
    audit.record("rule_set.copied", made, by=by, at=at, source=str(source.pk), code=code)
    return made


@transaction.atomic
def change_parameters(
    *, rule_set: RuleSet, changes: Mapping[str, Change], seen: str = "", by: Actor, at: datetime
) -> RuleSet:
    """Write values of a draft, each with what it rests on. `seen` stamps what the writer saw of the same parameters."""
    demand(policies.may_regulate(by, rule_set.province), OWN)
    hold(rule_set)
    _demand_draft(rule_set)
    _check_changes(changes)
    rows = {row.key: row for row in rule_set.parameters.filter(key__in=changes)}
    demand_unmoved(seen, record=rule_set, now=as_typed(rows.values()), by=by)
    for key, (value, source) in changes.items():
        row = rows.get(key) or RuleParameter(rule_set=rule_set, key=key)
        row.value, row.source_mark, row.citation = encode(value), source.mark, source.citation
        row.save()
    audit.record("rule_set.changed", rule_set, by=by, at=at, parameters=sorted(changes))
    return rule_set


@transaction.atomic
def publish_rule_set(
    *, rule_set: RuleSet, starts_on: date | None = None, directive: Directive | None = None, by: Actor, at: datetime
) -> RuleSet:
    """Put a drafted set in force; from then on it is read only. Two published sets of a province never overlap.

    With `starts_on` it begins on that day, not before today, and the set that rules then ends the same day: a year that
    is open keeps the rules that it began with, and no due day that was written down moves.
    """
    demand(
        policies.may_regulate(by, rule_set.province), "Chỉ Ban Tổ chức Tỉnh ủy được công bố bộ quy tắc của tỉnh mình."
    )
    hold(rule_set)
    if rule_set.state == RuleSetState.PUBLISHED:
        raise RuleBroken(f"Bộ quy tắc “{rule_set}” đã được công bố.")
    refuse(inconsistencies(values_of(rule_set)))
    if starts_on:
        _begin(rule_set, starts_on, by, at)
    if other := _overlapping(rule_set):
        raise RuleBroken(
            f"Bộ quy tắc “{other}” đang áp dụng trong cùng thời gian; hãy ghi ngày kết thúc cho bộ đó trước."
        )
    rule_set.state, rule_set.published_at, rule_set.directive = (
        RuleSetState.PUBLISHED,
        at,
        directive or rule_set.directive,
    )
    rule_set.save(update_fields=["state", "published_at", "starts_on", "directive"])
    audit.record("rule_set.published", rule_set, by=by, at=at, code=rule_set.code)
    return rule_set


def _begin(rule_set: RuleSet, starts_on: date, by: Actor, at: datetime) -> None:
    if starts_on < local_date(at):
        raise RuleBroken("Bộ quy tắc chỉ áp dụng từ hôm nay trở đi: hạn đã qua không thay đổi.", field="starts_on")
    rule_set.starts_on = starts_on
    before = RuleSet.objects.filter(
        province=rule_set.province, state=RuleSetState.PUBLISHED, ends_on=None, starts_on__lt=starts_on
    ).first()
    if before:
        end_rule_set(rule_set=before, ends_on=starts_on, by=by, at=at)


@transaction.atomic
def end_rule_set(*, rule_set: RuleSet, ends_on: date, by: Actor, at: datetime) -> RuleSet:
    """Let a set end; `ends_on` is the first day that it no longer rules."""
    demand(
        policies.may_regulate(by, rule_set.province), "Chỉ Ban Tổ chức Tỉnh ủy được kết thúc bộ quy tắc của tỉnh mình."
    )
    if ends_on <= rule_set.starts_on:
        raise RuleBroken("Ngày kết thúc phải sau ngày bắt đầu áp dụng.", field="ends_on")
    rule_set.ends_on = ends_on
    rule_set.save(update_fields=["ends_on"])
    audit.record("rule_set.ended", rule_set, by=by, at=at, ends_on=ends_on.isoformat())
    return rule_set


def _check_changes(changes: Mapping[str, Change]) -> None:
    for key, (value, _) in changes.items():
        parameter = PARAMETERS.get(key)
        if parameter is None:
            raise RuleBroken(f"Không có tham số “{key}”.", field=key)
        if parameter.fixed and value != parameter.default:
            raise RuleBroken(f"“{parameter.title}” là nguyên tắc của phần mềm, không thay đổi được.", field=key)
        refuse(out_of_bounds(key, value))


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


def _demand_draft(rule_set: RuleSet) -> None:
    if rule_set.state != RuleSetState.DRAFT:
        raise RuleBroken(f"Bộ quy tắc “{rule_set}” đã công bố nên không sửa được. Hãy chép thành bộ mới rồi sửa.")
