"""The figures of the year's end (rows M9, M11 and M12 of the mission)."""

from diaban.assessment.figures import agencies, forms
from diaban.kit.figures import Figure

FIGURES: tuple[Figure, ...] = (*forms.FIGURES, *agencies.FIGURES)
