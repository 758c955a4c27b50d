"""One step of an inspection by its transition table."""

from __future__ import annotations

from collections.abc import Iterable

from diaban.kit.objections import Objection, refuse, step_objections
from diaban.oversight.models import Inspection
from diaban.oversight.rules import NEXT, InspectionState


def move(inspection: Inspection, then: InspectionState, *, unless: Iterable[Objection] = ()) -> None:
    """Set the state that follows, which the caller saves. Raises RuleBroken where it does not follow, or `unless`."""
    refuse(step_objections(NEXT, now=InspectionState(inspection.state), then=then, thing="Cuộc kiểm tra"))
    refuse(unless)
    inspection.state = then
