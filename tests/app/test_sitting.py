"""A visit with everything seen, raised, brought and promised there: all of it or nothing, once."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from diaban.fieldwork.models import Commitment, Difficulty, SituationNote, Support, Visit
from diaban.fieldwork.rules import Authority, DifficultyState, Source, SupportKind, Trend, ValueBasis, VisitState
from diaban.fieldwork.services import (
    CommitmentDraft,
    DifficultyDraft,
    NoteDraft,
    Sitting,
    SupportDraft,
    VisitDraft,
    plan_visit,
    record_sitting,
)
from diaban.kit.clock import at_hanoi
from diaban.kit.errors import NotAllowed, RuleBroken
from diaban.kit.ids import uuid7
from diaban.planning.rules import EventKind, Topic
from tests import make
from tests.make import AT

pytestmark = pytest.mark.django_db
DAY = date(2023, 3, 15)
HOUSE = SupportDraft(SupportKind.WORKS, "Xóa nhà tạm", Source.BUDGET, 60_000_000, ValueBasis.INVOICE, households=1)
BRIDGE = DifficultyDraft("Cầu tràn ngập", "Ngập khi mưa lớn.", Topic.ECONOMY, Authority.STANDING)
SITTING = Sitting(
    visit=VisitDraft(DAY, EventKind.VILLAGE, "Thăm bản, nghe ý kiến.", half_days=2, met="Trưởng bản và 12 hộ"),
    notes=[NoteDraft(Topic.PUBLIC_MOOD, Trend.BETTER, "Nhân dân đồng tình.")],
    difficulties=[BRIDGE],
    supports=[replace(HOUSE, whole_vnd=100_000_000, partners="Hội Nông dân tỉnh")],
    commitments=[CommitmentDraft("Trả lời về giống chè", date(2023, 4, 1))],
)


def counts() -> tuple[int, ...]:
    return tuple(model._default_manager.count() for model in (Visit, SituationNote, Difficulty, Support, Commitment))


def test_everything_of_a_sitting_stands_under_its_visit() -> None:
    world = make.world()

    visit = record_sitting(assignment=world.at_pa_co, sitting=SITTING, by=world.as_lan, at=AT)

    assert counts() == (1, 1, 1, 1, 1)
    assert (visit.topics, visit.met, visit.half_days) == ([Topic.PUBLIC_MOOD], "Trưởng bản và 12 hộ", 2)
    difficulty, support, promised = Difficulty.objects.get(), Support.objects.get(), Commitment.objects.get()
    assert (difficulty.visit, difficulty.state) == (visit, DifficultyState.ROUTED)
    assert (support.visit, support.value_vnd, support.whole_vnd) == (visit, 60_000_000, 100_000_000)
    assert (promised.visit, promised.due_on) == (visit, date(2023, 4, 1))


def test_sent_twice_it_is_one_sitting() -> None:
    world, id = make.world(), uuid7()
    first = record_sitting(assignment=world.at_pa_co, sitting=SITTING, id=id, by=world.as_lan, at=AT)
    second = record_sitting(assignment=world.at_pa_co, sitting=SITTING, id=id, by=world.as_lan, at=AT)
    assert first == second
    assert counts() == (1, 1, 1, 1, 1)


def test_a_planned_visit_becomes_the_record_once() -> None:
    world, id = make.world(), uuid7()
    planned = plan_visit(
        assignment=world.at_pa_co, visited_on=DAY, event_kind=EventKind.CELL, by=world.as_lan, at=at_hanoi(DAY)
    )
    sitting = replace(SITTING, visit=replace(SITTING.visit, planned=planned))

    for _ in range(2):
        visit = record_sitting(assignment=world.at_pa_co, sitting=sitting, id=id, by=world.as_lan, at=AT)

    assert (visit.pk, visit.state, visit.event_kind) == (planned.pk, VisitState.DONE, EventKind.VILLAGE)
    assert counts() == (1, 1, 1, 1, 1)


@pytest.mark.parametrize(
    ("broken", "field"),
    [
        (replace(SITTING, visit=replace(SITTING.visit, outcome=" ")), "outcome"),
        (replace(SITTING, notes=[NoteDraft(Topic.ECONOMY, Trend.WORSE, "")]), "notes-0-text"),
        (replace(SITTING, difficulties=[BRIDGE, replace(BRIDGE, title="")]), "difficulties-1-title"),
        (replace(SITTING, difficulties=[replace(BRIDGE, authority=Authority.AGENCY)]), "difficulties-0-owner"),
        (replace(SITTING, supports=[replace(HOUSE, value_vnd=-1)]), "supports-0-value_vnd"),
        (replace(SITTING, supports=[replace(HOUSE, whole_vnd=60_000_000)]), "supports-0-whole_vnd"),
        (replace(SITTING, commitments=[CommitmentDraft("Hứa", date(2023, 3, 1))]), "commitments-0-due_on"),
    ],
)
def test_a_refusal_names_its_place_and_leaves_nothing(broken: Sitting, field: str) -> None:
    world = make.world()
    with pytest.raises(RuleBroken) as refusal:
        record_sitting(assignment=world.at_pa_co, sitting=broken, by=world.as_lan, at=AT)
    assert refusal.value.field == field
    assert counts() == (0, 0, 0, 0, 0)
    assert make.audited() == []


def test_photos_that_cannot_be_taken_leave_nothing() -> None:
    def attach(_: Visit) -> None:
        raise RuleBroken("Tệp này không phải là ảnh.", field="photos")

    world = make.world()
    with pytest.raises(RuleBroken):
        record_sitting(assignment=world.at_pa_co, sitting=replace(SITTING, attach=attach), by=world.as_lan, at=AT)
    assert counts() == (0, 0, 0, 0, 0)


def test_only_the_cadre_and_the_board_record_it() -> None:
    world = make.world()
    for name, actor in world.everybody.items():
        if name not in {"lan", "board"}:
            with pytest.raises(NotAllowed):
                record_sitting(assignment=world.at_pa_co, sitting=SITTING, by=actor, at=AT)
    assert counts() == (0, 0, 0, 0, 0)
