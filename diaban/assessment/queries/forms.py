"""A commune's form: written, sent, in its versions, beside the form of the year before and those of other communes."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from diaban.assessment.models import AssessmentDraft, CommuneAssessment
from diaban.assessment.policies import visible_assessments, visible_conclusions, visible_drafts
from diaban.assessment.queries import awaited, form_facts, opens_at_once, year_record
from diaban.assessment.rules import CRITERIA, Doubt, Mark, closing_objections, doubts, likeness_doubts
from diaban.assessment.rules.filling import NOTE, WISH_KEEP, WISH_REPLACE, WISHES
from diaban.assignments.models import Assignment
from diaban.assignments.policies import visible_assignments
from diaban.fieldwork.figures.supports import STANDING
from diaban.fieldwork.models import Support
from diaban.kit import formats
from diaban.kit.actors import Actor
from diaban.obligations.models import Obligation
from diaban.obligations.policies import visible_obligations
from diaban.obligations.queries import owed_with_standing, still_owed, with_last_due
from diaban.obligations.rules import ObligationKind, Standing
from diaban.places.models import Unit
from diaban.regulations.queries import rule_values
from diaban.replacement.rules import ReplacementReason
from diaban.reporting.rules import CompletionLevel

ALONG = ("commune__parent", "cadre", "agency", "province", "assignment__decision")
VOTES = ("votes_for", "votes_against", "votes_other")
DAYS = ("met_on",)
PROSE = ("strengths", "limits", "reasons")


def form_in_view(actor: Actor, pk: UUID) -> CommuneAssessment | None:
    rows = visible_assessments(actor).select_related(*ALONG, "replacement").prefetch_related("marks")
    return rows.filter(pk=pk).first()


def duty_in_view(actor: Actor, pk: UUID) -> Assignment | None:
    along = ("commune__parent", "cadre", "agency", "province", "decision")
    return visible_assignments(actor).select_related(*along).filter(pk=pk).first()


def form_of(actor: Actor, assignment: UUID, year: int) -> CommuneAssessment | None:
    """The one in force of a duty and a year; a returned one counts no more."""
    return visible_assessments(actor).filter(assignment_id=assignment, year=year, returned_at=None).first()


def returned_last(actor: Actor, assignment: UUID, year: int) -> CommuneAssessment | None:
    rows = visible_assessments(actor).filter(assignment_id=assignment, year=year, returned_at__isnull=False)
    return rows.select_related("replacement").prefetch_related("marks").order_by("-version").first()


def versions_of(actor: Actor, form: CommuneAssessment) -> list[CommuneAssessment]:
    rows = visible_assessments(actor).filter(assignment_id=form.assignment_id, year=form.year)
    return list(rows.order_by("-version"))


def draft_of_form(actor: Actor, assignment: UUID, year: int) -> AssessmentDraft | None:
    return visible_drafts(actor).select_related("assignment").filter(assignment_id=assignment, year=year).first()


@dataclass(frozen=True, slots=True)
class Begun:
    """What there is of a form that is not sent: the draft, and the form that came back last."""

    draft: AssessmentDraft | None
    returned: CommuneAssessment | None

    @property
    def written(self) -> dict[str, Any]:
        """The draft; without one, what came back."""
        if self.draft:
            return dict(self.draft.written)
        return written_again(self.returned) if self.returned else {}


def begun_of(actor: Actor, assignment: UUID, year: int) -> Begun:
    return Begun(draft_of_form(actor, assignment, year), returned_last(actor, assignment, year))


def as_written(written: Mapping[str, Any]) -> dict[str, Any]:
    """What a form shows of a draft: days as days, everything else as it is stored."""
    return {
        name: date.fromisoformat(value) if name in DAYS and value else value for name, value in written.items()
    }  # fmt: skip


def marks_in_order(form: CommuneAssessment) -> list[Any]:
    """The marks in the order of the criteria, each with its wording of then."""
    place = {key: at for at, key in enumerate(CRITERIA)}
    return sorted(form.marks.all(), key=lambda mark: place.get(mark.criterion, len(place)))


def marks_written(written: Mapping[str, Any]) -> list[tuple[str, str, str]]:
    """Of a draft by criterion: its wording, the mark in words, the line."""
    return [
        (wording, Mark(written[key]).label if written.get(key) else "", written.get(key + NOTE) or "")
        for key, wording in CRITERIA.items()
    ]


def rest_written(written: Mapping[str, Any]) -> list[tuple[str, str]]:
    """Of a draft what follows the criteria, in words: each title with what is said under it."""
    level, kind = written.get("level"), written.get("replacement_reason")
    met_on = as_written(written).get("met_on")
    ticked = written.get("acknowledged") or ()
    asked = written.get("wish") == WISH_REPLACE
    said = [
        ("Ưu điểm", written.get("strengths")),
        ("Hạn chế", written.get("limits")),
        ("Mức độ hoàn thành", CompletionLevel(level).label if level else "Chưa chọn"),
        ("Lý do", written.get("reasons")),
        ("Đề nghị", WISHES.get(written.get("wish") or "", "Chưa chọn")),
        ("Lý do thay thế thuộc loại", ReplacementReason(kind).label if asked and kind else ""),
        ("Mong muốn về cán bộ thay thế", written.get("profile_wish")),
        ("Đề nghị với cơ quan, với Ban Thường vụ", written.get("proposals")),
        ("Dòng hỗ trợ đã đánh dấu", formats.number(len(ticked))),
        ("Ngày họp Ban Thường vụ Đảng ủy", formats.day(met_on) if met_on else "Chưa ghi"),
        ("Số phiếu", votes_said(*(written.get(name) or 0 for name in VOTES)) or "Chưa ghi"),
        ("Người ký", ", ".join(written.get(name) or "" for name in ("signer_post", "signer_name")).strip(", ")),
    ]
    return [(title, words) for title, words in said if words]


def votes_said(agreed: int, against: int, other: int) -> str:
    """Nothing when no number was given: a vote that nobody counted is not a vote of nought."""
    return "" if not agreed + against + other else f"{agreed} đồng ý, {against} không đồng ý, {other} ý kiến khác"


def written_again(form: CommuneAssessment) -> dict[str, Any]:
    """A form that came back, as the draft of its next version."""
    marks = {mark.criterion: mark for mark in form.marks.all()}
    parts = {key: marks[key].mark for key in CRITERIA} | {key + NOTE: marks[key].note for key in CRITERIA}
    same = ("strengths", "limits", "reasons", "proposals", "profile_wish", "signer_name", "signer_post", "level")
    return (
        parts
        | {name: getattr(form, name) for name in (*same, *VOTES, "acknowledged")}
        | {"wish": WISH_REPLACE if form.wants_replacement else WISH_KEEP}
        | {"replacement_reason": form.replacement.reason if form.replacement else None}
        | {"met_on": form.met_on.isoformat() if form.met_on else None}
    )


def own_supports(assignment: Assignment, year: int, keys: Iterable[str]) -> list[str]:
    """Of the keys those that are lines of support of the duty in the year; others were never offered."""
    ours = {str(line.pk) for line in supports_of(assignment, year)}
    return [key for key in dict.fromkeys(keys) if key in ours]


def supports_of(assignment: Assignment, year: int) -> list[Support]:
    """The lines that stand, to be ticked off one by one."""
    lines = Support.objects.filter(STANDING, commune=assignment.commune_id, cadre=assignment.cadre_id, year=year)
    return list(lines.order_by("supported_on", "pk"))


def ticked_lines(form: CommuneAssessment) -> list[tuple[Support, bool]]:
    """The lines of support of the year that stand, each with whether the commune ticked it."""
    return [(line, str(line.pk) in form.acknowledged) for line in supports_of(form.assignment, form.year)]


def supports_offered(assignment: Assignment, year: int) -> list[tuple[str, str]]:
    return [
        (str(line.pk), f"{formats.day(line.supported_on)}: {line.content} ({formats.money(line.value_vnd)})")
        for line in supports_of(assignment, year)
    ]


def owed_for(
    actor: Actor, assignment: Assignment, year: int, today: date
) -> tuple[Obligation, Standing] | None:  # fmt: skip
    """The obligation that the form answers, for whoever may know of it, and how it stands."""
    kind = ObligationKind.COMMUNE_ASSESSMENT
    owed = visible_obligations(actor).filter(assignment_id=assignment.pk, year=year, kind=kind)
    return owed_with_standing(owed, on=today)


def to_send(actor: Actor, today: date) -> list[Obligation]:
    """Forms that the person's communes have not sent and can still send; nothing for anybody who sends none."""
    if not actor.communes:
        return []
    owed = visible_obligations(actor).filter(kind=ObligationKind.COMMUNE_ASSESSMENT, opens_on__lte=today)
    waits = still_owed(owed.filter(commune_id__in=actor.communes), today)
    return list(with_last_due(waits).select_related("commune", "cadre").order_by("last_due", "pk"))


def window(assignment: Assignment, year: int) -> tuple[date, date]:
    """First and last day on which the form is in time."""
    return rule_values(assignment.province, year).assessment_window(year)


def closed_to(assignment: Assignment, year: int, *, at: datetime) -> list[str]:
    """Why no form of the year is taken in now, in sentences; nothing when one is."""
    facts = form_facts(assignment, year, at=at)
    when = {"today": facts.today, "opens_on": facts.opens_on, "locks_on": facts.locks_on}
    return [one.sentence for one in closing_objections(year, concluded=facts.concluded, **when)]


def seals(assignment: Assignment, year: int) -> bool:
    """Whether a form of the year is kept sealed until the year is concluded."""
    return not opens_at_once(assignment.province, year)


def waiting_of(actor: Actor, province: Unit, year: int, today: date) -> dict[str, Any]:
    """What the conclusion of the year would open, and whether there is one already."""
    forms = visible_assessments(actor).filter(year=year, returned_at=None)
    return {
        "sent": forms.count(),
        "sealed": forms.filter(released_at=None).count(),
        "awaited": awaited(province, year, today),
        "conclusion": visible_conclusions(actor).filter(year=year).first(),
    }


def questions_on(
    actor: Actor, assignment: Assignment, year: int, written: Mapping[str, Any], *, today: date
) -> list[Doubt]:
    """What the form is asked before it is sent, and when it is read: the records, itself, and forms that are like it.

    It is compared with what the person may read: a commune with its own form of the year before, the Board with all.
    """
    marks = {key: Mark(written[key]) for key in CRITERIA if written.get(key)}
    found: list[Doubt] = []
    if written.get("level"):
        level, wants = CompletionLevel(written["level"]), written.get("wish") == WISH_REPLACE
        record = year_record(assignment, year, today=today)
        found = doubts(marks=marks, level=level, wants_replacement=wants, record=record)
    text = " ".join(str(written.get(name) or "") for name in PROSE)
    return [*found, *likeness_doubts(text, year=year, **_beside(actor, assignment, year))]


def _beside(actor: Actor, assignment: Assignment, year: int) -> dict[str, Any]:
    seen = visible_assessments(actor).filter(returned_at=None, province_id=assignment.province_id)
    own = seen.filter(commune_id=assignment.commune_id, year=year - 1).order_by("pk").first()
    others = seen.filter(year=year).exclude(assignment_id=assignment.pk).order_by("commune__name", "pk")
    told = others.values_list("commune__name", *PROSE)
    return {
        "last_year": " ".join(getattr(own, name) for name in PROSE) if own else "",
        "others": [(name, " ".join(texts)) for name, *texts in told],
    }
