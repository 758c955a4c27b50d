"""The named cast of the demo: one person a role, the same in seed, tests, journeys and screenshots."""

from __future__ import annotations

from dataclasses import dataclass

from diaban.kit.actors import Role


@dataclass(frozen=True, slots=True)
class CastMember:
    username: str
    role: Role


CAST = (
    CastMember("btc", Role.BOARD),
    CastMember("btv", Role.STANDING),
    CastMember("canbo", Role.CADRE),
    CastMember("coquan", Role.AGENCY),
    CastMember("xa", Role.COMMUNE),
    CastMember("huyen", Role.DISTRICT),
    CastMember("kiemtra", Role.INSPECTOR),
    CastMember("bientap", Role.PUBLISHER),
    CastMember("quantri", Role.SYSTEM),
    CastMember("giamsat", Role.AUDITOR),
)
