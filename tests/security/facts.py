"""The records of the simulated year as the oracle needs them, read straight from the tables."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.db.models import F, Model, QuerySet

from diaban.assessment.models import AgencyAssessment, CommuneAssessment
from diaban.assignments.models import Assignment
from diaban.exchange.models import Bulletin, BulletinReply, CommuneEvent, CommuneFacts, Invitation
from diaban.fieldwork.models import (
    AgencyAct,
    Commitment,
    Difficulty,
    DifficultyStep,
    Innovation,
    InnovationAdoption,
    SituationNote,
    Support,
    Visit,
)
from diaban.obligations.models import Obligation
from diaban.oversight.models import Finding, Inspection
from diaban.people.models import Account, Agency, Cadre, RoleGrant
from diaban.planning.models import Programme, ProgrammeItem, ProgrammeStep
from diaban.ranking.models import QualityRanking, RatingLine, RatingOpinion, RatingRound
from diaban.replacement.models import ReplacementRequest
from diaban.reporting.models import PeriodicReport
from tests.security.oracle import PROVINCE_BODIES, READERS, Principal, Record

LEDGER_OF: dict[type[Model], str] = {
    Assignment: "phan-cong",
    Obligation: "viec-phai-lam",
    Programme: "chuong-trinh",
    ProgrammeItem: "noi-dung-chuong-trinh",
    Visit: "chuyen-di",
    SituationNote: "ghi-nhan-tinh-hinh",
    Difficulty: "kho-khan",
    Innovation: "mo-hinh",
    InnovationAdoption: "xa-lam-theo",
    Support: "ho-tro",
    AgencyAct: "viec-cua-co-quan",
    Bulletin: "ban-tin",
    CommuneAssessment: "phieu-nhan-xet",
    ReplacementRequest: "de-nghi-thay-the",
    AgencyAssessment: "nhan-xet-co-quan",
    Inspection: "kiem-tra",
    Finding: "ket-luan-kiem-tra",
    QualityRanking: "xep-loai",
    PeriodicReport: "bao-cao",
    Commitment: "cam-ket",
    Invitation: "giay-moi",
    CommuneEvent: "su-kien",
    CommuneFacts: "so-lieu-xa",
    BulletinReply: "tra-loi-ban-tin",
    DifficultyStep: "buoc-kho-khan",
    ProgrammeStep: "buoc-chuong-trinh",
    RatingRound: "dot-danh-gia",
    RatingLine: "ket-qua-theo-doi",
    RatingOpinion: "y-kien-ket-qua",
}
_THROUGH: dict[type[Model], str] = {
    ProgrammeItem: "programme__",
    InnovationAdoption: "innovation__",
    BulletinReply: "bulletin__",
    DifficultyStep: "difficulty__",
    ProgrammeStep: "programme__",
}
"""Parts of a record are as visible as the whole."""
_PLACE = ("province_id", "commune_id", "agency_id", "cadre_id")


def principals() -> dict[str, Principal]:
    """Everybody who holds a role in the database, by user name; a second role of the same person as «canbo/agency»."""
    found: dict[str, Principal] = {}
    for grant in RoleGrant.objects.select_related("account", "unit", "agency", "cadre").order_by("starts_on", "id"):
        name = grant.account.username
        second = name in found
        found[f"{name}/{grant.role}" if second else name] = _principal(grant, chosen=second)
    return found


def _principal(grant: RoleGrant, *, chosen: bool) -> Principal:
    home = grant.unit or grant.agency or grant.cadre
    return Principal(
        username=grant.account.username,
        role=grant.role,
        grant=grant.pk if chosen else None,
        province=grant.province_id or (home.province_id if home else None),
        commune=grant.unit_id if grant.role == "commune" else None,
        district=grant.unit_id if grant.role == "district" else None,
        agency=grant.agency_id,
        cadre=grant.cadre_id,
    )


def records() -> list[Record]:
    return [_record(ledger, row) for model, ledger in LEDGER_OF.items() for row in _rows(model)]


def _rows(model: type[Model]) -> QuerySet[Any, dict[str, Any]]:
    """Every row with its place under plain names, and what else the oracle asks."""
    names = {field.name for field in model._meta.get_fields()}
    through = _THROUGH.get(model, "")
    place = {name: F(through + name) for name in _PLACE if through or name.removesuffix("_id") in names}
    if "commune_id" in place:
        place["in_district"] = F(through + "commune__parent_id")
    more = {"of_owner": "owner_id", "of_kind": "kind", "of_state": "state", "of_year": "year"}
    given = {key: F(path) for key, path in more.items() if path.removesuffix("_id") in names}
    given |= {key: F(path) for key, path in _SPECIAL.get(model, {}).items()}
    return model._default_manager.values("pk", **{f"r_{key}": path for key, path in (place | given).items()})


_SPECIAL: dict[type[Model], dict[str, str]] = {
    ProgrammeItem: {"of_state": "programme__state", "of_year": "programme__year"},
    CommuneAssessment: {"of_seal": "released_at"},
    ReplacementRequest: {"of_form": "in_form", "of_seal": "released_at"},
    InnovationAdoption: {
        "of_offer": "innovation__offered_on",
        "of_year": "innovation__year",
    },
    Assignment: {"of_role": "role", "of_year": "starts_on__year"},
    BulletinReply: {"of_year": "bulletin__year"},
    DifficultyStep: {"of_year": "difficulty__year", "of_owner": "difficulty__owner_id"},
    ProgrammeStep: {"of_year": "programme__year"},
    CommuneFacts: {"of_year": "as_of__year"},
    Innovation: {"of_offer": "offered_on"},
    RatingLine: {"province_id": "round__province_id", "of_year": "round__year"},
    RatingOpinion: {
        "province_id": "line__round__province_id",
        "agency_id": "line__agency_id",
        "cadre_id": "line__cadre_id",
        "of_year": "line__round__year",
    },
}
DAILY = {"cam-ket", "giay-moi", "su-kien", "so-lieu-xa", "tra-loi-ban-tin", "buoc-kho-khan", "buoc-chuong-trinh"} | {
    "dot-danh-gia", "ket-qua-theo-doi", "y-kien-ket-qua"
}  # fmt: skip
"""Shown by the pages of every day, and by no ledger of the year."""


def _record(ledger: str, row: dict[str, Any]) -> Record:
    state = row.get("r_of_state")
    return Record(
        ledger=ledger,
        pk=row["pk"],
        province=row["r_province_id"],
        year=max(row["r_of_year"], 2023),
        commune=row.get("r_commune_id"),
        district=row.get("r_in_district"),
        agency=row.get("r_agency_id"),
        cadre=row.get("r_cadre_id"),
        owner=row.get("r_of_owner"),
        kind=row.get("r_of_kind") or "",
        sealed=_is_sealed(ledger, row),
        verified=ledger == "de-nghi-thay-the" and state not in {"requested", "lapsed", "withdrawn"},
        draft=ledger in {"bao-cao", "chuong-trinh", "noi-dung-chuong-trinh"} and state == "draft",
        offered=row.get("r_of_offer") is not None,
        told_to=_told(ledger, row),
        listed=ledger not in DAILY | {"bao-cao"} and state not in {"draft", "replaced", "lapsed", "planned"},
    )


def _told(ledger: str, row: dict[str, Any]) -> frozenset[UUID]:
    """Whom the commune invited; or, for what is known of it, who follows it or did."""
    if ledger == "su-kien":
        rows = Invitation.objects.filter(event_id=row["pk"])
    elif ledger == "so-lieu-xa":
        return _following().get(row["r_commune_id"], frozenset())
    else:
        return frozenset()
    return frozenset(key for pair in rows.values_list("cadre_id", "agency_id") for key in pair)


def _following() -> dict[int, frozenset[UUID]]:
    found: dict[int, set[UUID]] = {}
    for commune, cadre, agency in Assignment.objects.values_list("commune_id", "cadre_id", "agency_id"):
        found.setdefault(commune, set()).update({cadre, agency})
    return {commune: frozenset(keys) for commune, keys in found.items()}


def _is_sealed(ledger: str, row: dict[str, Any]) -> bool:
    if ledger == "viec-phai-lam":  # the year of these tests is not concluded
        return bool(row["r_of_kind"] == "commune_assessment")
    came_in_a_form = ledger == "phieu-nhan-xet" or row.get("r_of_form") is True
    return came_in_a_form and ledger in {"phieu-nhan-xet", "de-nghi-thay-the"} and row["r_of_seal"] is None


def names_told(who: Principal, seen: list[Record]) -> set[UUID]:
    """The cadres and agencies whose names the records in view carry, and whoever it is at the door.

    Which agencies a province has is no secret within it: whoever raises a difficulty chooses among them.
    """
    told = {key for record in seen for key in (record.cadre, record.agency, record.owner) if key}
    if who.role in READERS:
        told |= set(Agency.objects.filter(province_id=who.province).values_list("pk", flat=True))
        offered = Innovation.objects.filter(province_id=who.province, offered_on__isnull=False)
        told |= set(offered.values_list("cadre_id", flat=True))
    if who.role in PROVINCE_BODIES:  # a team is named to the bodies of its province, and the Board chooses it
        held = RoleGrant.objects.filter(role="inspector", province_id=who.province)
        told |= set(held.values_list("account_id", flat=True))
    return told | {key for key in (who.cadre, who.agency) if key}


def people() -> dict[UUID, str]:
    """Keys of cadres, agencies and accounts; of accounts with the name by which they sign in."""
    unnamed = {pk: "" for model in (Cadre, Agency) for pk in model._default_manager.values_list("pk", flat=True)}
    return unnamed | dict(Account.objects.values_list("pk", "username"))
