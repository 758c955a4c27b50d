"""Named reads about reports."""

from diaban.reporting.queries.numbers import as_written, cutoff_of, facts_of, kinds_owed, lists_of, numbers_of

__all__ = ["as_written", "cutoff_of", "facts_of", "kinds_owed", "lists_of", "numbers_of"]
