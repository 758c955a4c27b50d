"""Which rules and which calendar hold on a day."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

from django.db.models import Count, F, Q, QuerySet

from diaban.kit.objections import Objection
from diaban.places.models import Unit
from diaban.regulations.models import CalendarDay, Directive, RuleParameter, RuleSet
from diaban.regulations.rules import PARAMETERS, Mark, RuleValues, WorkingCalendar, build, decode, standard_calendar
from diaban.regulations.rules.consistency import inconsistencies
from diaban.regulations.rules.directives import DayKind, RuleSetState
from diaban.regulations.rules.parameter import Source
from diaban.regulations.rules.sheet import Section, lay_out
from diaban.regulations.rules.typed import BASIS, NO, YES, choices_of, differences, several_of, written
from diaban.regulations.rules.vietnam import FIRST_YEAR, LAST_YEAR, with_changes


def rule_set_on(province: Unit | None, day: date) -> RuleSet | None:
    """The published set of the province on that day, else the national one, else none."""
    in_force = _published(province).filter(Q(ends_on=None) | Q(ends_on__gt=day), starts_on__lte=day)
    return in_force.first()


def rule_set_of(province: Unit | None, year: int) -> RuleSet | None:
    """The set that a year is judged by: the one in force on 1 January, else the first to begin within the year."""
    return rule_set_on(province, date(year, 1, 1)) or (
        _published(province)
        .filter(starts_on__year=year)
        .order_by(F("province").asc(nulls_last=True), "starts_on")
        .first()
    )


def rule_values_on(province: Unit | None, day: date) -> RuleValues:
    return values_of(rule_set_on(province, day))


def rule_values(province: Unit | None, year: int) -> RuleValues:
    """The typed parameters that a year is judged by; the software's own defaults where nothing is published."""
    return values_of(rule_set_of(province, year))


def values_of(rule_set: RuleSet | None) -> RuleValues:
    if rule_set is None:
        return RuleValues()
    stored = dict(rule_set.parameters.values_list("key", "value"))
    return build(stored, rule_set=rule_set.pk, name=rule_set.name)


def calendar(first_year: int = FIRST_YEAR, last_year: int = LAST_YEAR) -> WorkingCalendar:
    """The working days of whole years, with the days that the office entered itself."""
    standard = standard_calendar(first_year, last_year)
    changes = list(CalendarDay.objects.filter(day__year__range=(first_year, last_year)))
    if not changes:
        return standard
    off = {change.day: change.reason for change in changes if change.kind == DayKind.OFF}
    working = {change.day: change.reason for change in changes if change.kind == DayKind.WORKING}
    return with_changes(standard, off=off, working=working)


def directives_in_force(day: date, *, province: Unit | None = None) -> QuerySet[Directive]:
    """Directives in force on a day, the newest first; all provinces' when none is named."""
    found = in_force(Directive.objects.all(), day)
    return found.filter(Q(province=province) | Q(province=None)) if province else found


def in_force(directives: QuerySet[Directive], day: date) -> QuerySet[Directive]:
    return directives.filter(Q(ends_on=None) | Q(ends_on__gt=day), starts_on__lte=day)


def with_counts(rule_sets: QuerySet[RuleSet]) -> QuerySet[RuleSet]:
    """Rule sets with `total` parameters and how many of them, `own`, are only the software's default.

    The province's own come first, the newest at the top.
    """
    own = Count("parameters", filter=Q(parameters__source_mark=Mark.ASSUMED))
    first = (F("province").asc(nulls_last=True), "-starts_on")
    return rule_sets.annotate(total=Count("parameters"), own=own).order_by(*first)


def sheet_of(rule_set: RuleSet) -> list[Section]:
    """All parameters of a set in sections, each with its source."""
    rows = rule_set.parameters.values_list("key", "value", "source_mark", "citation")
    return lay_out({key: (value, Source(Mark(mark), citation)) for key, value, mark, citation in rows})


def _published(province: Unit | None) -> QuerySet[RuleSet]:
    """Published sets that may hold in the province, its own before the national ones."""
    sets = RuleSet.objects.filter(state=RuleSetState.PUBLISHED).select_related("directive")
    return sets.filter(Q(province=province) | Q(province=None)).order_by(F("province").asc(nulls_last=True))


def as_typed(rows: Iterable[RuleParameter]) -> dict[str, Any]:
    """What a form shows of parameters: each value as it is typed or chosen, and what it rests on if not on us."""
    shown: dict[str, Any] = {}
    for row in rows:
        value = decode(row.key, row.value)
        if isinstance(value, bool):
            shown[row.key] = YES if value else NO
        else:
            shown[row.key] = row.value if choices_of(row.key) or several_of(row.key) else written(value)
        shown[BASIS + row.key] = "" if row.source_mark == Mark.ASSUMED else row.citation
    return shown


def compared(one: RuleSet, other: RuleSet) -> list[Section]:
    """The parameters of two sets that differ, laid out by section: lines of the one beside lines of the other."""
    values = [dict(each.parameters.values_list("key", "value")) for each in (one, other)]
    moved = set(differences(*values))
    return [
        Section(section.id, section.title, tuple(line for line in section.lines if line.key in moved))
        for section in sheet_of(one)
        if any(line.key in moved for line in section.lines)
    ]


def ruled_years(province: Unit | None, years: Iterable[int]) -> list[tuple[int, RuleSet | None]]:
    """By which set each year is judged."""
    return [(year, rule_set_of(province, year)) for year in years]


def parameters_of(rule_set: RuleSet, keys: Iterable[str]) -> list[RuleParameter]:
    """Parameters of a set in the order asked for; what the product itself decides is left out."""
    rows = {row.key: row for row in rule_set.parameters.all()}
    return [rows[key] for key in keys if key in rows and not PARAMETERS[key].fixed]


def sources_of(rows: Iterable[RuleParameter]) -> dict[str, Source]:
    return {row.key: Source(Mark(row.source_mark), row.citation) for row in rows}


def directives_of(province: Unit | None) -> QuerySet[Directive]:
    return Directive.objects.filter(Q(province=province) | Q(province=None))


def special_days(year: int) -> list[tuple[date, bool, str]]:
    """Days of a year that are not like others of the week: (day, whether it is worked, why)."""
    days = calendar(year, year)
    off = [(day, False, reason) for day, reason in days.off.items()]
    return sorted([*off, *((day, True, reason) for day, reason in days.working.items())])


def worked_days(year: int) -> int:
    days = calendar(year - 1, year)
    return days.working_days_between(date(year - 1, 12, 31), date(year, 12, 31))


def entered_days(year: int) -> dict[date, CalendarDay]:
    """What the office entered itself."""
    return {row.day: row for row in CalendarDay.objects.filter(day__year=year)}


def entered_day(day: date) -> CalendarDay | None:
    return CalendarDay.objects.filter(pk=day).first()


def wrong_in(rule_set: RuleSet) -> list[Objection]:
    """What keeps a draft from being published."""
    return inconsistencies(values_of(rule_set))
