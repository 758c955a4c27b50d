"""An agency's collective leadership: its acts and its cadres' year, as points and as a ladder (rule 31)."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from fractions import Fraction

from diaban.kit.law import cites
from diaban.ranking.rules.agency_facts import Agency
from diaban.ranking.rules.cadre_year import CadreYear
from diaban.ranking.rules.ladder import Found, grounds, percent_stepped, shortcomings_found, stepped
from diaban.ranking.rules.papers import Tally, evidence_of, tally
from diaban.ranking.rules.rulebook import Rulebook
from diaban.ranking.rules.saying import count, of
from diaban.ranking.rules.weighing import Filled, Weighed
from diaban.regulations.rules import RuleValues
from diaban.regulations.rules.judgement import AgencyCriterion
from diaban.regulations.rules.rating import LeadershipRule

ONE = Fraction(1)


@dataclass(frozen=True, slots=True)
class LeadershipYear:
    facts: Agency
    cadres: int
    half_days: int
    """Of the cadres together, each no more than was required of it: one's zeal does not hide another's absence."""
    required_half_days: int
    programmes: Tally
    reports: Tally
    visit_evidence: tuple[str, ...]
    programme_evidence: tuple[str, ...]
    report_evidence: tuple[str, ...]

    @property
    def presence(self) -> Fraction | None:
        return Fraction(self.half_days, self.required_half_days) if self.required_half_days else None


def leadership_year(agency: Agency, cadres: Sequence[CadreYear], rules: RuleValues) -> LeadershipYear:
    """`cadres` are those of the agency, in any order."""
    programmes = [paper for year in cadres for paper in year.facts.programmes]
    reports = [paper for year in cadres for paper in year.facts.reports]
    return LeadershipYear(
        facts=agency,
        cadres=len(cadres),
        half_days=sum(min(year.facts.visits.half_days, year.required_half_days) for year in cadres),
        required_half_days=sum(year.required_half_days for year in cadres),
        programmes=tally(programmes, rules),
        reports=tally(reports, rules),
        visit_evidence=evidence_of(*(year.facts.visits.evidence for year in cadres)),
        programme_evidence=evidence_of(*(paper.evidence for paper in programmes)),
        report_evidence=evidence_of(*(paper.evidence for paper in reports)),
    )


@cites("Kết luận 1016-KL/TU: đánh giá trách nhiệm của tập thể lãnh đạo cơ quan; trọng số là mặc định của phần mềm")
def leadership_parts(year: LeadershipYear, book: Rulebook) -> list[Weighed]:
    """Only the criteria that the rule set lists."""
    listed = [criterion for criterion in AgencyCriterion if criterion in book.values.agency_criteria]
    weights = book.values.leadership_weights
    return [
        Weighed(
            each.value, _capital(each.label), weights[each], f"leadership_weight_{each}", PARTS[each](year, book.values)
        )
        for each in listed
    ]


def leadership_ladder(year: LeadershipYear, book: Rulebook) -> list[tuple[LeadershipRule, Found]]:
    return [(rule, RULES[rule](year, book)) for rule in LeadershipRule if rule in book.values.leadership_ladder]


def _capital(label: str) -> str:
    return label[0].upper() + label[1:]


def _programme_part(year: LeadershipYear, rules: RuleValues) -> Filled:
    return Filled(year.programmes.share, year.programmes.said("chương trình của cán bộ"), year.programme_evidence)


def _time_part(year: LeadershipYear, rules: RuleValues) -> Filled:
    return Filled(year.presence, _presence_said(year), year.visit_evidence)


def _presence_said(year: LeadershipYear) -> str:
    if not year.required_half_days:
        return "cán bộ không có yêu cầu về số buổi ở cơ sở"
    return f"{count(year.cadres)} cán bộ đi {of(year.half_days, year.required_half_days)} buổi được yêu cầu"


def _resources_part(year: LeadershipYear, rules: RuleValues) -> Filled:
    acts = year.facts.acts
    done = acts.time + acts.vehicle + acts.budget + acts.joint
    words = (
        f"{count(acts.time)} lần bố trí thời gian, {count(acts.vehicle)} lần bố trí phương tiện, "
        f"{count(acts.budget)} lần bố trí kinh phí, {count(acts.joint)} hoạt động chung tại xã"
    )
    return Filled(min(Fraction(done, rules.full_acts_per_year), ONE), words, evidence_of(acts.evidence))


def _answers_part(year: LeadershipYear, rules: RuleValues) -> Filled:
    """A late answer is worth what a late paper is."""
    answers = year.facts.answers
    due = answers.in_time + answers.late + answers.overdue
    worth = 100 * answers.in_time + (100 - rules.off_late_percent) * answers.late
    return Filled(Fraction(worth, 100 * due) if due else None, _answers_said(year), evidence_of(answers.evidence))


def _answers_said(year: LeadershipYear) -> str:
    answers = year.facts.answers
    if not answers.asked:
        return "không có kiến nghị nào gửi đến"
    words = [f"{count(answers.asked)} kiến nghị, {count(answers.in_time)} trả lời đúng hạn"]
    words += [f"{count(answers.late)} trả lời chậm"] if answers.late else []
    words += [f"{count(answers.overdue)} quá hạn chưa trả lời"] if answers.overdue else []
    return ", ".join(words)


def _self_checks_part(year: LeadershipYear, rules: RuleValues) -> Filled:
    held = year.facts.acts.self_checks
    share = min(Fraction(held, rules.agency_self_checks_per_year), ONE)
    return Filled(share, _self_checks_said(year, rules), evidence_of(year.facts.acts.evidence))


def _self_checks_said(year: LeadershipYear, rules: RuleValues) -> str:
    return f"{of(year.facts.acts.self_checks, rules.agency_self_checks_per_year)} cuộc họp tự kiểm tra"


PARTS: dict[AgencyCriterion, Callable[[LeadershipYear, RuleValues], Filled]] = {
    AgencyCriterion.PROGRAMME: _programme_part,
    AgencyCriterion.TIME: _time_part,
    AgencyCriterion.RESOURCES: _resources_part,
    AgencyCriterion.ANSWERS: _answers_part,
    AgencyCriterion.SELF_CHECKS: _self_checks_part,
}


def _programmes(year: LeadershipYear, book: Rulebook) -> Found:
    share = Fraction(year.programmes.in_time, year.programmes.owed) if year.programmes.owed else None
    said = year.programmes.said("chương trình của cán bộ")
    return percent_stepped(book, "leadership_programmes_percent", share, said, year.programme_evidence)


def _reports(year: LeadershipYear, book: Rulebook) -> Found:
    share = Fraction(year.reports.fit, year.reports.owed) if year.reports.owed else None
    said = year.reports.said("báo cáo của cán bộ", fit=True)
    return percent_stepped(book, "leadership_reports_percent", share, said, year.report_evidence)


def _presence(year: LeadershipYear, book: Rulebook) -> Found:
    said = _presence_said(year)
    return percent_stepped(book, "leadership_presence_percent", year.presence, said, year.visit_evidence)


def _answers(year: LeadershipYear, book: Rulebook) -> Found:
    answers = year.facts.answers
    due = answers.in_time + answers.late + answers.overdue
    share = Fraction(answers.in_time, due) if due else None
    return percent_stepped(
        book, "leadership_answers_percent", share, _answers_said(year), evidence_of(answers.evidence)
    )


def _self_checks(year: LeadershipYear, book: Rulebook) -> Found:
    acts, said = year.facts.acts, _self_checks_said(year, book.values)
    return stepped(book, "leadership_self_checks", acts.self_checks, said, evidence_of(acts.evidence))


def _members(year: LeadershipYear, book: Rulebook) -> Found:
    members = year.facts.members_disciplined
    said = f"{count(members.count)} thành viên, đơn vị bị kỷ luật" if members.count else "không có"
    return stepped(book, "leadership_members_disciplined", members.count, said, evidence_of(members.evidence))


def _grounds(year: LeadershipYear, book: Rulebook) -> Found:
    return grounds(book, [(each.ground, each.evidence) for each in year.facts.grounds])


def _shortcomings(year: LeadershipYear, book: Rulebook) -> Found:
    return shortcomings_found(year.facts.shortcomings, book)


RULES: dict[LeadershipRule, Callable[[LeadershipYear, Rulebook], Found]] = {
    LeadershipRule.PROGRAMMES: _programmes,
    LeadershipRule.REPORTS: _reports,
    LeadershipRule.PRESENCE: _presence,
    LeadershipRule.ANSWERS: _answers,
    LeadershipRule.SELF_CHECKS: _self_checks,
    LeadershipRule.MEMBERS: _members,
    LeadershipRule.GROUNDS: _grounds,
    LeadershipRule.SHORTCOMINGS: _shortcomings,
}
