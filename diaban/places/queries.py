"""Named reads of places."""

from __future__ import annotations

from datetime import date, datetime

from django.db.models import Q, QuerySet

from diaban.kit.text import fold
from diaban.places.models import Unit, UnitSuccession
from diaban.places.rules.gazetteer import Gazetteer
from diaban.places.rules.kinds import DateBasis, Level, UnitKind
from diaban.places.rules.lists import ListedLink, ListedUnit, former_names
from diaban.places.rules.matching import gazetteer_of


def units_on(on: date, level: Level | None = None) -> QuerySet[Unit]:
    """Units in force on a day, in the order of their codes."""
    valid = present(Unit.objects.all(), on)
    return (valid.filter(level=level) if level else valid).order_by("code")


def present(units: QuerySet[Unit], on: date) -> QuerySet[Unit]:
    """Those of the units that are in force on the day, whatever the lists know of a later one."""
    return units.filter(Q(valid_to=None) | Q(valid_to__gt=on), valid_from__lte=on)


def provinces_on(on: date) -> QuerySet[Unit]:
    return units_on(on, Level.PROVINCE)


def province_on(code: str, on: date) -> Unit:
    return provinces_on(on).get(code=code)


def province_of_year(code: str, year: int) -> Unit | None:
    """The province that bore the code in the year: the one of its first day, else of its last."""
    for day in (date(year, 1, 1), date(year, 12, 31)):
        found = provinces_on(day).filter(code=code).first()
        if found:
            return found
    return None


def unit_on(code: str, on: date) -> Unit | None:
    """The unit that bears the code on a day: 2 digits a province, 3 a district, 5 a commune."""
    return units_on(on).filter(code=code).first()


def unit_by_id(pk: int) -> Unit:
    return Unit.objects.get(pk=pk)


def with_key(units: QuerySet[Unit], key: str) -> Unit | None:
    """The one of these units that stands under the key in an address (see `Unit.key`)."""
    code, _, day = key.partition("-")
    try:
        since = datetime.strptime(day, "%Y%m%d").date()  # noqa: DTZ007 -- a day, no moment
    except ValueError:
        return None
    return units.filter(code=code, valid_from=since).first()


def communes_of(province_code: str, on: date) -> QuerySet[Unit]:
    """Communes, wards and townships of a province, each with its district (or province) at hand."""
    return units_on(on, Level.COMMUNE).filter(province__code=province_code).select_related("parent")


def districts_of(province_code: str, on: date) -> QuerySet[Unit]:
    return units_on(on, Level.DISTRICT).filter(province__code=province_code)


def search(text: str, on: date) -> QuerySet[Unit]:
    """Units in force whose folded name holds the folded text."""
    return units_on(on).filter(folded__contains=fold(text))


def successors(unit: Unit) -> QuerySet[Unit]:
    """The units that the unit went into, the suggested main one first; none while it is in force."""
    return Unit.objects.filter(origins__old=unit).order_by("-origins__suggested_default", "code")


def predecessors(unit: Unit) -> QuerySet[Unit]:
    return Unit.objects.filter(successions__new=unit).order_by("code")


def under_the_map_of(unit: Unit, on: date) -> list[Unit]:
    """The units of a later day that a unit lives on in: itself when still in force, else its successors' successors."""
    if unit.covers(on) or unit.valid_from > on:
        return [unit]
    return [later for heir in successors(unit) for later in under_the_map_of(heir, on)]


def path_name(unit: Unit) -> str:
    """ "xã Pà Cò, huyện Mai Châu": as it stands inside a sentence. Without the province."""
    if unit.parent is None or unit.parent.level == Level.PROVINCE:
        return in_a_sentence(unit.name)
    return f"{in_a_sentence(unit.name)}, {in_a_sentence(unit.parent.name)}"


def in_a_sentence(name: str) -> str:
    """The word of kind in lower case: "Xã Pà Cò" -> "xã Pà Cò"."""
    return name[:1].lower() + name[1:]


def gazetteer(on: date) -> Gazetteer:
    """What typed names are matched against on a day, from the units on record (two queries, about half a second)."""
    units = Unit.objects.select_related("parent")
    links = UnitSuccession.objects.select_related("old", "new")
    return gazetteer_of(map(_listed, units), map(_linked, links), former_names(), on)


def _listed(unit: Unit) -> ListedUnit:
    level, kind, basis = Level(unit.level), UnitKind(unit.kind), DateBasis(unit.date_basis)
    parent = unit.parent.code if unit.parent else ""
    return ListedUnit(level, unit.code, unit.valid_from, unit.valid_to, kind, unit.name, parent, basis)


def _linked(link: UnitSuccession) -> ListedLink:
    levels = Level(link.old.level), Level(link.new.level)
    return ListedLink(
        levels[0], link.old.code, levels[1], link.new.code, link.on, link.split, link.suggested_default, link.source
    )
