"""The field records of a year. Each keeps commune, agency and cadre as on the day; none speaks of a named citizen."""

from diaban.fieldwork.models.matters import Difficulty, DifficultyStep, Innovation, InnovationAdoption
from diaban.fieldwork.models.supports import AgencyAct, Support
from diaban.fieldwork.models.visits import Commitment, SituationNote, Visit

__all__ = [
    "AgencyAct",
    "Commitment",
    "Difficulty",
    "DifficultyStep",
    "Innovation",
    "InnovationAdoption",
    "SituationNote",
    "Support",
    "Visit",
]
