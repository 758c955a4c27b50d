"""Everything that the summary page shows, gathered once: the year, its matrix, its rhythm, who fell short."""

from __future__ import annotations

from dataclasses import dataclass

from diaban.dashboards.queries.matrix import Matrix, Rhythm, ShortCadre, matrix, rhythm, short_cadres
from diaban.dashboards.queries.summary import YearSummary, communes_by_district, summarise
from diaban.kit.figures import Scope


@dataclass(frozen=True, slots=True)
class SummaryPage:
    year: YearSummary
    matrix: Matrix
    rhythm: list[Rhythm]
    short: list[ShortCadre]


def gather(scope: Scope) -> SummaryPage:
    """A fixed number of queries, whatever the size of the province."""
    districts = communes_by_district(scope)
    return SummaryPage(
        year=summarise(scope),
        matrix=matrix(scope, districts),
        rhythm=rhythm(scope, districts),
        short=short_cadres(scope),
    )
