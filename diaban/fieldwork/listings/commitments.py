"""What cadres promised communes, as a list; what is overdue follows from the day."""

from __future__ import annotations

from datetime import date

from django.db.models import Q, QuerySet

from diaban.fieldwork.models import Commitment
from diaban.fieldwork.policies import visible_commitments
from diaban.fieldwork.rules import CommitmentState
from diaban.kit.actors import Actor
from diaban.kit.figures import Column, Kind
from diaban.kit.listing import Dates, Filter, ListColumn, Listing, Said, View
from diaban.kit.search import matching

TAGS = {CommitmentState.OPEN: "doing", CommitmentState.KEPT: "ok", CommitmentState.DROPPED: "off"}


def rows(actor: Actor) -> QuerySet[Commitment]:
    return visible_commitments(actor)


def standing(state: str, due_on: date, *, today: date) -> Said:
    if state == CommitmentState.OPEN and due_on < today:
        return Said(f"Quá hạn {(today - due_on).days} ngày", "late")
    said = CommitmentState(state)
    return Said(said.label, TAGS[said])


def listing(today: date) -> Listing:
    is_open = Q(state=CommitmentState.OPEN)
    return Listing(
        noun="cam kết",
        columns=(
            ListColumn("Hạn", "due_on", Kind.DATE, sort=("due_on",), margin=True),
            ListColumn("Việc đã hứa", "text", sub=Column("Xã, phường, thị trấn", "commune__name")),
            ListColumn("Hứa ngày", "made_on", Kind.DATE, sort=("made_on",)),
            ListColumn("Trạng thái", "state", say=standing, also=("due_on",)),
            ListColumn("Kết quả", "result", phone=False),
            ListColumn("Cán bộ", "cadre__full_name", sub=Column("Cơ quan", "agency__name"), sort=("cadre__sort_key",)),
        ),
        order=("due_on", "id"),
        address="fieldwork:commitment",
        views=(
            View("tat-ca", "Tất cả"),
            View("mo", "Đang thực hiện", is_open),
            View("qua-han", "Quá hạn", is_open & Q(due_on__lt=today)),
            View("da-thuc-hien", "Đã thực hiện", Q(state=CommitmentState.KEPT)),
            View("khong-thuc-hien", "Không thực hiện được", Q(state=CommitmentState.DROPPED)),
        ),
        filters=(
            Filter("xa", "Địa bàn", "commune", names="name", by="code"),
            Filter("can-bo", "Cán bộ", "cadre", names="full_name", by="sort_key"),
            Filter("co-quan", "Cơ quan", "agency", names="name"),
            Filter("nam", "Năm", "year"),
        ),
        dates=Dates("Hạn thực hiện", "due_on"),
        search=matching,
        search_label="Việc đã hứa",
    )
