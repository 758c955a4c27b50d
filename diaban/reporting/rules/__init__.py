"""The words, the course and the numbers of a periodic report. Plain Python."""

from diaban.reporting.rules.numbers import NUMBERS, Moved, Number, Unit, moved_since, said, sentences
from diaban.reporting.rules.reports import (
    EXTREME,
    NEXT,
    SECTIONS,
    SLUGS,
    CompletionLevel,
    ReportFacts,
    ReportState,
    Section,
    in_order,
    sections_of,
    sending_objections,
    unknown_sections,
)

__all__ = [
    "EXTREME",
    "NEXT",
    "NUMBERS",
    "SECTIONS",
    "SLUGS",
    "CompletionLevel",
    "Moved",
    "Number",
    "ReportFacts",
    "ReportState",
    "Section",
    "Unit",
    "in_order",
    "moved_since",
    "said",
    "sections_of",
    "sending_objections",
    "sentences",
    "unknown_sections",
]
