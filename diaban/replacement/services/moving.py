"""A request goes from step to step by the one table."""

from __future__ import annotations

from diaban.kit.objections import refuse
from diaban.replacement.models import ReplacementRequest
from diaban.replacement.rules import ReplacementState, lacking_objections


def move(request: ReplacementRequest, then: ReplacementState) -> None:
    refuse(lacking_objections(ReplacementState(request.state), then))
    request.state = then
