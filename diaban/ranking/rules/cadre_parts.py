"""The six parts of a cadre's points (rule 34), each as a share of its weight with the numbers behind it."""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction

from diaban.kit.law import cites
from diaban.ranking.rules.cadre_year import ROMAN, CadreYear
from diaban.ranking.rules.levels import short
from diaban.ranking.rules.papers import evidence_of
from diaban.ranking.rules.rulebook import Rulebook
from diaban.ranking.rules.saying import count, of
from diaban.ranking.rules.weighing import Filled, Half, Weighed, blend
from diaban.regulations.rules import RuleValues
from diaban.reporting.rules import CompletionLevel

ONE = Fraction(1)
HUNDREDTH = Fraction(1, 100)


def cadre_parts(year: CadreYear, book: Rulebook) -> list[Weighed]:
    weights = book.values.weights
    return [
        Weighed(part, title, weights[part], f"weight_{part}", fill(year, book.values))
        for part, (title, fill) in PARTS.items()
    ]


@cites("Mặc định của phần mềm (quy tắc 34): chương trình đúng thời gian, thực hiện nội dung đã đề ra")
def programme(year: CadreYear, rules: RuleValues) -> Filled:
    items, asked = year.facts.items, year.items_asked
    done = (
        max(Fraction(items.done * 100 - items.late * rules.off_slightly_late_percent, asked * 100), Fraction(0))
        if asked
        else None
    )
    paper, work = Half("việc xây dựng chương trình", year.programmes.share), Half("việc thực hiện nội dung", done)
    share, lacking = blend(rules.programme_paper_percent, paper, work, rules.missing_part)
    said = f"{year.programmes.said('chương trình')}; {items_said(year)}"
    evidence = evidence_of(*(paper.evidence for paper in year.facts.programmes), items.evidence)
    return Filled(share, said, evidence, lacking)


def items_said(year: CadreYear) -> str:
    items = year.facts.items
    if not year.items_asked:
        return "chương trình không có nội dung phải thực hiện"
    late = f", {count(items.late)} chậm" if items.late else ""
    excused = f"; {count(items.excused)} nội dung có nguyên nhân khách quan, không tính" if items.excused else ""
    return f"{of(items.done, year.items_asked)} nội dung đã thực hiện{late}{excused}"


@cites("Mặc định của phần mềm (quy tắc 34): thời gian ở cơ sở và sự đều đặn giữa các quý")
def presence(year: CadreYear, rules: RuleValues) -> Filled:
    asked = len(year.quarters)
    even = Half("sự đều đặn giữa các quý", Fraction(asked - len(year.empty_quarters), asked) if asked else None)
    time = Half("thời gian ở cơ sở", year.presence)
    share, lacking = blend(100 - rules.presence_spread_percent, time, even, rules.missing_part)
    said = f"{half_days_said(year)}; {quarters_said(year)}"
    return Filled(share, said, evidence_of(year.facts.visits.evidence), lacking)


def half_days_said(year: CadreYear) -> str:
    if not year.required_half_days:
        return "thời gian theo dõi ngắn, không có yêu cầu về số buổi ở cơ sở"
    return f"{of(year.facts.visits.half_days, year.required_half_days)} buổi ở cơ sở"


def quarters_said(year: CadreYear) -> str:
    if not year.quarters:
        return "không quý nào theo dõi đủ lâu để xét"
    if not year.empty_quarters:
        return "quý nào cũng có đi cơ sở"
    return f"không đi cơ sở quý {', '.join(ROMAN[quarter] for quarter in year.empty_quarters)}"


@cites("Mặc định của phần mềm (quy tắc 34): nắm tình hình sáu lĩnh vực; theo khó khăn, vướng mắc đến khi có trả lời")
def situation(year: CadreYear, rules: RuleValues) -> Filled:
    noted = Half("ghi nhận tình hình", Fraction(year.fields_noted, year.fields_asked) if year.fields_asked else None)
    answered = Half("khó khăn, vướng mắc", answered_share(year))
    share, lacking = blend(rules.situation_notes_percent, noted, answered, rules.missing_part)
    evidence = evidence_of(year.facts.notes.evidence, year.facts.difficulties.evidence)
    return Filled(share, f"{notes_said(year)}; {difficulties_said(year)}", evidence, lacking)


def notes_said(year: CadreYear) -> str:
    if not year.fields_asked:
        return "không quý nào theo dõi đủ lâu để ghi nhận tình hình"
    return f"{of(year.fields_noted, year.fields_asked)} lĩnh vực và quý có ghi nhận tình hình"


def answered_share(year: CadreYear) -> Fraction | None:
    """Of those that have an answer or wait for the cadre's own side. What waits for others says nothing of it."""
    facts = year.facts.difficulties
    outcome = facts.answered + facts.overdue_own
    return Fraction(facts.answered, outcome) if outcome else None


def difficulties_said(year: CadreYear) -> str:
    facts = year.facts.difficulties
    if not facts.raised:
        return "không phản ánh khó khăn, vướng mắc nào"
    words = [f"phản ánh {count(facts.raised)} khó khăn, vướng mắc, {count(facts.answered)} đã có trả lời"]
    if facts.overdue_own:
        words.append(f"{count(facts.overdue_own)} quá hạn thuộc trách nhiệm của cán bộ hoặc cơ quan mình")
    if others := facts.overdue - facts.overdue_own:
        words.append(f"{count(others)} quá hạn ở nơi khác, không tính")
    return ", ".join(words)


@cites("Mặc định của phần mềm (quy tắc 34): hỗ trợ tính theo số hoạt động, không theo giá trị; mô hình xã thực hiện")
def support(year: CadreYear, rules: RuleValues) -> Filled:
    help_, models = year.facts.support, year.facts.models
    half = rules.unconfirmed_help_percent * HUNDREDTH
    helped = _full(help_.confirmed + half * help_.unconfirmed, rules.full_helps_per_year, year)
    shown = _full(models.working + half * (models.proposed - models.working), rules.full_models_per_year, year)
    share, lacking = blend(
        rules.support_help_percent, Half("hoạt động hỗ trợ", helped), Half("mô hình mới", shown), rules.missing_part
    )
    said = f"{support_said(year)}; {models_said(year)}"
    return Filled(share, said, evidence_of(help_.evidence, models.evidence), lacking)


def _full(counted: Fraction, per_year: int, year: CadreYear) -> Fraction | None:
    """Against the number for a whole year, in proportion to the days held."""
    asked = per_year * year.part
    return min(counted / asked, ONE) if asked else None


def support_said(year: CadreYear) -> str:
    help_ = year.facts.support
    if not help_.confirmed + help_.unconfirmed:
        return "không có hoạt động hỗ trợ"
    words = f"{count(help_.confirmed)} hoạt động hỗ trợ xã đã xác nhận, {count(help_.unconfirmed)} chưa xác nhận"
    without = help_.confirmed_without_money + help_.unconfirmed_without_money
    return f"{words} (trong đó {count(without)} không quy ra tiền)" if without else words


def models_said(year: CadreYear) -> str:
    models = year.facts.models
    if not models.proposed:
        return "không có mô hình mới"
    return f"{count(models.working)}/{count(models.proposed)} mô hình đề xuất được xã thực hiện"


@cites("Mặc định của phần mềm (quy tắc 34): báo cáo đúng hạn, đủ nội dung")
def reports(year: CadreYear, rules: RuleValues) -> Filled:
    evidence = evidence_of(*(paper.evidence for paper in year.facts.reports))
    return Filled(year.reports.share, year.reports.said("báo cáo", fit=True), evidence)


@cites("Mặc định của phần mềm (quy tắc 34): nhận xét của xã, bình quân các phiếu")
def commune(year: CadreYear, rules: RuleValues) -> Filled:
    worth = {
        CompletionLevel.EXCELLENT: 100,
        CompletionLevel.GOOD: rules.commune_good_percent,
        CompletionLevel.COMPLETED: rules.commune_completed_percent,
        CompletionLevel.NOT_COMPLETED: 0,
    }
    forms = year.facts.forms
    share = Fraction(sum(worth[form.level] for form in forms), 100 * len(forms)) if forms else None
    return Filled(share, forms_said(year), evidence_of(*(form.evidence for form in forms)))


def forms_said(year: CadreYear) -> str:
    if not year.facts.forms:
        return "chưa có phiếu nhận xét của xã"
    numbers = {level: sum(form.level is level for form in year.facts.forms) for level in CompletionLevel}
    if len(year.facts.forms) == 1:
        return f"xã nhận xét {short(year.facts.forms[0].level)}"
    return "các xã nhận xét: " + ", ".join(f"{n} phiếu {short(level)}" for level, n in numbers.items() if n)


PARTS: dict[str, tuple[str, Callable[[CadreYear, RuleValues], Filled]]] = {
    "programme": ("Chương trình, đúng thời gian", programme),
    "presence": ("Có mặt ở cơ sở", presence),
    "situation": ("Nắm tình hình, khó khăn, vướng mắc", situation),
    "support": ("Hỗ trợ, mô hình mới", support),
    "reports": ("Báo cáo đúng hạn, đủ nội dung", reports),
    "commune": ("Nhận xét của xã", commune),
}
