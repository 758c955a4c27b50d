"""The figures of what communes tell their cadres (row M14 of the mission)."""

from diaban.exchange.figures import bulletins
from diaban.kit.figures import Figure

FIGURES: tuple[Figure, ...] = bulletins.FIGURES
