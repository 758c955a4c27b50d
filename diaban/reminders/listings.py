"""Messages that were to leave the building, as a list."""

from __future__ import annotations

from django.db.models import Q

from diaban.kit.figures import Column, Kind
from diaban.kit.listing import Dates, ListColumn, Listing, View
from diaban.reminders.rules import Cause, Channel, MessageState

DELIVERIES = Listing(
    noun="thông báo",
    columns=(
        ListColumn("Của ngày", "on", Kind.DATE, sort=("on",), margin=True),
        ListColumn("Người nhận", "account__full_name", sort=("account__full_name",)),
        ListColumn("Tiêu đề", "subject", sub=Column("Vì", "cause", Kind.CHOICE, dict(Cause.choices()))),
        ListColumn("Đường gửi", "channel", Kind.CHOICE, dict(Channel.choices()), phone=False),
        ListColumn(
            "Trạng thái",
            "state",
            Kind.CHOICE,
            dict(MessageState.choices()),
            tags={"waiting": "due", "sent": "ok", "failed": "late"},
        ),
        ListColumn("Số lần thử", "attempts", Kind.NUMBER, phone=False),
        ListColumn("Lỗi lần cuối", "error"),
    ),
    order=("-on", "account__full_name", "id"),
    views=(
        View("chua-gui-duoc", "Chưa gửi được", Q(state=MessageState.FAILED)),
        View("cho-gui", "Chờ gửi", Q(state=MessageState.WAITING)),
        View("da-gui", "Đã gửi", Q(state=MessageState.SENT)),
        View("tat-ca", "Tất cả"),
    ),
    dates=Dates("Ngày", "on"),
)
