"""Programmes and reports: which were in time, how late the worst, and how full they leave a part of the points."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import lru_cache

from diaban.kit.law import cites
from diaban.ranking.rules.facts import Paper
from diaban.ranking.rules.saying import count, of
from diaban.regulations.rules import Lateness, RuleValues
from diaban.regulations.rules.lateness import class_of


@dataclass(frozen=True, slots=True)
class Tally:
    """`owed` leaves out what an objective cause excuses from coming at all. `fit`: in time and complete."""

    owed: int
    in_time: int
    fit: int
    missing: int
    worst: int
    share: Fraction | None
    """Of full points; null when nothing was owed."""

    def said(self, noun: str, *, fit: bool = False) -> str:
        """1/2 báo cáo đúng hạn; chậm nhiều nhất 6 ngày làm việc; 1 chưa gửi"""
        if not self.owed:
            return f"không có {noun} nào phải gửi"
        words = [f"{of(self.fit if fit else self.in_time, self.owed)} {noun} đúng hạn{', đủ nội dung' if fit else ''}"]
        if self.worst:
            words.append(f"chậm nhiều nhất {count(self.worst)} ngày làm việc")
        if self.missing:
            words.append(f"{count(self.missing)} chưa gửi")
        return "; ".join(words)


def tally(papers: Sequence[Paper], rules: RuleValues) -> Tally:
    lifts = rules.objective_cause_lifts_penalty
    owed = [paper for paper in papers if paper.received or not (paper.cause_confirmed and lifts)]
    days = [0 if paper.cause_confirmed and lifts else paper.days_late for paper in owed if paper.received]
    came = [paper for paper in owed if paper.received]
    fit = sum(paper.complete and not late for paper, late in zip(came, days, strict=True))
    shares = [_share(paper, late, rules) for paper, late in zip(came, days, strict=True)]
    return Tally(
        owed=len(owed),
        in_time=sum(not late for late in days),
        fit=fit,
        missing=len(owed) - len(came),
        worst=max(days, default=0),
        share=Fraction(sum(shares), 100 * len(owed)) if owed else None,
    )


@cites("Nghị định 335/2025/NĐ-CP: mỗi lần chậm hoặc chưa đạt trừ một phần điểm, trừ nguyên nhân khách quan")
def _share(paper: Paper, late: int, rules: RuleValues) -> int:
    """In hundredths of full points."""
    off = {
        Lateness.ON_TIME: 0,
        Lateness.SLIGHTLY_LATE: rules.off_slightly_late_percent,
        Lateness.LATE: rules.off_late_percent,
    }[class_of(late, rules=rules)]
    return max(100 - off - (0 if paper.complete else rules.off_incomplete_percent), 0)


@lru_cache(64)
def evidence_of(*lists: tuple[str, ...]) -> tuple[str, ...]:
    """Every reference once, in one order whatever the input's was. Several rules in a row ask for the same."""
    return tuple(sorted({reference for listed in lists for reference in listed}))
