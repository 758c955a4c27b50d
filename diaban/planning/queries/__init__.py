"""Named reads about programmes."""

from diaban.planning.queries.writing import as_written, year_facts

__all__ = ["as_written", "year_facts"]
