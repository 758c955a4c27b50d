"""What the database says of a year, as the engine takes it."""

from diaban.ranking.queries.records import records_of
from diaban.ranking.queries.rulebooks import rulebook_of

__all__ = ["records_of", "rulebook_of"]
