"""What was seen in the six fields, as a list."""

from __future__ import annotations

from django.db.models import Q, QuerySet

from diaban.fieldwork.models import SituationNote
from diaban.fieldwork.policies import visible_notes
from diaban.fieldwork.rules import Trend
from diaban.kit.actors import Actor
from diaban.kit.figures import Column, Kind
from diaban.kit.listing import Dates, Filter, ListColumn, Listing, View
from diaban.kit.search import matching
from diaban.planning.rules import Topic

TOPICS, TRENDS = dict(Topic.choices()), dict(Trend.choices())


def rows(actor: Actor) -> QuerySet[SituationNote]:
    return visible_notes(actor)


NOTES = Listing(
    noun="ghi nhận tình hình",
    columns=(
        ListColumn("Ngày", "noted_on", Kind.DATE, sort=("noted_on",), margin=True),
        ListColumn("Lĩnh vực", "topic", Kind.CHOICE, TOPICS, sub=Column("Xã, phường, thị trấn", "commune__name")),
        ListColumn("Chiều hướng", "trend", Kind.CHOICE, TRENDS, tags={"better": "ok", "steady": "", "worse": "due"}),
        ListColumn("Nội dung", "text"),
        ListColumn("Cán bộ", "cadre__full_name", sub=Column("Cơ quan", "agency__name"), sort=("cadre__sort_key",)),
    ),
    order=("-noted_on", "-id"),
    views=(
        View("tat-ca", "Tất cả"),
        View("can-chu-y", "Cần chú ý", Q(trend=Trend.WORSE)),
        View("chuyen-bien-tot", "Chuyển biến tốt", Q(trend=Trend.BETTER)),
    ),
    filters=(
        Filter("xa", "Địa bàn", "commune", names="name", by="code"),
        Filter("can-bo", "Cán bộ", "cadre", names="full_name", by="sort_key"),
        Filter("co-quan", "Cơ quan", "agency", names="name"),
        Filter("linh-vuc", "Lĩnh vực", "topic", labels=TOPICS),
        Filter("nam", "Năm", "year"),
    ),
    dates=Dates("Ngày ghi nhận", "noted_on"),
    search=matching,
    search_label="Nội dung",
)
