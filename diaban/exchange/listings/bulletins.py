"""Bulletins as a list: unread first of all."""

from __future__ import annotations

from django.db.models import Count, Q, QuerySet

from diaban.exchange.models import Bulletin
from diaban.exchange.policies import visible_bulletins
from diaban.kit.actors import Actor
from diaban.kit.figures import Column, Kind
from diaban.kit.listing import Dates, Filter, ListColumn, Listing, Said, View
from diaban.kit.search import matching
from diaban.planning.rules import Topic

READ = Q(receipt__isnull=False)


def rows(actor: Actor) -> QuerySet[Bulletin]:
    return visible_bulletins(actor).annotate(answers=Count("replies"))


def state(read_at: object, answers: int, **_: object) -> Said:
    if answers:
        return Said("Đã trả lời", "ok")
    return Said("Đã đọc", "ok", "eye") if read_at else Said("Chưa đọc", "due", "ring")


BULLETINS = Listing(
    noun="bản tin",
    columns=(
        ListColumn("Gửi ngày", "sent_at", Kind.DATE, sort=("sent_at",), margin=True),
        ListColumn("Tiêu đề", "title", sub=Column("Xã, phường, thị trấn", "commune__name")),
        ListColumn("Lĩnh vực", "topic", Kind.CHOICE, dict(Topic.choices())),
        ListColumn("Tình trạng", "receipt__read_at", say=state, also=("answers",)),
        ListColumn("Đọc ngày", "receipt__read_at", Kind.DATE, phone=False),
        ListColumn("Cán bộ theo dõi", "cadre__full_name", sort=("cadre__sort_key",)),
    ),
    order=("-sent_at",),
    address="exchange:bulletin",
    views=(
        View("tat-ca", "Tất cả"),
        View("chua-doc", "Chưa đọc", ~READ),
        View("da-doc", "Đã đọc", READ),
    ),
    filters=(
        Filter("xa", "Địa bàn", "commune", names="name", by="code"),
        Filter("linh-vuc", "Lĩnh vực", "topic", labels=dict(Topic.choices())),
        Filter("nam", "Năm", "year"),
    ),
    dates=Dates("Ngày gửi", "sent_at", moments=True),
    search=matching,
    search_label="Tiêu đề, nội dung",
)
