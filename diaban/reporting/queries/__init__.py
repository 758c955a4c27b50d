"""Named reads about reports."""

from diaban.reporting.queries.numbers import (
    as_written,
    cutoff_of,
    facts_of,
    lists_of,
    numbers_of,
    periods_owed,
    span_of,
    year_until,
)

__all__ = ["as_written", "cutoff_of", "facts_of", "lists_of", "numbers_of", "periods_owed", "span_of", "year_until"]
