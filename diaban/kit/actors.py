"""Who is acting, as a plain value made once a request. Policies read this and nothing else about the person."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.http import HttpRequest

from diaban.kit.enums import Labelled


class Role(Labelled):
    BOARD = "board", "Ban Tổ chức Tỉnh ủy"
    STANDING = "standing", "Ban Thường vụ Tỉnh ủy"
    CADRE = "cadre", "Cán bộ theo dõi"
    AGENCY = "agency", "Lãnh đạo cơ quan"
    COMMUNE = "commune", "Đảng ủy xã, phường, thị trấn"
    DISTRICT = "district", "Huyện ủy, thành ủy"
    INSPECTOR = "inspector", "Cán bộ kiểm tra, giám sát"
    PUBLISHER = "publisher", "Biên tập tin hoạt động"
    SYSTEM = "system", "Quản trị hệ thống"
    AUDITOR = "auditor", "Giám sát nhật ký"
    NONE = "none", "Chưa có vai trò"
    """Of an account that holds no role on the day; it is never granted."""


PROVINCE_WIDE = frozenset({Role.BOARD, Role.STANDING, Role.INSPECTOR})


@dataclass(frozen=True, slots=True)
class Actor:
    """One person in one role on one day. Scope denies by default: an empty set is nothing, never everything.

    `province`, `communes` and `agencies` hold keys of units and agencies; `cadre` is the cadre that the person is.
    """

    account: UUID | None
    name: str
    role: Role
    grant: UUID | None = None
    province: int | None = None
    communes: frozenset[int] = frozenset()
    agencies: frozenset[UUID] = frozenset()
    cadre: UUID | None = None

    def is_(self, *roles: Role) -> bool:
        return self.role in roles

    @property
    def sees_the_province(self) -> bool:
        return self.role in PROVINCE_WIDE and self.province is not None


def the_system(province: int | None = None, *, role: Role = Role.BOARD) -> Actor:
    """The product itself at work (set-up, import from the command line, simulation), named as such in the audit."""
    return Actor(account=None, name="Hệ thống Địa Bàn", role=role, province=province)


class ActorRequest(HttpRequest):
    """A request of a signed-in person: the middleware has put the Actor on it, and all role grants held on the day."""

    actor: Actor
    grants: list[Any]
