"""What closes a year: the Standing Committee's ranking."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from diaban.reporting.rules import CompletionLevel
from diaban.simulation.rules.book import Book, moment
from diaban.simulation.rules.reports import year_closed
from diaban.simulation.rules.words.papers import OVERRIDE
from diaban.simulation.rules.world import Cadre, Conduct, Duty, Setting

LEVELS = (
    CompletionLevel.NOT_COMPLETED,
    CompletionLevel.COMPLETED,
    CompletionLevel.GOOD,
    CompletionLevel.EXCELLENT,
)


def write_rankings(book: Book, setting: Setting, duties: list[tuple[Duty, Conduct]], year: int) -> None:
    """Every cadre who followed a commune to the year's end; the best within the cap, two of them lowered by a level."""
    points: dict[UUID, float] = {}
    cadres: dict[UUID, Cadre] = {}
    for duty, conduct in duties:
        if duty.ends_on is None or duty.ends_on > date(year, 12, 31):
            cadres[duty.cadre.id] = duty.cadre
            points[duty.cadre.id] = min(points.get(duty.cadre.id, 1.0), _points(book, conduct))
    proposed = _levels(setting, points)
    best = [key for key, level in proposed.items() if level == CompletionLevel.EXCELLENT]
    odd = set(book.random.sample(best, k=min(2, len(best))))
    symbol = f"{book.random.randint(700, 960)}-QĐ/TU"
    for key, level in proposed.items():
        lowered = LEVELS[LEVELS.index(level) - 1] if key in odd else level
        _ranking(book, setting, cadres[key], level, lowered, symbol, year)
    _conclusion(book, setting, symbol, year)


def _points(book: Book, conduct: Conduct) -> float:
    late = (0.1 if conduct.programme else 0.0) + (0.08 if conduct.year_report else 0.0)
    missing = 0.2 * (conduct.programme is None) + 0.25 * (conduct.year_report is None)
    return 0.0 if conduct.wanted_out else conduct.care - late - missing + book.random.uniform(-0.05, 0.05)


def _levels(setting: Setting, points: dict[UUID, float]) -> dict[UUID, CompletionLevel]:
    """The cap is a share of those rated good, so of all that are good or better it takes one part less."""
    order = sorted(points, key=lambda key: (-points[key], key))
    worst = {key for key in order if points[key] <= 0.02}
    good = [key for key in order if points[key] > 0.42]
    cap = setting.rules.excellent_cap_percent
    best = set(good[: len(good) * cap // (100 + cap)])
    return {key: _level(key in best, key in worst, points[key] > 0.42) for key in order}


def _level(best: bool, worst: bool, good: bool) -> CompletionLevel:
    if worst:
        return CompletionLevel.NOT_COMPLETED
    if best:
        return CompletionLevel.EXCELLENT
    return CompletionLevel.GOOD if good else CompletionLevel.COMPLETED


def _ranking(
    book: Book,
    setting: Setting,
    cadre: Cadre,
    proposed: CompletionLevel,
    level: CompletionLevel,
    symbol: str,
    year: int,
) -> None:
    day = year_closed(year)
    book.add(
        "ranking.qualityranking",
        moment(day, 16),
        province_id=setting.province.id,
        agency_id=cadre.agency.id,
        cadre_id=cadre.id,
        year=year,
        proposed_level=proposed.value,
        level=level.value,
        override_reason=OVERRIDE if level != proposed else "",
        decision_symbol=symbol,
        decided_on=day,
        version=1,
        replaced_on=None,
    )


def _conclusion(book: Book, setting: Setting, symbol: str, year: int) -> None:
    """The Standing Committee has concluded the year: the communes' forms were opened."""
    day = year_closed(year)
    book.add(
        "assessment.yearconclusion",
        moment(day, 16),
        province_id=setting.province.id,
        year=year,
        decision_symbol=symbol,
        concluded_on=day,
        released_at=moment(day, 16),
    )
