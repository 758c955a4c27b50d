"""Who may see which record, written down a second time from the rules of the programme, and from nothing in the house.

The policies filter by SQL; this decides on plain values. Where the two disagree, one of them is wrong.
"""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

PROVINCE_BODIES = {"board", "standing", "inspector"}
"""The Organisation Board, the Standing Committee and its inspectors see their province whole, seals excepted."""
READERS = {*PROVINCE_BODIES, "cadre", "agency", "commune", "district"}
"""Who has a part in the content. Publisher, system administrator and auditor have none."""


@dataclass(frozen=True, slots=True)
class Principal:
    """Somebody at the door: the role and the one thing that it reaches.

    `grant` is chosen at the door where it is not the first of several that the account holds.
    """

    username: str
    role: str
    grant: UUID | None = None
    province: int | None = None
    commune: int | None = None
    district: int | None = None
    agency: UUID | None = None
    cadre: UUID | None = None


@dataclass(frozen=True, slots=True)
class Record:
    """A record as far as its visibility goes. `ledger` is the key in its address."""

    ledger: str
    pk: UUID
    province: int
    year: int = 2023
    """the year in whose ledgers it stands first"""
    commune: int | None = None
    district: int | None = None
    agency: UUID | None = None
    cadre: UUID | None = None
    owner: UUID | None = None
    """the agency that a difficulty was put to"""
    kind: str = ""
    sealed: bool = False
    """a commune's judgement that the Standing Committee has not opened yet, or a request made in one"""
    verified: bool = False
    """a request to replace that the Board has laid before the Standing Committee"""
    draft: bool = False
    listed: bool = True
    """whether the year's ledgers show it to those who may see it (what is a draft or lies ahead is in none)"""
    offered: bool = False
    """a model that is told to every commune of the province, or what came of copying one"""
    told_to: frozenset[UUID] = frozenset()
    """cadres and agencies that are told of something of a commune: who is invited, who follows it or did"""


def may_see(who: Principal, record: Record) -> bool:
    if who.role not in READERS or who.province != record.province:
        return False
    return _has_a_part(who, record) and not _is_kept_from(who, record)


def may_read(who: Principal, record: Record) -> bool:
    """The words of a record: as the record, but a model that is offered is read by every commune of the province."""
    if record.offered and who.role in READERS and who.province == record.province:
        return True
    return may_see(who, record)


def _has_a_part(who: Principal, record: Record) -> bool:
    """By the place for communes and districts, by the person for cadres, by the house for agencies."""
    if who.role in PROVINCE_BODIES:
        return True
    if who.role == "cadre":
        return record.cadre == who.cadre or who.cadre in record.told_to
    if who.role == "agency":
        return bool({who.agency} & {record.agency, record.owner, *record.told_to})
    if who.role == "commune":
        return record.commune == who.commune
    return record.district == who.district


def _is_kept_from(who: Principal, record: Record) -> bool:
    """What even those with a part in it are not told."""
    if record.sealed and who.role not in {"board", "commune"}:
        return not (who.role == "standing" and record.verified)
    if record.ledger in _RATING:
        return who.role != "board"
    if record.draft and who.role != "cadre":
        return True
    return record.ledger in _KEPT.get(who.role, set())


_RATING = {"dot-danh-gia", "ket-qua-theo-doi", "y-kien-ket-qua"}
"""A year's results while the Board drafts them."""
_LOCAL = {"viec-cua-co-quan", "nhan-xet-co-quan", "kiem-tra", "ket-luan-kiem-tra", "xep-loai"}
"""What concerns an agency or a person of the province, and no commune or district."""
_KEPT = {
    "commune": _LOCAL,
    "district": _LOCAL,
    "cadre": {"viec-cua-co-quan", "nhan-xet-co-quan", "kiem-tra"},
} | {"agency": {"kiem-tra"}}
