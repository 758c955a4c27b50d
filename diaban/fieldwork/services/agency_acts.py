"""What an agency's leadership did for its cadres."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from uuid import UUID

from django.db import transaction

from diaban.attachments.examining import Examined
from diaban.attachments.rules.kinds import AttachmentKind
from diaban.attachments.services import attach
from diaban.fieldwork import policies
from diaban.fieldwork.models import AgencyAct
from diaban.fieldwork.queries import agency_day_facts
from diaban.fieldwork.rules import AgencyActKind, day_objections
from diaban.kit import audit
from diaban.kit.actors import Actor
from diaban.kit.ids import uuid7
from diaban.kit.objections import demand, line, refuse
from diaban.kit.records import sent_before
from diaban.people.models import Agency

FILES = 5
"""Documents that one act may carry."""


@transaction.atomic
def record_agency_act(
    *,
    agency: Agency,
    kind: AgencyActKind,
    acted_on: date,
    content: str,
    documents: Sequence[Examined] = (),
    id: UUID | None = None,
    by: Actor,
    at: datetime,
) -> AgencyAct:
    """Record one act of the leadership: a meeting that heard the cadres, time, a vehicle, money, a joint activity."""
    demand(policies.may_act_for(by, agency), "Chỉ lãnh đạo cơ quan ghi việc của cơ quan mình.")
    if known := sent_before(AgencyAct.objects.all(), id, agency_id=agency.pk):
        return known
    refuse(day_objections(agency_day_facts(agency, acted_on, at=at), field="acted_on"))
    act = AgencyAct(
        id=id or uuid7(),
        province=agency.province,
        agency=agency,
        year=acted_on.year,
        kind=kind,
        acted_on=acted_on,
        content=line(content, field="content", name="nội dung", limit=500),
    )
    act.save(force_insert=True)
    audit.record("agency_act.recorded", act, by=by, at=at, kind=kind.value)
    attach(subject=act, uploads=documents, kind=AttachmentKind.DOCUMENT, limit=FILES, by=by, at=at)
    return act
