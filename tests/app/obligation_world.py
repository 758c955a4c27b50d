"""A province with assignments, for the tests of obligations."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from itertools import count

from diaban.assignments.models import Assignment, AssignmentDecision, AssignmentRole
from diaban.kit.actors import Actor, the_system
from diaban.kit.clock import at_hanoi
from diaban.kit.ids import uuid7
from diaban.obligations.models import Obligation
from diaban.obligations.rules import ObligationKind
from diaban.people.models import Agency, AgencyGroup, Cadre
from diaban.places.models import Unit
from diaban.places.rules.kinds import Level
from diaban.regulations import services as regulations

BEGAN = date(2022, 12, 14)
AT = at_hanoi(BEGAN)
_serial = count(10000)


@dataclass(frozen=True)
class World:
    province: Unit
    agency: Agency
    decision: AssignmentDecision
    board: Actor


def world(code: str = "17") -> World:
    province = Unit.objects.create(
        code=code,
        name="Tỉnh Hòa Bình",
        level=Level.PROVINCE,
        kind="tỉnh",
        valid_from=date(2004, 1, 1),
        folded="hoa binh",
    )
    regulations.seed_regulations(province=province, by=the_system(province.pk), at=AT)
    decision = AssignmentDecision.objects.create(
        province=province, symbol="718-QĐ/TU", issued_on=BEGAN, title="phân công cán bộ"
    )
    return World(province, agency(province), decision, the_system(province.pk))


def agency(province: Unit, name: str = "Sở Nội vụ") -> Agency:
    return Agency.objects.create(
        province=province, name=name, folded=name.lower(), group=AgencyGroup.STATE, starts_on=date(2004, 1, 1)
    )


def commune(where: World) -> Unit:
    return Unit.objects.create(
        code=str(next(_serial)),
        name="Xã Pà Cò",
        level=Level.COMMUNE,
        kind="xã",
        parent=where.province,
        province=where.province,
        valid_from=date(2004, 1, 1),
        folded="xa pa co",
    )


def cadre(where: World) -> Cadre:
    return Cadre.objects.create(province=where.province, full_name="Bùi Thị Lan", folded="bui thi lan", sort_key="lan")


def assign(
    where: World,
    *,
    starts_on: date = BEGAN,
    ends_on: date | None = None,
    by_agency: Agency | None = None,
    role: AssignmentRole = AssignmentRole.MONITOR,
) -> Assignment:
    return Assignment.objects.create(
        decision=where.decision,
        province=where.province,
        commune=commune(where),
        agency=by_agency or where.agency,
        cadre=cadre(where),
        role=role,
        starts_on=starts_on,
        ends_on=ends_on,
    )


def assign_many(where: World, number: int) -> None:
    """As many assignments as asked, written in bulk."""
    communes = [
        Unit(code=str(next(_serial)), name="Xã", level=Level.COMMUNE, kind="xã", parent=where.province,
             province=where.province, valid_from=date(2004, 1, 1), folded="xa") for _ in range(number)
    ]  # fmt: skip
    Unit.objects.bulk_create(communes)
    someone = cadre(where)
    Assignment.objects.bulk_create(_assignments(where, communes, someone), batch_size=2000)


def _assignments(where: World, communes: list[Unit], someone: Cadre) -> Iterable[Assignment]:
    for place in communes:
        yield Assignment(
            id=uuid7(), decision=where.decision, province=where.province, commune=place, agency=where.agency,
            cadre=someone, starts_on=BEGAN,
        )  # fmt: skip


def owed(assignment: Assignment, kind: ObligationKind, year: int = 2023) -> Obligation:
    return Obligation.objects.get(assignment=assignment, kind=kind, year=year)
