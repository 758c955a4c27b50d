"""The figures that come out of the field records (rows M4 to M9 of the mission)."""

from diaban.fieldwork.figures import agencies, communes, difficulties, innovations, notes, supports, visits
from diaban.kit.figures import Figure

FIGURES: tuple[Figure, ...] = (
    *visits.FIGURES,
    *notes.FIGURES,
    *communes.FIGURES,
    *difficulties.FIGURES,
    *innovations.FIGURES,
    *supports.FIGURES,
    *agencies.FIGURES,
)
