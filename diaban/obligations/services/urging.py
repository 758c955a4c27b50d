"""Who owes is reminded: a row for each thing, so that it is known who was reminded of what and when."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from uuid import UUID

from django.db import transaction

from diaban.kit import audit
from diaban.kit.actors import Actor
from diaban.kit.clock import local_date
from diaban.kit.errors import NotAllowed, RuleBroken
from diaban.kit.ids import uuid7
from diaban.kit.objections import line
from diaban.kit.records import sent_before
from diaban.obligations import policies
from diaban.obligations.models import Obligation, Urge, UrgedObligation
from diaban.obligations.queries import to_urge

BATCH = 2000


@transaction.atomic
def urge(
    *, province: int, obligations: Iterable[UUID], note: str = "", id: UUID | None = None, by: Actor, at: datetime
) -> Urge:
    """Remind of what is open and has not come; what came, closed or was reminded of today is left out."""
    if not policies.may_decide(by, province):
        raise NotAllowed("Chỉ Ban Tổ chức Tỉnh ủy, Ban Thường vụ Tỉnh ủy nhắc việc của tỉnh mình.")
    if known := sent_before(Urge.objects.all(), id, province_id=province):
        return known
    day = local_date(at)
    chosen = Obligation.objects.filter(pk__in=list(obligations), province_id=province)
    owed = list(to_urge(chosen, day).order_by("id").select_for_update().values_list("pk", flat=True))
    if not owed:
        raise RuleBroken("Không còn việc nào cần nhắc: đã nhận, chưa đến kỳ, hoặc hôm nay đã nhắc.")
    made = Urge(
        id=id or uuid7(),
        province_id=province,
        note=line(note, field="note", name="lời nhắc", limit=500, required=False),
        urged_by=by.account,
        urged_by_name=by.name,
        urged_at=at,
    )
    made.save(force_insert=True)
    lines = [UrgedObligation(urge=made, obligation_id=pk, urged_on=day) for pk in owed]
    UrgedObligation.objects.bulk_create(lines, batch_size=BATCH)
    audit.record("obligations.urged", made, by=by, at=at, urged=len(owed))
    return made
