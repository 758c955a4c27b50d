"""Inspections of a year: planned, decided with a team, drawn, concluded, and what they found."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID

from diaban.oversight.rules import (
    CHECKLISTS,
    Basis,
    CheckResult,
    InspectionKind,
    InspectionState,
    Responsible,
    draw,
)
from diaban.simulation.rules.book import Book, moment
from diaban.simulation.rules.diary import write_lines
from diaban.simulation.rules.words.papers import CONCLUSION, FINDINGS, GOOD, INSPECTIONS, SEEN
from diaban.simulation.rules.world import Conduct, Duty, Setting

BLANK: dict[str, object] = {
    "decision_symbol": "",
    "decided_on": None,
    "period_from": None,
    "period_to": None,
    "agency_id": None,
    "seed": "",
    "percent": None,
    "signal_kinds": [],
    "population": None,
    "population_digest": "",
    "drawn_at": None,
    "drawn_by": "",
    "conclusion_symbol": "",
    "done_on": None,
    "summary": "",
    "good": "",
    "cancel_reason": "",
    "closed_on": None,
}
NOT_HELD = {
    "state": InspectionState.CANCELLED.value,
    "cancel_reason": "Chuyển sang kế hoạch năm sau theo đề nghị của cơ quan chủ trì.",
}


@dataclass(frozen=True, slots=True)
class Case:
    """An inspection that was decided; `done` is null while the team is out."""

    key: UUID
    kind: InspectionKind
    lead: str
    symbol: str
    decided: date
    done: date | None
    year: int
    seed: str

    @property
    def decision(self) -> dict[str, object]:
        """What stands of it from the decision on, and from the conclusion on."""
        under_way: dict[str, object] = {
            "state": InspectionState.UNDERWAY.value,
            "decision_symbol": self.symbol,
            "decided_on": self.decided,
            "period_from": date(self.year, 1, 1),
            "period_to": self.decided,
            "seed": self.seed,
            "drawn_at": moment(self.decided, 15),
            "drawn_by": self.lead,
        }
        if not self.done:
            return under_way
        return under_way | {
            "state": InspectionState.CONCLUDED.value,
            "conclusion_symbol": self.symbol.replace("QĐ", "KL"),
            "done_on": self.done,
            "summary": CONCLUSION,
            "good": GOOD,
        }


def write_inspections(book: Book, setting: Setting, duties: list[tuple[Duty, Conduct]], year: int) -> None:
    """Three in the plan of the year, the last of them not held; findings fall on those who gave cause.

    In the year that runs the first has its decision and its sample, and the team is out.
    """
    poor = [duty for duty, _ in sorted(duties, key=lambda pair: pair[1].care)[: max(len(duties) // 8, 4)]]
    for index, (kind, title, lead, month) in enumerate(INSPECTIONS):
        planned = setting.calendar.next_working_day(date(year, month, 10))
        done = planned + timedelta(days=book.random.randint(12, 26)) if index < 2 else None
        done = done if done and setting.is_past(done) else None
        symbol = f"{book.random.randint(15, 95)}-QĐ/{'BTCTU' if 'Tổ chức' in lead else 'UBKTTU'}"
        key = book.new_id(moment(date(year, 1, 15) if setting.runs(year) else planned))
        plan = BLANK | {
            "province_id": setting.province.id,
            "year": year,
            "kind": kind,
            "state": InspectionState.SCHEDULED.value,
            "lead_body": lead,
            "title": f"{title} năm {year}",
            "planned_on": planned,
        }
        named = book.random.sample(poor, min(4, len(poor))) if done else []
        decided = _decided_on(setting, planned, done, year, first=index == 0)
        if not decided:
            over = {} if setting.runs(year) else NOT_HELD
            book.put("oversight.inspection", key, **plan | over)
            continue
        case = Case(key, InspectionKind(kind), lead, symbol, decided, done, year, f"{year}-{index + 1}")
        held = [duty for duty, _ in duties if duty.starts_on <= decided]
        with book.apart("samples"):
            sample = _write_case(book, setting, case, plan, named, held)
        for duty in named:
            _finding(book, setting, case, sample[duty.id], duty)


def _decided_on(setting: Setting, planned: date, done: date | None, year: int, *, first: bool) -> date | None:
    if done:
        return planned
    out = first and setting.runs(year) and setting.today > date(year, 2, 1)
    return setting.no_later(setting.today - timedelta(days=7)) if out else None


def _write_case(
    book: Book, setting: Setting, case: Case, plan: dict[str, object], named: list[Duty], held: list[Duty]
) -> dict[UUID, UUID]:
    """The decision with its team, the draw with its sample, the answers; the sample's rows by duty."""
    percent = setting.rules.inspection_sample_percent
    drawn = draw([str(duty.id) for duty in held], seed=case.seed, percent=percent)
    plan |= case.decision | {
        "percent": percent,
        "population": drawn.population,
        "population_digest": drawn.digest,
    }
    book.put("oversight.inspection", case.key, **plan)
    book.sent_out.append((case.key, case.decided))
    chosen = set(drawn.chosen)
    bases = dict.fromkeys((duty.id for duty in held if str(duty.id) in chosen), Basis.RANDOM)
    bases |= dict.fromkeys((duty.id for duty in named), Basis.NAMED)
    sample = {duty.id: _sampled(book, case, duty, bases[duty.id]) for duty in _once(held, named) if duty.id in bases}
    for place, (duty, sampled) in enumerate(sample.items()):
        seen = case.done is not None or place < len(sample) // 3
        _checks(book, case, sampled, seen=seen, bad=bases[duty] is Basis.NAMED)
    return sample


def _once(held: list[Duty], named: list[Duty]) -> list[Duty]:
    return list({duty.id: duty for duty in (*held, *named)}.values())


TEAM = "oversight.teammember"


def write_teams(book: Book, inspector: UUID) -> None:
    """The inspector of the cast leads every team; where there is no cast, nobody is named."""
    with book.apart("teams"):
        for inspection, decided in book.sent_out:
            at = moment(decided, 9)
            book.add(TEAM, at, inspection_id=inspection, account_id=inspector, leads=True)
            write_lines(book, at=at, only=TEAM)  # apart too: the running year's team moves no line of the year before


def _sampled(book: Book, case: Case, duty: Duty, basis: Basis) -> UUID:
    return book.add(
        "oversight.sampledduty",
        moment(case.decided, 15),
        **duty.scope(case.year),
        inspection_id=case.key,
        assignment_id=duty.id,
        basis=basis.value,
        signals=[],
        interviews="Thường trực Đảng ủy, lãnh đạo cơ quan" if case.done else "",
        seen_on=case.done,
    )


def _checks(book: Book, case: Case, sampled: UUID, *, seen: bool, bad: bool) -> None:
    questions = CHECKLISTS[case.kind]
    worst = book.random.randint(1, len(questions)) if bad else 0
    for no, question in enumerate(questions, start=1):
        result = (CheckResult.NOT if no == worst else CheckResult.OK) if seen else None
        book.add(
            "oversight.checkitem",
            moment(case.decided, 15, 10),
            sampled_id=sampled,
            no=no,
            question=question.text,
            source=question.source,
            result=result.value if result else "",
            note=book.pick(SEEN) if result is CheckResult.NOT else "",
        )


def _finding(book: Book, setting: Setting, case: Case, sampled: UUID, duty: Duty) -> None:
    severity, text = book.pick(FINDINGS)
    found = case.done or case.decided
    due = found + timedelta(days=setting.rules.finding_due_days)
    mended = found + timedelta(days=book.random.randint(8, 40)) if book.chance(0.7) else None
    closed = mended if mended and setting.is_past(mended) else None
    book.add(
        "oversight.finding",
        moment(found, 15),
        **duty.scope(case.year),
        inspection_id=case.key,
        sampled_id=sampled,
        description=text,
        severity=severity.value,
        responsible=Responsible.CADRE.value,
        found_on=found,
        due_on=due,
        recorded_by=None,
        closed_on=closed,
        closed_by=None,
        remedy="Đã khắc phục theo kết luận." if closed else "",
    )
