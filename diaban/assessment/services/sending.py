"""A commune sends its form, sealed; the Board notes the paper, or returns the form so that a new version follows."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime
from uuid import UUID

from django.db import transaction

from diaban.assessment import policies
from diaban.assessment.models import AssessmentMark, CommuneAssessment
from diaban.assessment.queries import form_facts, opens_at_once
from diaban.assessment.queries.forms import own_supports
from diaban.assessment.rules import (
    CRITERIA,
    FormDraft,
    form_objections,
    return_objections,
)
from diaban.assessment.services.filing import keep
from diaban.assessment.services.years import judge_within
from diaban.assignments.models import Assignment
from diaban.assignments.queries import whose
from diaban.attachments.examining import Examined
from diaban.kit import audit
from diaban.kit.actors import Actor
from diaban.kit.clock import local_date
from diaban.kit.errors import RuleBroken
from diaban.kit.formats import day
from diaban.kit.ids import uuid7
from diaban.kit.objections import demand, line, passage, refuse
from diaban.kit.records import hold, sent_before
from diaban.obligations.rules import ObligationKind
from diaban.obligations.services.handing_in import hand_back, hand_in
from diaban.replacement.models import ReplacementRequest
from diaban.replacement.rules import OPEN, decided
from diaban.replacement.services import ask_in_form, lapse

BOARD_ONLY = "Chỉ Ban Tổ chức Tỉnh ủy nhận phiếu nhận xét của xã."


@transaction.atomic
def send_assessment(
    *,
    assignment: Assignment,
    year: int,
    draft: FormDraft,
    paper_number: str = "",
    paper_dated_on: date | None = None,
    id: UUID | None = None,
    by: Actor,
    at: datetime,
) -> CommuneAssessment:
    """Send the form on the cadre to the Organisation Board; it stays sealed until the year is concluded.

    The criteria's wording is copied into it. Late is not refused before the year is closed, it shows on the obligation.
    A form that asks for another cadre makes the request, too. Raises RuleBroken when one stands for the year already.
    """
    demand(policies.may_assess(by, assignment), "Chỉ Đảng ủy xã gửi phiếu nhận xét cán bộ theo dõi xã mình.")
    if known := sent_before(CommuneAssessment.objects.all(), id, assignment_id=assignment.pk, year=year):
        return known
    judge_within(assignment.province, year)
    hold(assignment)
    draft = _cleaned(draft)
    refuse(form_objections(draft, form_facts(assignment, year, at=at)))
    form = CommuneAssessment(
        id=id or uuid7(),
        assignment=assignment,
        year=year,
        version=_next_version(assignment, year),
        paper_number=line(paper_number, field="paper_number", name="số bản giấy", limit=60, required=False),
        paper_dated_on=paper_dated_on,
        sent_at=at,
        released_at=at if opens_at_once(assignment.province, year) else None,
        **whose(assignment),
    )
    if draft.wants_replacement:
        form.replacement = _ask(form, draft, by, at)
    _write(form, draft)
    _after_sending(form, by, at)
    return form


@transaction.atomic
def note_paper_received(
    *,
    assessment: CommuneAssessment,
    number: str,
    dated_on: date,
    received_on: date,
    documents: Sequence[Examined] = (),
    by: Actor,
    at: datetime,
) -> CommuneAssessment:
    """The signed paper came to the Board: its number, its date and the day, its scan where there is one.

    A slip is mended by noting it again.
    """
    demand(policies.may_receive(by, assessment.province_id), BOARD_ONLY)
    hold(assessment)
    if not dated_on <= received_on <= local_date(at):
        raise RuleBroken(f"Ngày nhận phải từ ngày ký {day(dated_on)} đến hôm nay.", field="received_on")
    assessment.paper_number = line(number, field="number", name="số bản giấy", limit=60)
    assessment.paper_dated_on, assessment.paper_received_on = dated_on, received_on
    assessment.save(update_fields=["paper_number", "paper_dated_on", "paper_received_on"])
    keep(assessment, documents, by, at)
    audit.record("assessment.paper_received", assessment, by=by, at=at, number=assessment.paper_number)
    return assessment


@transaction.atomic
def return_assessment(*, assessment: CommuneAssessment, reason: str, by: Actor, at: datetime) -> CommuneAssessment:
    """Give the form back with a reason: it stays as it was, is owed again, and its request for another cadre falls."""
    demand(policies.may_receive(by, assessment.province_id), BOARD_ONLY)
    hold(assessment)
    asked = assessment.replacement
    refuse(
        return_objections(
            returned=assessment.returned_at is not None,
            released=assessment.released_at is not None,
            request_decided=asked is not None and decided(asked.state),
        )
    )
    reason = passage(reason, field="reason", name="lý do trả lại", limit=1000)
    assessment.returned_at, assessment.return_reason = at, reason
    assessment.save(update_fields=["returned_at", "return_reason"])
    kind, owner = ObligationKind.COMMUNE_ASSESSMENT, assessment.assignment_id
    hand_back(kind=kind, owner=owner, year=assessment.year, record=assessment, reason=reason, by=by, at=at)
    if asked and asked.state in OPEN:
        lapse(request=asked, by=by, at=at)
    audit.record("assessment.returned", assessment, by=by, at=at, reason=reason)
    return assessment


def _next_version(assignment: Assignment, year: int) -> int:
    """After a returned form; the assignment is held, so two do not take the same number."""
    last = CommuneAssessment.objects.filter(assignment=assignment, year=year).order_by("-version").first()
    if last and last.returned_at is None:
        raise RuleBroken(f"Phiếu nhận xét năm {year} đã gửi. Muốn sửa, hãy đề nghị Ban Tổ chức trả lại.", field="year")
    return last.version + 1 if last else 1


def _cleaned(draft: FormDraft) -> FormDraft:
    return replace(
        draft,
        strengths=passage(draft.strengths, field="strengths", name="ưu điểm", limit=4000),
        limits=passage(draft.limits, field="limits", name="hạn chế", limit=4000),
        reasons=passage(draft.reasons, field="reasons", name="lý do", limit=4000, required=False),
        proposals=passage(draft.proposals, field="proposals", name="đề nghị", limit=4000, required=False),
        profile_wish=passage(draft.profile_wish, field="profile_wish", name="mong muốn", limit=1000, required=False),
        signer_name=line(draft.signer_name, field="signer_name", name="họ tên người ký", limit=200),
        signer_post=line(draft.signer_post, field="signer_post", name="chức vụ người ký", limit=200),
    )


def _write(form: CommuneAssessment, draft: FormDraft) -> None:
    form.strengths, form.limits, form.level = draft.strengths, draft.limits, draft.level
    form.reasons, form.wants_replacement = draft.reasons, draft.wants_replacement
    form.votes_for, form.votes_against, form.votes_other = draft.votes_for, draft.votes_against, draft.votes_other
    form.met_on, form.proposals, form.profile_wish = draft.met_on, draft.proposals, draft.profile_wish
    form.acknowledged = own_supports(form.assignment, form.year, draft.acknowledged)
    form.signer_name, form.signer_post = draft.signer_name, draft.signer_post
    form.save(force_insert=True)
    AssessmentMark.objects.bulk_create(
        AssessmentMark(
            assessment=form,
            criterion=marked.criterion,
            wording=CRITERIA[marked.criterion],
            mark=marked.mark,
            note=line(marked.note, field=marked.criterion, name="nhận xét", limit=500, required=False),
        )
        for marked in draft.marks
    )


def _ask(form: CommuneAssessment, draft: FormDraft, by: Actor, at: datetime) -> ReplacementRequest | None:
    return ask_in_form(
        assignment=form.assignment,
        year=form.year,
        reason=draft.replacement_reason,
        reason_text=draft.reasons,
        released_at=form.released_at,
        by=by,
        at=at,
    )


def _after_sending(form: CommuneAssessment, by: Actor, at: datetime) -> None:
    kind, owner = ObligationKind.COMMUNE_ASSESSMENT, form.assignment_id
    hand_in(kind=kind, owner=owner, year=form.year, record=form, by=by, at=at)
    audit.record("assessment.sent", form, by=by, at=at, year=form.year, version=form.version)
