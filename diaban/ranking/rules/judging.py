"""The level by the rules: ladder, points or both, with the reasons in words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from diaban.kit.enums import Labelled
from diaban.kit.law import cites
from diaban.ranking.rules.cadre_ladder import cadre_ladder
from diaban.ranking.rules.cadre_parts import cadre_parts
from diaban.ranking.rules.cadre_year import CadreYear
from diaban.ranking.rules.ladder import Found, climb
from diaban.ranking.rules.leadership import LeadershipYear, leadership_ladder, leadership_parts
from diaban.ranking.rules.levels import LEVELS, RANKS, short
from diaban.ranking.rules.results import Points, Rung
from diaban.ranking.rules.rulebook import Rulebook
from diaban.ranking.rules.saying import count
from diaban.ranking.rules.thresholds import next_above
from diaban.ranking.rules.weighing import weigh
from diaban.regulations.rules.rating import Judging, MissingPart
from diaban.regulations.rules.steps import EXCELLENT

NO_CADRE = "Trong năm cơ quan không có cán bộ theo dõi địa bàn nên chưa xếp mức."
NO_GROUND = "Không có căn cứ nào để xếp mức."


@dataclass(frozen=True, slots=True)
class Judgement:
    """`rank` null: not judged, and the reasons say why."""

    rank: int | None
    limited_by: tuple[str, ...]
    reasons: tuple[str, ...]
    ladder: tuple[Rung, ...]
    points: Points | None


@cites("Mặc định của phần mềm: xếp mức theo bậc, theo điểm hoặc cả hai; lấy mức thấp hơn")
def judge_cadre(year: CadreYear, book: Rulebook) -> Judgement:
    scored = cadre_parts(year, book)
    points = weigh(scored, book)
    if year.days < book.values.judged_min_days:
        return Judgement(None, (), (_too_short(year.days, book),), (), points)
    return _judged(cadre_ladder(year, scored, book), points, book)


def judge_leadership(year: LeadershipYear, book: Rulebook) -> Judgement:
    points = weigh(leadership_parts(year, book), book)
    if not year.cadres:
        return Judgement(None, (), (NO_CADRE,), (), points)
    return _judged(leadership_ladder(year, book), points, book)


def _too_short(days: int, book: Rulebook) -> str:
    least = book.values.judged_min_days
    return f"Theo dõi địa bàn {count(days)} ngày trong năm, chưa đủ {count(least)} ngày nên chưa xếp mức."


def _judged(found: Sequence[tuple[Labelled, Found]], points: Points | None, book: Rulebook) -> Judgement:
    way = book.values.judging
    by_ladder, ladder = climb(found, book) if way is not Judging.POINTS else (None, ())
    by_points = RANKS[points.level] if points and way is not Judging.LADDER else None
    rank = min((each for each in (by_ladder, by_points) if each is not None), default=None)
    if rank is None:
        return Judgement(None, (), (NO_GROUND,), ladder, points)
    reasons = (
        *_of_ladder(by_ladder, ladder),
        *(_of_points(points, book) if points and by_points is not None else ()),
        *_of_both(by_ladder, by_points),
    )
    return Judgement(rank, _limits(rank, by_ladder, by_points, ladder), reasons, ladder, points)


def _limits(rank: int, by_ladder: int | None, by_points: int | None, ladder: Sequence[Rung]) -> tuple[str, ...]:
    """What keeps the level from being higher; nothing at the top."""
    if rank == EXCELLENT:
        return ()
    rungs = [f"ladder.{rung.rule}" for rung in ladder if rung.limits] if by_ladder == rank else []
    return (*rungs, *(["points"] if by_points == rank else []))


def _of_ladder(rank: int | None, ladder: Sequence[Rung]) -> list[str]:
    if rank is None:
        return ["Theo bậc: không quy tắc nào có căn cứ để xét."] if ladder else []
    limits = [f"“{rung.title}” ({_with_next(rung, rank)})" for rung in ladder if rung.limits]
    if not limits:
        return [f"Theo bậc: cả {count(sum(rung.allows is not None for rung in ladder))} quy tắc cho phép mức xuất sắc."]
    return [f"Theo bậc: đến {short(LEVELS[rank])}, do {'; '.join(limits)}."]


def _with_next(rung: Rung, rank: int) -> str:
    """25/28 nội dung đã thực hiện; ngưỡng tốt từ 90 %"""
    return f"{rung.said}; ngưỡng {above}" if (above := next_above(rung.asks, rank)) else rung.said


def _of_points(points: Points, book: Rulebook) -> list[str]:
    """What could not be judged is said, and what became of its weight."""
    spread = book.values.missing_part is MissingPart.SPREAD
    part_rule = "không chấm, trọng số chia cho các phần còn lại theo tỷ lệ" if spread else "tính 0 điểm"
    half_rule = "chỉ chấm nội dung còn lại" if spread else "nội dung này tính 0 điểm"
    weighty = [part for part in points.parts if part.weight]
    return [
        f"Theo điểm: {points.said}.",
        *(
            f"Phần “{part.title}” ({part.weight} điểm) {part_rule}: {part.said}."
            for part in weighty
            if part.share is None
        ),
        *(
            f"Phần “{part.title}”: nội dung “{half}” không có gì để chấm, {half_rule}."
            for part in weighty
            for half in part.lacking
        ),
    ]


def _of_both(by_ladder: int | None, by_points: int | None) -> list[str]:
    if by_ladder is None or by_points is None:
        return []
    if by_ladder == by_points:
        return [f"Hai cách cùng cho {short(LEVELS[by_ladder])}."]
    return [f"Lấy mức thấp hơn trong hai cách: {short(LEVELS[min(by_ladder, by_points)])}."]
