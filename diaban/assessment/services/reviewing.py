"""An agency's collective leadership judges its own year; the Board says what it thinks of that."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from django.db import transaction

from diaban.assessment import policies
from diaban.assessment.models import AgencyAssessment
from diaban.assessment.queries import concluded
from diaban.assessment.queries.agencies import named_before
from diaban.assessment.rules import Fixed, closing_objections, fixing_objections
from diaban.assessment.services.years import judge_within
from diaban.kit import audit
from diaban.kit.actors import Actor
from diaban.kit.clock import local_date
from diaban.kit.errors import RuleBroken
from diaban.kit.ids import uuid7
from diaban.kit.objections import demand, passage, refuse
from diaban.kit.records import hold, sent_before
from diaban.obligations.rules import ObligationKind
from diaban.obligations.services.handing_in import hand_in
from diaban.people.models import Agency
from diaban.regulations.queries import rule_values
from diaban.reporting.rules import CompletionLevel


@transaction.atomic
def review_agency(
    *,
    agency: Agency,
    year: int,
    self_level: CompletionLevel,
    self_comment: str,
    fixed: Fixed = Fixed.NONE,
    fixed_note: str = "",
    id: UUID | None = None,
    by: Actor,
    at: datetime,
) -> AgencyAssessment:
    """The leadership's own level and comment for a year, once. What the system counts stands beside it, not in it."""
    demand(policies.may_review(by, agency), "Chỉ lãnh đạo cơ quan nhận xét tập thể lãnh đạo của mình.")
    if known := sent_before(AgencyAssessment.objects.all(), id, agency_id=agency.pk, year=year):
        return known
    _open_for_review(agency, year, at)
    refuse(fixing_objections(fixed, fixed_note, named=named_before(agency, year)))
    review = AgencyAssessment(
        id=id or uuid7(),
        province=agency.province,
        agency=agency,
        year=year,
        self_level=self_level,
        self_comment=passage(self_comment, field="self_comment", name="nội dung tự nhận xét", limit=4000),
        fixed=fixed,
        fixed_note=passage(fixed_note, field="fixed_note", name="việc đã khắc phục", limit=4000, required=False),
        sent_at=at,
    )
    review.save(force_insert=True)
    hand_in(kind=ObligationKind.AGENCY_ASSESSMENT, owner=agency.pk, year=year, record=review, by=by, at=at)
    audit.record("agency_review.sent", review, by=by, at=at, year=year, level=self_level.value)
    return review


def _open_for_review(agency: Agency, year: int, at: datetime) -> None:
    """Keep the year from being concluded meanwhile; raise RuleBroken when no review of it is taken in now."""
    judge_within(agency.province, year)
    hold(agency)
    rules = rule_values(agency.province, year)
    opens_on, _ = rules.assessment_window(year)
    closed = concluded(agency.province, year)
    locks_on, today = rules.locks_on(year), local_date(at)
    refuse(closing_objections(year, today=today, opens_on=opens_on, locks_on=locks_on, concluded=closed))
    if AgencyAssessment.objects.filter(agency=agency, year=year).exists():
        raise RuleBroken(f"Cơ quan đã gửi nhận xét năm {year}.", field="year")


@transaction.atomic
def comment_agency_review(
    *,
    review: AgencyAssessment,
    board_level: CompletionLevel,
    board_comment: str,
    shortcomings: str = "",
    by: Actor,
    at: datetime,
) -> AgencyAssessment:
    """The Board's comment and the level that it proposes to the Standing Committee, once.

    `shortcomings` are what the leadership has to mend; its next review says what came of them.
    """
    demand(policies.may_receive(by, review.province_id), "Chỉ Ban Tổ chức Tỉnh ủy cho ý kiến về nhận xét của cơ quan.")
    hold(review)
    if review.board_level:
        raise RuleBroken("Ban Tổ chức đã cho ý kiến về bản nhận xét này.", field="board_level")
    review.board_level = board_level
    review.board_comment = passage(board_comment, field="board_comment", name="ý kiến của Ban Tổ chức", limit=4000)
    review.shortcomings = passage(shortcomings, field="shortcomings", name="hạn chế", limit=4000, required=False)
    review.commented_at = at
    review.save(update_fields=["board_level", "board_comment", "shortcomings", "commented_at"])
    audit.record("agency_review.commented", review, by=by, at=at, level=board_level.value)
    return review
