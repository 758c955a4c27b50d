"""The ladder of a cadre: seventeen rules that a rule set may list, each with its numbers."""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction

from diaban.ranking.rules import cadre_parts as parts
from diaban.ranking.rules.cadre_year import CadreYear
from diaban.ranking.rules.ladder import Found, excellent_only, grounds, percent_stepped, shortcomings_found, stepped
from diaban.ranking.rules.levels import RANKS
from diaban.ranking.rules.papers import evidence_of
from diaban.ranking.rules.rulebook import Rulebook
from diaban.ranking.rules.saying import count, of, percent
from diaban.ranking.rules.thresholds import LATE_STEPS
from diaban.ranking.rules.weighing import Weighed
from diaban.regulations.rules.rating import CadreRule
from diaban.regulations.rules.steps import EXCELLENT, AtMost

NEVER = 10**6
"""Days late of what did not come: never better than late."""
Scored = list[Weighed]
Rule = Callable[[CadreYear, Scored, Rulebook], Found]


def cadre_ladder(year: CadreYear, scored: Scored, book: Rulebook) -> list[tuple[CadreRule, Found]]:
    """The rules that the set lists, in the order in which the product knows them."""
    return [(rule, RULES[rule](year, scored, book)) for rule in CadreRule if rule in book.values.cadre_ladder]


def _programme(year: CadreYear, scored: Scored, book: Rulebook) -> Found:
    evidence = evidence_of(*(paper.evidence for paper in year.facts.programmes))
    days = NEVER if year.programmes.missing else year.programmes.worst if year.programmes.owed else None
    return stepped(book, "ladder_programme_days_late", days, year.programmes.said("chương trình"), evidence)


def _papers(year: CadreYear, scored: Scored, book: Rulebook) -> Found:
    missing, owed = year.programmes.missing + year.reports.missing, year.programmes.owed + year.reports.owed
    said = f"đã gửi {of(owed - missing, owed)} chương trình, báo cáo" if owed else "không có giấy tờ nào phải gửi"
    papers = (*year.facts.programmes, *year.facts.reports)
    evidence = evidence_of(*(paper.evidence for paper in papers))
    return stepped(book, "ladder_missing_papers", missing if owed else None, said, evidence)


def _reports(year: CadreYear, scored: Scored, book: Rulebook) -> Found:
    share = Fraction(year.reports.fit, year.reports.owed) if year.reports.owed else None
    evidence = evidence_of(*(paper.evidence for paper in year.facts.reports))
    return percent_stepped(book, "ladder_reports_percent", share, year.reports.said("báo cáo", fit=True), evidence)


def _presence(year: CadreYear, scored: Scored, book: Rulebook) -> Found:
    evidence = evidence_of(year.facts.visits.evidence)
    return percent_stepped(book, "ladder_presence_percent", year.presence, parts.half_days_said(year), evidence)


def _spread(year: CadreYear, scored: Scored, book: Rulebook) -> Found:
    empty = len(year.empty_quarters) if year.quarters else None
    evidence = evidence_of(year.facts.visits.evidence)
    return stepped(book, "ladder_empty_quarters", empty, parts.quarters_said(year), evidence)


def _items(year: CadreYear, scored: Scored, book: Rulebook) -> Found:
    share = Fraction(year.facts.items.done, year.items_asked) if year.items_asked else None
    evidence = evidence_of(year.facts.items.evidence)
    return percent_stepped(book, "ladder_items_percent", share, parts.items_said(year), evidence)


def _notes(year: CadreYear, scored: Scored, book: Rulebook) -> Found:
    share = Fraction(year.fields_noted, year.fields_asked) if year.fields_asked else None
    evidence = evidence_of(year.facts.notes.evidence)
    return percent_stepped(book, "ladder_notes_percent", share, parts.notes_said(year), evidence)


def _difficulties(year: CadreYear, scored: Scored, book: Rulebook) -> Found:
    evidence = evidence_of(year.facts.difficulties.evidence)
    said = parts.difficulties_said(year)
    return percent_stepped(book, "ladder_difficulties_percent", parts.answered_share(year), said, evidence)


def _help(year: CadreYear, scored: Scored, book: Rulebook) -> Found:
    total = year.facts.support.confirmed + year.facts.models.working
    said = f"{parts.support_said(year)}; {parts.models_said(year)}"
    evidence = evidence_of(year.facts.support.evidence, year.facts.models.evidence)
    return stepped(book, "ladder_help_count", total, said, evidence)


def _commune(year: CadreYear, scored: Scored, book: Rulebook) -> Found:
    """Of several communes the lowest level counts."""
    lowest = min((RANKS[form.level] for form in year.facts.forms), default=None)
    evidence = evidence_of(*(form.evidence for form in year.facts.forms))
    return stepped(book, "ladder_commune_level", lowest, parts.forms_said(year), evidence)


def _signals(year: CadreYear, scored: Scored, book: Rulebook) -> Found:
    confirmed = year.facts.signals.confirmed
    said = f"{count(confirmed)} dấu hiệu đã được kết luận là đúng" if confirmed else "không có"
    return stepped(book, "ladder_signals", confirmed, said, evidence_of(year.facts.signals.evidence))


def _grounds(year: CadreYear, scored: Scored, book: Rulebook) -> Found:
    return grounds(book, [(each.ground, each.evidence) for each in year.facts.grounds])


def beyond_share(year: CadreYear) -> Fraction | None:
    return Fraction(year.facts.items.beyond, year.items_asked) if year.items_asked else None


def _beyond(year: CadreYear, scored: Scored, book: Rulebook) -> Found:
    said = f"{of(year.facts.items.beyond, year.items_asked)} nội dung vượt yêu cầu"
    evidence = evidence_of(year.facts.items.evidence)
    return excellent_only(book, "excellent_beyond_percent", beyond_share(year), said, evidence)


def _shortcomings(year: CadreYear, scored: Scored, book: Rulebook) -> Found:
    return shortcomings_found(year.facts.shortcomings, book)


def late_share(year: CadreYear) -> Fraction | None:
    """What was not done by the year's end is late too: late is never worse than not at all."""
    if not year.items_asked:
        return None
    items = year.facts.items
    return Fraction(items.late + year.items_asked - items.done, year.items_asked)


def _late_items(year: CadreYear, scored: Scored, book: Rulebook) -> Found:
    share = late_share(year)
    rank = None if share is None else AtMost(*(getattr(book.values, key) for key in LATE_STEPS)).allows_percent(share)
    key = LATE_STEPS[min(max(EXCELLENT - 1 - rank, 0), 2) if rank else 0]
    return Found(key, rank, parts.items_said(year), evidence_of(year.facts.items.evidence))


def _lowest_part(year: CadreYear, scored: Scored, book: Rulebook) -> Found:
    judged = [(each.filled.share, each) for each in scored if each.filled.share is not None]
    share, lowest = min(judged, key=lambda pair: pair[0], default=(None, None))
    said = f"thấp nhất là “{lowest.title}”, {percent(share)}" if lowest and share is not None else "không có phần nào"
    return percent_stepped(book, "ladder_part_percent", share, said, lowest.filled.evidence if lowest else ())


def _results(year: CadreYear, scored: Scored, book: Rulebook) -> Found:
    part = next(each for each in scored if each.part == "support")
    share = part.filled.share
    said = f"{part.filled.said}: {percent(share)}" if share is not None else part.filled.said
    return percent_stepped(book, "ladder_results_percent", share, said, part.filled.evidence)


RULES: dict[CadreRule, Rule] = {
    CadreRule.PROGRAMME: _programme,
    CadreRule.PAPERS: _papers,
    CadreRule.REPORTS: _reports,
    CadreRule.PRESENCE: _presence,
    CadreRule.SPREAD: _spread,
    CadreRule.ITEMS: _items,
    CadreRule.NOTES: _notes,
    CadreRule.DIFFICULTIES: _difficulties,
    CadreRule.HELP: _help,
    CadreRule.COMMUNE: _commune,
    CadreRule.SIGNALS: _signals,
    CadreRule.GROUNDS: _grounds,
    CadreRule.BEYOND: _beyond,
    CadreRule.SHORTCOMINGS: _shortcomings,
    CadreRule.LATE_ITEMS: _late_items,
    CadreRule.PARTS: _lowest_part,
    CadreRule.RESULTS: _results,
}
