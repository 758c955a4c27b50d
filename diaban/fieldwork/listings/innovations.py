"""The library of models: those of the communes in view, and what is offered to all."""

from __future__ import annotations

from django.db.models import Count, Q, QuerySet

from diaban.fieldwork.models import Innovation
from diaban.fieldwork.policies import visible_library
from diaban.fieldwork.rules import InnovationState
from diaban.kit.actors import Actor
from diaban.kit.figures import Column, Kind
from diaban.kit.listing import Dates, Filter, ListColumn, Listing, View
from diaban.kit.search import matching
from diaban.planning.rules import Topic

TAGS = {"proposed": "", "piloting": "doing", "working": "ok", "replicated": "ok", "stopped": "off"}


def rows(actor: Actor) -> QuerySet[Innovation]:
    return visible_library(actor).annotate(copies=Count("adoptions"))


INNOVATIONS = Listing(
    noun="mô hình, cách làm",
    columns=(
        ListColumn("Ngày đề xuất", "proposed_on", Kind.DATE, sort=("proposed_on",), margin=True),
        ListColumn("Tên mô hình", "title", sub=Column("Nơi khởi đầu", "commune__name")),
        ListColumn("Lĩnh vực", "topic", Kind.CHOICE, dict(Topic.choices())),
        ListColumn("Trạng thái", "state", Kind.CHOICE, dict(InnovationState.choices()), tags=TAGS),
        ListColumn("Xã làm theo", "copies", Kind.NUMBER, sort=("copies",)),
        ListColumn("Giới thiệu từ", "offered_on", Kind.DATE, sort=("offered_on",), phone=False),
    ),
    order=("-proposed_on",),
    address="fieldwork:innovation",
    views=(
        View("tat-ca", "Tất cả"),
        View("gioi-thieu", "Được giới thiệu", Q(offered_on__isnull=False)),
        View("dang-lam", "Đang làm", Q(state__in=[InnovationState.PILOTING, InnovationState.WORKING])),
        View("nhan-rong", "Đã nhân rộng", Q(state=InnovationState.REPLICATED)),
        View("da-dung", "Đã dừng", Q(state=InnovationState.STOPPED)),
    ),
    filters=(
        Filter("xa", "Nơi khởi đầu", "commune", names="name", by="code"),
        Filter("can-bo", "Cán bộ", "cadre", names="full_name", by="sort_key"),
        Filter("linh-vuc", "Lĩnh vực", "topic", labels=dict(Topic.choices())),
        Filter("nam", "Năm", "year"),
    ),
    dates=Dates("Ngày đề xuất", "proposed_on"),
    search=matching,
    search_label="Tên, nội dung, kết quả",
)
