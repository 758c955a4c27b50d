"""The verbs of the room."""

from diaban.simulation.services.simulating import Simulated, simulate

__all__ = ["Simulated", "simulate"]
