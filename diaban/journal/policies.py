"""Who reads the journal: the Board, of its own province and of what holds everywhere; its auditor, all of it."""

from __future__ import annotations

from django.db.models import QuerySet

from diaban.journal.models import Chain, Entry, SealedReading
from diaban.journal.rules import chains_of
from diaban.kit.actors import Actor, Role
from diaban.places.models import Unit


def chains_seen(actor: Actor) -> list[str]:
    if actor.is_(Role.AUDITOR):
        return list(Chain.objects.order_by("code").values_list("code", flat=True))
    if not (actor.is_(Role.BOARD) and actor.province):
        return []
    return chains_of(Unit.objects.values_list("code", flat=True).get(pk=actor.province))


def visible_entries(actor: Actor) -> QuerySet[Entry]:
    return Entry.objects.filter(chain__in=chains_seen(actor))


def visible_readings(actor: Actor) -> QuerySet[SealedReading]:
    """Who opened a sealed record is the Board's and the auditor's to know; the reader's name goes no further."""
    readings = SealedReading.objects.all()
    if actor.is_(Role.AUDITOR):
        return readings
    return readings.filter(province_id=actor.province) if chains_seen(actor) else readings.none()
