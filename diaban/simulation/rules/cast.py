"""The named persons of the demonstration: accounts with a role each, around one cadre who follows two communes."""

from __future__ import annotations

from collections import Counter
from datetime import date
from uuid import UUID

from diaban.kit.actors import Role
from diaban.people.cast import CAST
from diaban.places.rules.kinds import REFORM
from diaban.simulation.rules.book import Book, moment
from diaban.simulation.rules.inspections import write_teams
from diaban.simulation.rules.world import Duty, Setting

UNUSABLE = "!mo-phong"
"""No password fits: the demonstration's own door lets the cast in, and nothing else does."""
SCOPES = ("province_id", "unit_id", "agency_id", "cadre_id")


def choose_lead(duties: list[Duty]) -> Duty | None:
    """The first duty of a cadre with two communes, in the state agency that has the most cadres."""
    loads = Counter(duty.cadre.id for duty in duties)
    sizes = Counter(agency for _, agency in {(duty.cadre.id, duty.cadre.agency.id) for duty in duties})
    double = [duty for duty in duties if loads[duty.cadre.id] > 1] or duties
    return max(double, key=lambda duty: (duty.cadre.agency.group == "state", sizes[duty.cadre.agency.id]), default=None)


def write_cast(book: Book, setting: Setting, lead: Duty, names: list[str]) -> dict[UUID, UUID]:
    """Accounts and roles of the cast; the account of the cadre by the cadre's id."""
    accounts: dict[UUID, UUID] = {}
    since = setting.decided_on
    for member, name in zip(CAST, names, strict=False):
        cadre = lead.cadre if member.role is Role.CADRE else None
        account = _account(book, since, member.username, cadre.name if cadre else name)
        if cadre:
            accounts[cadre.id] = account
        scope = _scope(setting, lead, member.role)
        if scope is not None:
            _grant(book, account, member.role, scope, since)
        if member.role is Role.INSPECTOR:
            write_teams(book, account)
        if cadre:
            _lead_too(book, account, lead, since)
    return accounts


def _lead_too(book: Book, account: UUID, lead: Duty, since: date) -> None:
    """Whoever heads the agency speaks for its leadership as well: one person in two roles, the cadre's the first."""
    with book.apart("second role"):
        _grant(book, account, Role.AGENCY, {"agency_id": lead.cadre.agency.id}, since, minute=45)


def _account(book: Book, since: date, username: str, name: str) -> UUID:
    return book.add(
        "people.account",
        moment(since, 10),
        password=UNUSABLE,
        last_login=None,
        username=username,
        full_name=name,
        is_active=True,
    )


def _scope(setting: Setting, lead: Duty, role: Role) -> dict[str, object] | None:
    """What the role reaches; null where the province has no such body (districts after the reform)."""
    if role is Role.CADRE:
        return {"cadre_id": lead.cadre.id}
    if role is Role.AGENCY:
        return {"agency_id": lead.cadre.agency.id}
    if role is Role.COMMUNE:
        return {"unit_id": lead.commune.id}
    if role is Role.DISTRICT:
        return {"unit_id": lead.commune.district} if lead.commune.district else None
    return {} if role in {Role.SYSTEM, Role.AUDITOR} else {"province_id": setting.province.id}


def _grant(book: Book, account: UUID, role: Role, scope: dict[str, object], since: date, *, minute: int = 30) -> None:
    book.add(
        "people.rolegrant",
        moment(since, 10, minute),
        account_id=account,
        role=role.value,
        starts_on=since,
        ends_on=REFORM if role is Role.DISTRICT else None,
        **(dict.fromkeys(SCOPES) | scope),
    )
