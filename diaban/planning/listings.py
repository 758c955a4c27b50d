"""Programmes as a list: where each stands."""

from __future__ import annotations

from django.db.models import Count, Q, QuerySet

from diaban.kit.actors import Actor
from diaban.kit.figures import Column, Kind
from diaban.kit.listing import Dates, Filter, ListColumn, Listing, Said, View
from diaban.kit.search import matching
from diaban.planning.models import Programme
from diaban.planning.policies import visible_programmes
from diaban.planning.rules import ProgrammeState

STATES = dict(ProgrammeState.choices())
TAGS = {
    "draft": "",
    "submitted": "doing",
    "endorsed": "doing",
    "registered": "ok",
    "returned": "due",
    "replaced": "off",
}


def rows(actor: Actor) -> QuerySet[Programme]:
    done = Count("items", filter=Q(items__done_on__isnull=False))
    return visible_programmes(actor).annotate(planned=Count("items"), done=done)


def progress(done: int, planned: int, **_: object) -> Said:
    return Said(f"{done}/{planned}")


PROGRAMMES = Listing(
    noun="chương trình",
    columns=(
        ListColumn("Gửi ngày", "submitted_at", Kind.DATE, sort=("submitted_at",), margin=True),
        ListColumn("Địa bàn", "commune__name", sort=("commune__folded",), sub=Column("Cán bộ", "cadre__full_name")),
        ListColumn("Cơ quan", "agency__name", phone=False),
        ListColumn("Năm", "year", sort=("year",)),
        ListColumn("Bản", "version", Kind.NUMBER, phone=False),
        ListColumn("Trạng thái", "state", Kind.CHOICE, STATES, tags=TAGS),
        ListColumn("Nội dung đã làm", "done", say=progress, also=("planned",)),
    ),
    order=("-year", "-submitted_at"),
    address="planning:programme",
    views=(
        View("hien-hanh", "Hiện hành", ~Q(state=ProgrammeState.REPLACED)),
        View("dang-soan", "Đang soạn", Q(state=ProgrammeState.DRAFT)),
        View("cho-co-quan", "Chờ cơ quan", Q(state=ProgrammeState.SUBMITTED)),
        View("cho-ban-to-chuc", "Chờ Ban Tổ chức", Q(state=ProgrammeState.ENDORSED)),
        View("da-dang-ky", "Đã đăng ký", Q(state=ProgrammeState.REGISTERED)),
        View("bi-tra-lai", "Bị trả lại", Q(state=ProgrammeState.RETURNED)),
        View("ban-cu", "Bản đã thay", Q(state=ProgrammeState.REPLACED)),
    ),
    filters=(
        Filter("nam", "Năm", "year"),
        Filter("xa", "Địa bàn", "commune", names="name", by="code"),
        Filter("co-quan", "Cơ quan", "agency", names="name"),
        Filter("can-bo", "Cán bộ", "cadre", names="full_name", by="sort_key"),
    ),
    dates=Dates("Ngày gửi", "submitted_at", moments=True),
    search=matching,
    search_label="Mục tiêu, tình hình",
)
