"""Warnings for people to weigh (rules 29, 36 to 40, 45). None has changed a level; each says what it rests on."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction

from diaban.kit.law import cites
from diaban.ranking.rules.agency_facts import Agency
from diaban.ranking.rules.cadre_ladder import beyond_share, late_share
from diaban.ranking.rules.cadre_year import CadreYear
from diaban.ranking.rules.facts import EarlierLevel, Shortcomings
from diaban.ranking.rules.levels import LEVELS, RANKS, short
from diaban.ranking.rules.papers import evidence_of
from diaban.ranking.rules.results import CapStanding, Check
from diaban.ranking.rules.rulebook import Rulebook
from diaban.ranking.rules.saying import count, of, percent
from diaban.regulations.rules import PARAMETERS
from diaban.regulations.rules.steps import COMPLETED, EXCELLENT, GOOD, NOT_COMPLETED
from diaban.reporting.rules import EXTREME, CompletionLevel


@cites("Quy định 366-QĐ/TW, Nghị định 335/2025/NĐ-CP: điều kiện của từng mức; phần mềm chỉ cảnh báo")
def cadre_checks(year: CadreYear, rank: int | None, judged: int, book: Rulebook) -> Iterator[Check]:
    """What the year alone says, beside the level by the rules."""
    if rank == EXCELLENT:
        yield from _beyond(year, book)
        yield from _shortcomings(year.facts.shortcomings, book)
    if rank is not None and rank >= COMPLETED:
        yield from _late(year, rank, book)
    if rank is not None and rank > COMPLETED:
        yield from _commune_failed(year, rank, book)
    yield from _unreasoned(year, book)
    yield from consecutive_failures(year.facts.earlier, rank, judged, book)


def leadership_checks(facts: Agency, rank: int | None, judged: int, book: Rulebook) -> Iterator[Check]:
    if rank == EXCELLENT:
        yield from _shortcomings(facts.shortcomings, book)
    yield from consecutive_failures(facts.earlier, rank, judged, book)


def _beyond(year: CadreYear, book: Rulebook) -> Iterator[Check]:
    share, least = beyond_share(year), book.values.excellent_beyond_percent
    if share is not None and share * 100 < least:
        items = year.facts.items
        said = (
            f"Mức xuất sắc cần ít nhất {least} % nội dung vượt yêu cầu; "
            f"ở đây {of(items.beyond, year.items_asked)} ({percent(share)})."
        )
        yield _check("beyond", "excellent_beyond_percent", said, items.evidence, book)


def _shortcomings(facts: Shortcomings, book: Rulebook) -> Iterator[Check]:
    least = book.values.excellent_shortcomings_fixed_percent
    if facts.named and Fraction(facts.fixed * 100, facts.named) < least:
        said = f"Mức xuất sắc cần khắc phục {least} % hạn chế đã được chỉ ra; ở đây {of(facts.fixed, facts.named)}."
        yield _check("shortcomings", "excellent_shortcomings_fixed_percent", said, facts.evidence, book)


def _late(year: CadreYear, rank: int, book: Rulebook) -> Iterator[Check]:
    share, most = late_share(year), book.values.completed_late_max_percent
    if share is not None and share * 100 > most:
        said = (
            f"Từ mức hoàn thành trở lên, việc chậm hoặc chưa làm không quá {most} %; "
            f"ở đây {percent(share)} mà vẫn đạt {short(LEVELS[rank])}."
        )
        yield _check("late_items", "completed_late_max_percent", said, year.facts.items.evidence, book)


def _commune_failed(year: CadreYear, rank: int, book: Rulebook) -> Iterator[Check]:
    failed = [form for form in year.facts.forms if form.level is CompletionLevel.NOT_COMPLETED]
    if failed and book.values.commune_failure_caps_level:
        said = (
            f"{count(len(failed))} xã nhận xét không hoàn thành; "
            f"đề xuất {short(LEVELS[rank])}, cao hơn mức hoàn thành, thì phải có lý do bằng văn bản."
        )
        evidence = evidence_of(*(form.evidence for form in failed))
        yield _check("commune_failed", "commune_failure_caps_level", said, evidence, book)


def _unreasoned(year: CadreYear, book: Rulebook) -> Iterator[Check]:
    bare = [form for form in year.facts.forms if form.level in EXTREME and not form.reasoned]
    if bare and book.values.extremes_need_reasons:
        levels = sorted({short(form.level) for form in bare})
        said = f"{count(len(bare))} phiếu của xã nhận xét {', '.join(levels)} mà không nêu lý do cụ thể."
        evidence = evidence_of(*(form.evidence for form in bare))
        yield _check("unreasoned_form", "extremes_need_reasons", said, evidence, book)


def consecutive_failures(
    earlier: Sequence[EarlierLevel], rank: int | None, judged: int, book: Rulebook
) -> Iterator[Check]:
    """The year `judged` and those right before it."""
    if rank != NOT_COMPLETED:
        return
    failures = {each.year for each in earlier if each.level is CompletionLevel.NOT_COMPLETED}
    failed = 1
    while judged - failed in failures:
        failed += 1
    if failed >= book.values.failures_before_standing:
        said = f"Không hoàn thành {count(failed)} năm liền, phải trình Ban Thường vụ."
        yield _check("consecutive_failures", "failures_before_standing", said, (), book)


@cites("Cách làm phổ biến (quy tắc 40): người đứng đầu không xếp cao hơn tập thể; phần mềm chỉ cảnh báo")
def head_above_collective(
    own: CompletionLevel | None, collective: CompletionLevel | None, book: Rulebook
) -> Iterator[Check]:
    if own is None or collective is None or not book.values.head_not_above_collective:
        return
    if RANKS[own] > RANKS[collective]:
        said = f"Người đứng đầu được đề xuất {short(own)}, cao hơn tập thể lãnh đạo cơ quan ({short(collective)})."
        yield _check("head_above_collective", "head_not_above_collective", said, (), book)


def beyond_cap(standing: CapStanding, key: str, book: Rulebook) -> Iterator[Check]:
    """`key` is the parameter that states the cap of the group."""
    if standing in {CapStanding.OUTSIDE, CapStanding.TIED}:
        said = f"Đạt {short(LEVELS[EXCELLENT])} theo quy tắc nhưng {standing.label}; đề xuất {short(LEVELS[GOOD])}."
        yield _check("cap", key, said, (), book)


def _check(check: str, key: str, said: str, evidence: tuple[str, ...], book: Rulebook) -> Check:
    source = book.source(key)
    return Check(check, PARAMETERS[key].rule, said, source.mark, source.citation, evidence_of(evidence))
