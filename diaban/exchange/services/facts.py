"""What is known of a commune is written down as of a day; what was known before stays."""

from __future__ import annotations

from dataclasses import asdict
from datetime import datetime
from uuid import UUID

from django.db import transaction

from diaban.exchange import policies
from diaban.exchange.models import CommuneFacts
from diaban.exchange.rules import FactsDraft, facts_objections
from diaban.kit import audit
from diaban.kit.actors import Actor
from diaban.kit.clock import local_date
from diaban.kit.ids import uuid7
from diaban.kit.objections import demand, line, passage, refuse
from diaban.kit.records import sent_before
from diaban.places.models import Unit


@transaction.atomic
def record_facts(*, commune: Unit, facts: FactsDraft, id: UUID | None = None, by: Actor, at: datetime) -> CommuneFacts:
    """Write down what is known on `facts.as_of`."""
    demand(policies.may_keep_facts(by, commune), "Chỉ Đảng ủy xã và Ban Tổ chức Tỉnh ủy ghi số liệu cơ bản của xã.")
    if known := sent_before(CommuneFacts.objects.all(), id, commune_id=commune.pk):
        return known
    refuse(facts_objections(facts, today=local_date(at)))
    row = CommuneFacts(
        id=id or uuid7(), province_id=commune.province_key, commune=commune, recorded_at=at, by_name=by.name,
        **asdict(facts)
        | {
            "phone": line(facts.phone, field="phone", name="số điện thoại", limit=20, required=False),
            "matters": passage(facts.matters, field="matters", name="đặc điểm", limit=3000, required=False),
            "source": line(facts.source, field="source", name="nguồn số liệu", limit=200, required=False),
        },
    )  # fmt: skip
    row.save(force_insert=True)
    audit.record("facts.recorded", row, by=by, at=at, as_of=facts.as_of.isoformat())
    return row
