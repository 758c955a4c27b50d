"""Invitations to the communes' events as a list: who was asked, and what was answered."""

from __future__ import annotations

from django.db.models import Q, QuerySet

from diaban.exchange.models import Invitation
from diaban.exchange.policies import visible_invitations
from diaban.exchange.rules import InvitationState
from diaban.kit.actors import Actor
from diaban.kit.figures import Column, Kind
from diaban.kit.listing import Dates, Filter, ListColumn, Listing, View
from diaban.planning.rules import EventKind

STATES = dict(InvitationState.choices())
MARKS = {"waiting": "due", "accepted": "ok", "declined": "", "called_off": ""}


def rows(actor: Actor) -> QuerySet[Invitation]:
    return visible_invitations(actor)


INVITATIONS = Listing(
    noun="giấy mời",
    columns=(
        ListColumn("Ngày", "event__starts_at", Kind.DATE, sort=("event__starts_at",), margin=True),
        ListColumn("Sự kiện", "event__title", sub=Column("Xã, phường, thị trấn", "commune__name")),
        ListColumn("Loại", "event__event_kind", Kind.CHOICE, dict(EventKind.choices()), phone=False),
        ListColumn("Cán bộ", "cadre__full_name", sub=Column("Cơ quan", "agency__name"), sort=("cadre__sort_key",)),
        ListColumn("Trả lời", "state", Kind.CHOICE, STATES, tags=MARKS),
        ListColumn("Lý do", "reason", phone=False),
    ),
    order=("-event__starts_at", "-id"),
    address="exchange:event",
    key="event_id",
    views=(
        View("tat-ca", "Tất cả"),
        View("cho-tra-loi", "Chờ trả lời", Q(state=InvitationState.WAITING)),
        View("se-du", "Sẽ dự", Q(state=InvitationState.ACCEPTED)),
        View("khong-du", "Không dự được", Q(state=InvitationState.DECLINED)),
    ),
    filters=(
        Filter("xa", "Địa bàn", "commune", names="name", by="code"),
        Filter("can-bo", "Cán bộ", "cadre", names="full_name", by="sort_key"),
        Filter("co-quan", "Cơ quan", "agency", names="name"),
        Filter("nam", "Năm", "year"),
    ),
    dates=Dates("Ngày diễn ra", "event__starts_at", moments=True),
)
