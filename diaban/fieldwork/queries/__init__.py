"""Named reads about field records."""

from diaban.fieldwork.queries.days import (
    agency_day_facts,
    answer_due,
    day_facts,
    entry_days,
    footing_of,
    latest_extension,
    year_closed,
)

__all__ = ["agency_day_facts", "answer_due", "day_facts", "entry_days", "footing_of", "latest_extension", "year_closed"]
