"""Agencies through a reform: old rows end, new rows begin, and links say what went where. Nothing is renamed."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction
from django.db.models import Q

from diaban.kit import audit
from diaban.kit.actors import Actor, Role
from diaban.kit.errors import NotAllowed
from diaban.kit.text import fold
from diaban.people.models import Agency, AgencyGroup, AgencySuccession
from diaban.people.rules.agency_lists import Merger, mergers, usual_agencies
from diaban.places.models import Unit


@dataclass(frozen=True, slots=True)
class Reformed:
    """How many agencies ended, how many began, and how many links were made."""

    ended: int
    begun: int
    linked: int


@transaction.atomic
def reform_agencies(*, province: Unit, on: date, by: Actor, at: datetime) -> Reformed:
    """Carry a province's agencies over the reform of 2025 on the day that it happened there. Repeatable.

    An agency that the reform does not name goes on as it is. Posts, assignments and records stay with the old one.
    """
    if not (by.is_(Role.BOARD) and by.province == province.pk):
        raise NotAllowed("Chỉ Ban Tổ chức Tỉnh ủy sắp xếp cơ quan của tỉnh mình.")
    in_force = Agency.objects.filter(Q(ends_on=None) | Q(ends_on__gt=on), province=province, starts_on__lt=on)
    old = {agency.name: agency for agency in in_force}
    reform = [one for one in mergers() if one.old in old]
    renewed = {one.new for one in reform}
    ended = [old[name] for name in dict.fromkeys(one.old for one in reform)]
    Agency.objects.filter(pk__in=[agency.pk for agency in ended]).update(ends_on=on)
    begun = {name: _begin(province, name, on) for name in sorted(renewed)}
    links = [_link(old[one.old], begun[one.new], one, on) for one in reform]
    AgencySuccession.objects.bulk_create(links)
    done = Reformed(len(ended), len(begun), len(links))
    audit.record("agencies.reformed", f"places.unit:{province.pk}", by=by, at=at, on=on.isoformat(), ended=done.ended)
    return done


def _begin(province: Unit, name: str, on: date) -> Agency:
    group = usual_agencies(after_reform=True).get(name, AgencyGroup.OTHER)
    return Agency.objects.create(province=province, name=name, folded=fold(name), group=group, starts_on=on)


def _link(old: Agency, new: Agency, merger: Merger, on: date) -> AgencySuccession:
    return AgencySuccession(old=old, new=new, on=on, kind=merger.kind)
