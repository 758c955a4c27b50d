"""Support and promises as their pages read them."""

from __future__ import annotations

from uuid import UUID

from django.db.models import Q

from diaban.fieldwork.models import Commitment, Support
from diaban.fieldwork.policies import may_record, visible_commitments, visible_supports
from diaban.kit.actors import Actor

ALONG = ("commune", "cadre", "agency", "province")


def support_in_view(actor: Actor, pk: UUID) -> Support | None:
    """With the line that took it back, or that it takes back."""
    rows = visible_supports(actor).select_related(*ALONG, "visit", "reverses", "reversal")
    return rows.filter(pk=pk).first()


def support_to_mend(actor: Actor, key: str) -> Support | None:
    """A line that was taken back, whose right one is recorded anew."""
    try:
        found = support_in_view(actor, UUID(key))
    except ValueError:
        return None
    taken_back = found is not None and Support.objects.filter(Q(reverses=found)).exists()
    return found if found and taken_back and may_record(actor, found) else None


def commitment_in_view(actor: Actor, pk: UUID) -> Commitment | None:
    return visible_commitments(actor).select_related(*ALONG, "visit").filter(pk=pk).first()
