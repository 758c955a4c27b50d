"""The decision that is typed in, and the engine that computes the proposal which it may follow. Plain Python."""

from diaban.ranking.rules.decisions import RankingFacts, later_objections, ranking_objections
from diaban.ranking.rules.engine import rate
from diaban.ranking.rules.records import Records
from diaban.ranking.rules.results import Verdict, YearRating
from diaban.ranking.rules.rulebook import Rulebook, read_rulebook

__all__ = [
    "RankingFacts",
    "Records",
    "Rulebook",
    "Verdict",
    "YearRating",
    "later_objections",
    "ranking_objections",
    "rate",
    "read_rulebook",
]
