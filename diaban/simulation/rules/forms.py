"""The year's end: communes' forms on their cadres, agencies' reviews, requests for another cadre."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from datetime import date, datetime, timedelta
from uuid import UUID

from diaban.assessment.rules import CRITERIA, Fixed, Mark
from diaban.fieldwork.rules import AgencyActKind
from diaban.reporting.rules import CompletionLevel
from diaban.simulation.rules.book import Book, moment
from diaban.simulation.rules.duties import Owed
from diaban.simulation.rules.replacing import OUT_REASONS, request_of
from diaban.simulation.rules.reports import year_closed
from diaban.simulation.rules.words.papers import (
    ACTS,
    AGENCY_COMMENTS,
    ANSWERS,
    BOARD_COMMENTS,
    LIMITS,
    PROPOSALS,
    REASONS,
    STRENGTHS,
    WANTS_OUT,
    WISH,
)
from diaban.simulation.rules.world import Agency, Conduct, Duty, Setting

ACT_MONTHS = {AgencyActKind.CHECK: (6, 11, 9), AgencyActKind.JOINT: (1, 7, 10, 11)}
EARLY_ACTS = {AgencyActKind.CHECK: (4,), AgencyActKind.JOINT: (1, 4)}
"""When they fall; whatever else is arranged is arranged in February. The second: in the first months of a year."""
MARKS = {
    CompletionLevel.EXCELLENT: {Mark.GOOD: 92, Mark.FAIR: 8},
    CompletionLevel.GOOD: {Mark.GOOD: 62, Mark.FAIR: 33, Mark.AVERAGE: 5},
    CompletionLevel.COMPLETED: {Mark.GOOD: 12, Mark.FAIR: 48, Mark.AVERAGE: 40},
    CompletionLevel.NOT_COMPLETED: {Mark.AVERAGE: 40, Mark.POOR: 60},
}


def write_form(book: Book, duty: Duty, conduct: Conduct, owed: Owed) -> UUID | None:
    """The commune's form on its day, its marks, sealed until the year is concluded."""
    key = (duty.id, "commune_assessment")
    day = owed.day(book, key, conduct.form, lead=15)
    if day is None:
        return None
    at = book.moment(day)
    level = _level(book, conduct)
    why = WANTS_OUT.format(why=book.pick(OUT_REASONS)) if conduct.wanted_out else book.pick(REASONS[level])
    meeting = _meeting(book, owed, day)
    with book.apart("said in forms"):
        said = _said(book, owed, level)
    written = dict(
        **duty.scope(owed.year),
        assignment_id=duty.id,
        version=1,
        strengths=book.pick(STRENGTHS[level]),
        limits=book.pick(LIMITS[level]),
        level=level.value,
        reasons=why,
        wants_replacement=conduct.wanted_out,
        profile_wish=WISH if conduct.wanted_out else "",
        acknowledged=[],
        **meeting,
        signer_name="Thường trực Đảng ủy",
        signer_post="Bí thư" if book.chance(0.7) else "Phó Bí thư Thường trực",
        sent_at=at,
        paper_number=f"{book.random.randint(20, 320)}-BC/ĐU",
        paper_dated_on=day,
        paper_received_on=owed.setting.calendar.add_working_days(day, book.random.randint(2, 6)),
        returned_at=None,
        return_reason="",
        released_at=moment(year_closed(owed.year), 16),
        **said,
    )
    form = _add(book, at, written, asks=conduct.wanted_out)
    owed.receive(key, at, form, "assessment.communeassessment")
    _marks(book, form, level, conduct, day)
    return form


def _meeting(book: Book, owed: Owed, day: date) -> dict[str, object]:
    members = book.random.choice((11, 13, 13, 15))
    against = book.random.choice((0, 0, 0, 1, 2))
    met_on = owed.setting.calendar.latest_working_day(day - timedelta(days=1))
    return {"met_on": met_on, "votes_for": members - against, "votes_against": against, "votes_other": 0}


def _said(book: Book, owed: Owed, level: CompletionLevel) -> dict[str, object]:
    """What the commune proposed, and what some cadres said when the form was opened."""
    said: dict[str, object] = {"proposals": book.pick(PROPOSALS), "answer": "", "answered_at": None}
    if level is CompletionLevel.GOOD or not book.chance(0.2):
        return said
    answered_at = moment(year_closed(owed.year) + timedelta(days=6), 9)
    return said | {"answer": book.pick(ANSWERS), "answered_at": answered_at}


def _level(book: Book, conduct: Conduct) -> CompletionLevel:
    if conduct.wanted_out:
        return CompletionLevel.NOT_COMPLETED if book.chance(0.5) else CompletionLevel.COMPLETED
    if conduct.pace != "steady":
        return CompletionLevel.COMPLETED if book.chance(0.75) else CompletionLevel.GOOD
    if conduct.care > 0.88:
        return CompletionLevel.EXCELLENT if book.chance(0.7) else CompletionLevel.GOOD
    return CompletionLevel.GOOD if book.chance(0.85) else CompletionLevel.COMPLETED


def _add(book: Book, at: datetime, written: Mapping[str, object], *, asks: bool) -> UUID:
    form = book.new_id(at)
    asked = request_of(form) if asks else None
    book.put("assessment.communeassessment", form, **written, replacement_id=asked)
    return form


def _marks(book: Book, form: UUID, level: CompletionLevel, conduct: Conduct, day: date) -> None:
    for criterion, wording in CRITERIA.items():
        mark = book.weighted(MARKS[level])
        if criterion == "programme" and conduct.programme != 0:
            mark = Mark.AVERAGE
        book.add(
            "assessment.assessmentmark",
            moment(day, 10),
            assessment_id=form,
            criterion=criterion,
            wording=wording,
            mark=mark.value,
            note="Gửi chương trình chậm." if criterion == "programme" and conduct.programme else "",
        )


def write_agencies(book: Book, setting: Setting, owed: Owed, duties: list[tuple[Duty, Conduct]]) -> None:
    """What each agency's leadership did in the year, and its own review."""
    cadres = Counter(duty.cadre.agency.id for duty, _ in duties)
    agencies = {duty.cadre.agency.id: duty.cadre.agency for duty, _ in duties}
    for agency in agencies.values():
        zeal = book.random.triangular(0.1, 1.0, 0.75)
        _acts(book, setting, owed, agency, zeal, cadres[agency.id])
        if not setting.runs(owed.year):
            _review(book, setting, owed, agency, zeal)


def _acts(book: Book, setting: Setting, owed: Owed, agency: Agency, zeal: float, cadres: int) -> None:
    checks = sum(book.chance(share) for share in (0.55 + 0.45 * zeal, 0.35 + 0.6 * zeal, zeal * 0.3))
    kinds = [AgencyActKind.CHECK] * checks + [AgencyActKind.TIME] * book.chance(0.5 + zeal / 2)
    kinds += [AgencyActKind.VEHICLE] * book.chance(0.6) + [AgencyActKind.BUDGET] * book.chance(zeal)
    kinds += [AgencyActKind.JOINT] * sum(book.chance(zeal * 0.6) for _ in range(min(cadres, 4)))
    months = {kind: iter(found) for kind, found in (EARLY_ACTS if setting.runs(owed.year) else ACT_MONTHS).items()}
    for kind in kinds:
        month = next(months[kind], None) if kind in months else 2
        if month:
            _act(book, setting, agency, kind, date(owed.year, month, book.random.randint(2, 27)))


def _act(book: Book, setting: Setting, agency: Agency, kind: AgencyActKind, day: date) -> None:
    acted_on = setting.calendar.next_working_day(day)
    if setting.is_past(acted_on):
        book.add(
            "fieldwork.agencyact",
            moment(day),
            province_id=setting.province.id,
            agency_id=agency.id,
            year=day.year,
            kind=kind.value,
            acted_on=acted_on,
            content=book.pick([told for told in ACTS[kind] if "6 tháng" not in told or day.month >= 6]),
        )


def _review(book: Book, setting: Setting, owed: Owed, agency: Agency, zeal: float) -> None:
    key = (agency.id, "agency_assessment")
    draw = book.random.random()
    day = owed.day(book, key, None if draw < 0.045 else (book.random.randint(1, 9) if draw < 0.13 else 0), lead=12)
    if day is None:
        return
    at = book.moment(day)
    own = CompletionLevel.GOOD if zeal > 0.35 else CompletionLevel.COMPLETED
    own = CompletionLevel.EXCELLENT if zeal > 0.86 else own
    lower = own == CompletionLevel.EXCELLENT and book.chance(0.4)
    review = book.add(
        "assessment.agencyassessment",
        at,
        province_id=setting.province.id,
        agency_id=agency.id,
        year=owed.year,
        self_level=own.value,
        self_comment=AGENCY_COMMENTS[0 if zeal > 0.7 else 1 if zeal > 0.4 else 2],
        fixed=Fixed.NONE.value,
        fixed_note="",
        sent_at=at,
        board_level=(CompletionLevel.GOOD if lower else own).value,
        board_comment=BOARD_COMMENTS[2 if zeal < 0.4 else 1 if lower else 0],
        shortcomings=BOARD_COMMENTS[2] if zeal < 0.4 else "",
        commented_at=moment(owed.setting.calendar.add_working_days(day, 5), 15),
    )
    owed.receive(key, at, review, "assessment.agencyassessment")
