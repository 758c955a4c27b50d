"""A commune informs its cadre; the cadre's reading leaves one receipt."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from django.db import transaction

from diaban.assignments.models import Assignment
from diaban.assignments.queries import whose
from diaban.exchange import policies
from diaban.exchange.models import Bulletin, BulletinRead, BulletinReply
from diaban.fieldwork.queries import day_facts
from diaban.fieldwork.rules import day_objections
from diaban.kit import audit
from diaban.kit.actors import Actor
from diaban.kit.clock import local_date
from diaban.kit.ids import uuid7
from diaban.kit.objections import demand, line, passage, refuse
from diaban.kit.records import hold, sent_before
from diaban.planning.rules import Topic


@transaction.atomic
def send_bulletin(
    *,
    assignment: Assignment,
    topic: Topic,
    title: str,
    body: str,
    id: UUID | None = None,
    by: Actor,
    at: datetime,
) -> Bulletin:
    """Send a bulletin of at most 5,000 characters to the cadre who follows the commune now."""
    demand(policies.may_inform(by, assignment), "Chỉ Đảng ủy xã gửi bản tin cho cán bộ theo dõi xã mình.")
    owner = {"commune_id": assignment.commune_id, "cadre_id": assignment.cadre_id}
    if known := sent_before(Bulletin.objects.all(), id, **owner):
        return known
    day = local_date(at)
    refuse(day_objections(day_facts(assignment, day, by=by, at=at), field="assignment"))
    bulletin = Bulletin(
        id=id or uuid7(),
        topic=topic,
        title=line(title, field="title", name="tiêu đề", limit=200),
        body=passage(body, field="body", name="nội dung bản tin", limit=5000),
        sent_at=at,
        year=day.year,
        **whose(assignment),
    )
    bulletin.save(force_insert=True)
    audit.record("bulletin.sent", bulletin, by=by, at=at, topic=topic.value)
    return bulletin


@transaction.atomic
def read_bulletin(*, bulletin: Bulletin, by: Actor, at: datetime) -> BulletinRead:
    """The cadre has read it. Reading again changes nothing and leaves no second line."""
    demand(policies.may_read(by, bulletin), "Chỉ cán bộ nhận bản tin mới xác nhận đã đọc.")
    hold(bulletin)
    known = BulletinRead.objects.filter(bulletin=bulletin).first()
    if known:
        return known
    receipt = BulletinRead.objects.create(bulletin=bulletin, cadre=bulletin.cadre, read_at=at)
    audit.record("bulletin.read", receipt, by=by, at=at, bulletin=str(bulletin.pk))
    return receipt


@transaction.atomic
def reply_bulletin(*, bulletin: Bulletin, text: str, id: UUID | None = None, by: Actor, at: datetime) -> BulletinReply:
    """The cadre answers in at most 2,000 characters; whoever answers has read."""
    demand(policies.may_read(by, bulletin), "Chỉ cán bộ nhận bản tin mới trả lời bản tin.")
    if known := sent_before(BulletinReply.objects.all(), id, bulletin_id=bulletin.pk):
        return known
    read_bulletin(bulletin=bulletin, by=by, at=at)
    text = passage(text, field="text", name="nội dung trả lời", limit=2000)
    reply = BulletinReply.objects.create(id=id or uuid7(), bulletin=bulletin, text=text, at=at, by_name=by.name)
    audit.record("bulletin.replied", reply, by=by, at=at, bulletin=str(bulletin.pk))
    return reply
