"""One world for the folder: the simulated year, some seals put back, a neighbouring province, the canaries."""

from __future__ import annotations

import logging
import os
from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import dataclass
from datetime import date
from functools import cache
from uuid import UUID

import pytest
from pytest_django.fixtures import Settings
from pytest_django.plugin import DjangoDbBlocker

from diaban.assessment.models import CommuneAssessment, YearConclusion
from diaban.kit.actors import Role
from diaban.kit.clock import at_hanoi
from diaban.people.models import Account, RoleGrant
from diaban.people.queries import actor_on
from diaban.places.models import Unit
from diaban.ranking.models import RatingOpinion
from diaban.ranking.services import open_round
from diaban.replacement.models import ReplacementRequest
from tests import database, make
from tests.security import canaries, facts
from tests.security.canaries import Canary
from tests.security.oracle import Principal, Record, may_read, may_see

TODAY = date(2024, 5, 10)
SEALED = {"released_at": None, "answer": "", "answered_at": None}
"""A form as before its opening: nobody has answered it."""
SHOWN = {
    "kho-khan": ("title",),
    "mo-hinh": ("title",),
    "ghi-nhan-tinh-hinh": ("text",),
    "ho-tro": ("content",),
    "viec-cua-co-quan": ("content",),
    "ban-tin": ("title",),
    "noi-dung-chuong-trinh": ("expected_result",),
    "kiem-tra": ("title", "lead_body", "decision_symbol"),
    "ket-luan-kiem-tra": ("description",),
    "xep-loai": ("decision_symbol",),
    "de-nghi-thay-the": ("decision_symbol",),
    "xa-lam-theo": ("result",),
}
"""Texts that the lists show. The others must reach nobody who may not see the record, and need not be shown at all."""


@dataclass(frozen=True, eq=False)
class Year:
    """The year as the tests know it: who comes to the door, and every record by its key."""

    principals: dict[str, Principal]
    records: dict[UUID, Record]
    people: dict[UUID, str]
    """cadres, agencies and accounts; of accounts the user name"""
    planted: set[Canary]

    def seen_by(self, who: Principal) -> list[Record]:
        return [record for record in self.records.values() if may_see(who, record)]

    def out_of_scope(self, who: Principal, attribute: str) -> list[str]:
        """Agencies, cadres, communes or districts that none of the records in view carries."""
        mine = {getattr(record, attribute) for record in self.seen_by(who)}
        theirs = {getattr(record, attribute) for record in self.records.values()} - mine - {None}
        return sorted(map(str, theirs))

    def leaks(self, who: Principal | None, found: set[Canary]) -> set[Canary]:
        """What of all that came back the person may not know. Keys of nobody's concern (rule sets) are left out."""
        ours = {canary for canary in found if canary.pk in self.records or canary.pk in self.people}
        return ours if who is None else {canary for canary in ours if not self._may_know(who, canary)}

    def _may_know(self, who: Principal, canary: Canary) -> bool:
        record = self.records.get(canary.pk)
        if record is not None:
            return may_read(who, record)
        return self.people[canary.pk] == who.username or canary.pk in self.named_to(who)

    @cache  # noqa: B019 -- as long as the world lasts
    def named_to(self, who: Principal) -> frozenset[UUID]:
        return frozenset(facts.names_told(who, self.seen_by(who)))

    def owed(self, who: Principal) -> set[Canary]:
        """What must come back somewhere: the key of every listed record, and the texts that the lists show."""
        seen = [record for record in self.seen_by(who) if record.listed]
        texts = {Canary(r.pk, name) for r in seen for name in SHOWN.get(r.ledger, ()) if may_read(who, r)}
        return {Canary(record.pk) for record in seen} | (texts & self.planted)


@pytest.fixture(scope="session")
def world_with_marks(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[tuple[str, Year]]:
    """The database with the marks, made once a process however often this folder's tests begin; and what it holds."""
    with ExitStack() as stack:
        with django_db_blocker.unblock():
            name = stack.enter_context(database.spare_copy(database.YEAR, f"test_diaban_marks_{os.getpid()}"))
            with database.in_use(name):
                world = marked()
        yield name, world


@pytest.fixture(scope="package")
def planted(world_with_marks: tuple[str, Year], django_db_blocker: DjangoDbBlocker) -> Iterator[Year]:
    name, world = world_with_marks
    with django_db_blocker.unblock(), database.in_use(name):
        yield world


def marked() -> Year:
    canaries.unlock()
    seal_some()
    rate_the_year()
    let_a_neighbour_in()
    canaries.plant()
    return Year(
        principals=facts.principals(),
        records={record.pk: record for record in facts.records()},
        people=facts.people(),
        planted=canaries.planted_in(),
    )


@pytest.fixture
def guarded(planted: Year, db: None, settings: Settings) -> Iterator[Year]:
    """The world on the demo's day, undone after the test."""
    settings.DIABAN_CLOCK = TODAY
    logging.disable(logging.WARNING)
    yield planted
    logging.disable(logging.NOTSET)


def rate_the_year() -> None:
    """Its results are the Board's draft: the forms that they rest on are sealed, so nobody else reads any of them."""
    board = actor_on(Account.objects.get(username="btc"), TODAY)
    at = at_hanoi(TODAY, 9)
    round = open_round(province=Unit.objects.get(pk=board.province or 0), year=2023, by=board, at=at)
    RatingOpinion.objects.bulk_create(
        RatingOpinion(line=line, text="Thống nhất với mức đề xuất.", at=at, by_name="Đại diện cơ quan")
        for line in round.lines.all()
    )


def seal_some() -> None:
    """As before the conclusion of the year: the commune's own form, every second other, one of the two requests."""
    YearConclusion.objects.all().delete()
    home = RoleGrant.objects.get(role=Role.COMMUNE)
    requested = CommuneAssessment.objects.exclude(replacement=None).order_by("id").values_list("pk", flat=True)
    others = CommuneAssessment.objects.order_by("id").values_list("pk", flat=True)
    sealed = {*list(others)[::2], requested[0]} - {requested[1]}
    CommuneAssessment.objects.filter(pk__in=sealed).update(**SEALED)
    CommuneAssessment.objects.filter(commune=home.unit).update(**SEALED)
    closed = CommuneAssessment.objects.filter(released_at=None).exclude(replacement=None).values("replacement")
    ReplacementRequest.objects.filter(pk__in=closed).update(released_at=None)


def let_a_neighbour_in() -> None:
    """The Organisation Board of another province, and its Standing Committee: they see nothing of this one."""
    other = Unit.objects.filter(level="province", valid_to=None).exclude(code="17").order_by("code")[0]
    for role in (Role.BOARD, Role.STANDING):
        account = make.account(f"Tỉnh bạn {role}", username=f"ban-{role}")
        make.grant(account=account, role=role, province=other)
