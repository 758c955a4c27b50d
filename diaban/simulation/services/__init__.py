"""The verbs of the room."""

from diaban.simulation.services.many import simulate
from diaban.simulation.services.simulating import Simulated, simulate_province

__all__ = ["Simulated", "simulate", "simulate_province"]
