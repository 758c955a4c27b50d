"""Small worlds for tests: each function makes one thing, with defaults that need no explaining.

The named cast of `world()`: Hà Thị Lan of Sở Nội vụ follows xã Pà Cò; Bùi Văn Sơn of Sở Xây dựng follows xã Hang Kia.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from itertools import count
from typing import TypeVar
from uuid import UUID

from django.db.models import Model, QuerySet

from diaban.assignments.models import Assignment, AssignmentDecision, AssignmentRole
from diaban.fieldwork.models import Visit
from diaban.fieldwork.services import record_visit
from diaban.kit.actors import Actor, Role
from diaban.kit.clock import at_hanoi
from diaban.kit.models import AuditEvent
from diaban.kit.text import fold, sort_key_vi
from diaban.people.models import Account, Agency, AgencyGroup, Cadre, Post, RoleGrant
from diaban.places.models import Unit
from diaban.places.rules.kinds import Level, UnitKind
from diaban.planning.models import Programme
from diaban.planning.rules import EventKind, ItemDraft, Topic
from diaban.planning.services import draft_programme

M = TypeVar("M", bound=Model)
BEGIN = date(2004, 1, 1)
ASSIGNED = date(2022, 12, 14)
AT = at_hanoi(date(2023, 3, 20), 9, 30)
"""The moment at which tests act unless they say otherwise."""

_serial = count(1)


def province(name: str = "Tỉnh Hòa Bình", *, code: str = "17") -> Unit:
    return Unit.objects.create(
        code=code, name=name, level=Level.PROVINCE, kind=UnitKind.TINH, valid_from=BEGIN, folded=fold(name)
    )


def district(name: str = "Huyện Mai Châu", *, province: Unit, code: str | None = None) -> Unit:
    return Unit.objects.create(
        code=code or f"{next(_serial) % 1000:03}",
        name=name,
        level=Level.DISTRICT,
        kind=UnitKind.HUYEN,
        valid_from=BEGIN,
        folded=fold(name),
        parent=province,
        province=province,
    )


def commune(name: str = "Xã Pà Cò", *, district: Unit, code: str | None = None) -> Unit:
    return Unit.objects.create(
        code=code or f"{next(_serial):05}",
        name=name,
        level=Level.COMMUNE,
        kind=UnitKind.XA,
        valid_from=BEGIN,
        folded=fold(name),
        parent=district,
        province_id=district.province_id,
    )


def agency(name: str = "Sở Nội vụ", *, province: Unit, group: AgencyGroup = AgencyGroup.STATE) -> Agency:
    return Agency.objects.create(province=province, name=name, folded=fold(name), group=group, starts_on=BEGIN)


def cadre(full_name: str = "Hà Thị Lan", *, province: Unit, account: Account | None = None) -> Cadre:
    return Cadre.objects.create(
        province=province, full_name=full_name, folded=fold(full_name), sort_key=sort_key_vi(full_name), account=account
    )


def post(*, cadre: Cadre, agency: Agency, title: str = "Phó Giám đốc", starts_on: date = BEGIN) -> Post:
    return Post.objects.create(cadre=cadre, agency=agency, title=title, starts_on=starts_on)


def decision(*, province: Unit, symbol: str = "718-QĐ/TU", issued_on: date = ASSIGNED) -> AssignmentDecision:
    known = AssignmentDecision.objects.filter(province=province, symbol=symbol, issued_on=issued_on).first()
    return known or AssignmentDecision.objects.create(
        province=province, symbol=symbol, issued_on=issued_on, title="Phân công cán bộ theo dõi xã, phường, thị trấn"
    )


def assignment(
    *,
    cadre: Cadre,
    commune: Unit,
    agency: Agency,
    starts_on: date = ASSIGNED,
    ends_on: date | None = None,
    role: AssignmentRole = AssignmentRole.MONITOR,
) -> Assignment:
    return Assignment.objects.create(
        decision=decision(province=cadre.province),
        province=cadre.province,
        commune=commune,
        agency=agency,
        cadre=cadre,
        role=role,
        starts_on=starts_on,
        ends_on=ends_on,
    )


def account(full_name: str = "Nguyễn Văn An", *, username: str | None = None, password: str | None = None) -> Account:
    made = Account(username=username or f"nguoi{next(_serial)}", full_name=full_name)
    if password:
        made.set_password(password)
    else:
        made.set_unusable_password()
    made.save()
    return made


def grant(
    *,
    account: Account,
    role: Role,
    province: Unit | None = None,
    unit: Unit | None = None,
    agency: Agency | None = None,
    cadre: Cadre | None = None,
    starts_on: date = BEGIN,
) -> RoleGrant:
    return RoleGrant.objects.create(
        account=account, role=role, province=province, unit=unit, agency=agency, cadre=cadre, starts_on=starts_on
    )


def board(province: Unit) -> Actor:
    return Actor(account=None, name="Ban Tổ chức Tỉnh ủy", role=Role.BOARD, province=province.pk)


def standing(province: Unit) -> Actor:
    return Actor(account=None, name="Ban Thường vụ Tỉnh ủy", role=Role.STANDING, province=province.pk)


def inspector(province: Unit) -> Actor:
    return Actor(account=None, name="Ủy ban Kiểm tra Tỉnh ủy", role=Role.INSPECTOR, province=province.pk)


def system() -> Actor:
    return Actor(account=None, name="Quản trị hệ thống", role=Role.SYSTEM)


def as_cadre(cadre: Cadre) -> Actor:
    return Actor(account=None, name=cadre.full_name, role=Role.CADRE, province=cadre.province_id, cadre=cadre.pk)


def as_agency(agency: Agency) -> Actor:
    name = f"Lãnh đạo {agency.name}"
    return Actor(
        account=None, name=name, role=Role.AGENCY, province=agency.province_id, agencies=frozenset({agency.pk})
    )


def as_commune(commune: Unit) -> Actor:
    name = f"Đảng ủy {commune.name}"
    return Actor(
        account=None, name=name, role=Role.COMMUNE, province=commune.province_id, communes=frozenset({commune.pk})
    )


def as_district(district: Unit) -> Actor:
    communes = frozenset(Unit.objects.filter(parent=district).values_list("pk", flat=True))
    return Actor(account=None, name=district.name, role=Role.DISTRICT, province=district.province_id, communes=communes)


@dataclass(frozen=True)
class World:
    """A province with two communes, each followed by a cadre of its own agency since 14/12/2022."""

    province: Unit
    district: Unit
    pa_co: Unit
    hang_kia: Unit
    noi_vu: Agency
    xay_dung: Agency
    lan: Cadre
    son: Cadre
    at_pa_co: Assignment
    """Lan follows Pà Cò."""
    at_hang_kia: Assignment
    """Sơn follows Hang Kia."""

    @property
    def as_lan(self) -> Actor:
        return as_cadre(self.lan)

    @property
    def as_son(self) -> Actor:
        return as_cadre(self.son)

    @property
    def as_pa_co(self) -> Actor:
        return as_commune(self.pa_co)

    @property
    def as_hang_kia(self) -> Actor:
        return as_commune(self.hang_kia)

    @property
    def as_noi_vu(self) -> Actor:
        return as_agency(self.noi_vu)

    @property
    def as_xay_dung(self) -> Actor:
        return as_agency(self.xay_dung)

    @property
    def as_board(self) -> Actor:
        return board(self.province)

    @property
    def as_standing(self) -> Actor:
        return standing(self.province)

    @property
    def everybody(self) -> dict[str, Actor]:
        """One of each, to walk through what each may see: two cadres, agencies and communes, the province's bodies."""
        return {
            "lan": self.as_lan,
            "son": self.as_son,
            "noi_vu": self.as_noi_vu,
            "xay_dung": self.as_xay_dung,
            "pa_co": self.as_pa_co,
            "hang_kia": self.as_hang_kia,
            "district": as_district(self.district),
            "board": self.as_board,
            "standing": self.as_standing,
            "inspector": inspector(self.province),
            "system": system(),
        }


def world() -> World:
    hoa_binh = province()
    mai_chau = district(province=hoa_binh, code="156")
    pa_co, hang_kia = commune(district=mai_chau, code="05212"), commune("Xã Hang Kia", district=mai_chau, code="05209")
    noi_vu, xay_dung = agency(province=hoa_binh), agency("Sở Xây dựng", province=hoa_binh)
    lan, son = cadre(province=hoa_binh), cadre("Bùi Văn Sơn", province=hoa_binh)
    return World(
        province=hoa_binh,
        district=mai_chau,
        pa_co=pa_co,
        hang_kia=hang_kia,
        noi_vu=noi_vu,
        xay_dung=xay_dung,
        lan=lan,
        son=son,
        at_pa_co=assignment(cadre=lan, commune=pa_co, agency=noi_vu),
        at_hang_kia=assignment(cadre=son, commune=hang_kia, agency=xay_dung),
    )


def item(**changes: object) -> ItemDraft:
    given: dict[str, object] = {
        "month": 3,
        "event_kind": EventKind.COMMITTEE,
        "topic": Topic.ECONOMY,
        "expected_result": "Nghe xã báo cáo việc trồng chè.",
    }
    return ItemDraft(**(given | changes))  # type: ignore[arg-type]  # each case gives what fits


def programme(assignment: Assignment, *, year: int = 2023, at: datetime = AT) -> Programme:
    """A draft with one item, written by the cadre."""
    by = as_cadre(assignment.cadre)
    return draft_programme(
        assignment=assignment, year=year, objectives="Giúp xã giảm nghèo.", items=[item()], by=by, at=at
    )


def visit(assignment: Assignment, *, on: date = date(2023, 3, 15), at: datetime = AT, id: UUID | None = None) -> Visit:
    """A visit that was made and recorded by the cadre."""
    return record_visit(
        assignment=assignment,
        visited_on=on,
        event_kind=EventKind.COMMITTEE,
        outcome="Làm việc với Đảng ủy xã.",
        id=id,
        by=as_cadre(assignment.cadre),
        at=at,
    )


def seen_by(world: World, visible: Callable[[Actor], QuerySet[M]]) -> set[str]:
    """Who of the world sees anything at all through a policy."""
    return {name for name, actor in world.everybody.items() if visible(actor).exists()}


def audited() -> list[str]:
    """The acts in the diary, in order."""
    return list(AuditEvent.objects.values_list("action", flat=True))
