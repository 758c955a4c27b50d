"""What is owed, as a list: who owes what by when, and how it stands on the day."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from functools import partial

from django.db.models import Q

from diaban.kit.figures import Column, Kind
from diaban.kit.listing import Dates, Filter, ListColumn, Listing, Said, View
from diaban.obligations.figures import PERIODS
from diaban.obligations.rules import ObligationKind, State
from diaban.regulations.rules import WorkingCalendar

KINDS, STATES = dict(ObligationKind.choices()), dict(State.choices())
MARKS: Mapping[State, str] = {
    State.ON_TIME: "ok",
    State.EXTENDED: "ok",
    State.EXCUSED: "ok",
    State.DUE_SOON: "due",
    State.SLIGHTLY_LATE: "late",
    State.LATE: "late",
    State.MISSING: "late",
    State.CLOSED: "off",
}


def standing(state: str, last_due: date, days_late: int | None, *, today: date, calendar: WorkingCalendar) -> Said:
    """The state in words, with the amount where there is one."""
    now = State(state)
    mark = MARKS.get(now, "")
    if now.is_late and days_late:
        return Said(f"Chậm {days_late} ngày làm việc", mark)
    if now is State.MISSING:
        return Said(f"Chưa gửi, quá hạn {calendar.working_days_between(last_due, today)} ngày làm việc", mark)
    if now is State.DUE_SOON:
        return Said(f"Còn {(last_due - today).days} ngày", mark)
    return Said(now.label, mark)


def _state(*states: State) -> Q:
    return Q(state__in=[state.value for state in states])


def owed_list(calendar: WorkingCalendar) -> Listing:
    """The list as it reads by a calendar. What opens first is what the matrix counts as owed."""
    return Listing(
        noun="việc phải làm",
        columns=(
            ListColumn("Hạn", "last_due", Kind.DATE, sort=("last_due",), margin=True),
            ListColumn("Việc", "kind", Kind.CHOICE, KINDS, sub=Column("Kỳ", "period", Kind.CHOICE, PERIODS)),
            ListColumn("Năm", "year", phone=False),
            ListColumn("Địa bàn", "commune__name", sort=("commune__folded",), sub=Column("Cán bộ", "cadre__full_name")),
            ListColumn("Cơ quan", "agency__name", sort=("agency__folded",), phone=False),
            ListColumn("Tình trạng", "state", say=partial(standing, calendar=calendar), also=("last_due", "days_late")),
            ListColumn("Ngày nhận", "received_on", Kind.DATE, sort=("received_on",), phone=False),
            ListColumn("Chậm (ngày làm việc)", "days_late", Kind.NUMBER, sort=("days_late",), phone=False),
        ),
        order=("last_due", "kind", "id"),
        address="deadlines:obligation",
        views=(
            View("phai-co", "Phải có", ~_state(State.CLOSED)),
            View("chua-gui", "Quá hạn, chưa gửi", _state(State.MISSING)),
            View("sap-den-han", "Sắp đến hạn", _state(State.DUE_SOON)),
            View("dang-cho", "Chưa đến hạn", _state(State.OPEN, State.NOT_OPEN)),
            View("gui-cham", "Gửi chậm", _state(State.SLIGHTLY_LATE, State.LATE)),
            View("chua-bao-dam", "Chậm hoặc chưa gửi", _state(State.SLIGHTLY_LATE, State.LATE, State.MISSING)),
            View("dung-han", "Đúng hạn", _state(State.ON_TIME, State.EXTENDED)),
            View("gia-han", "Được gia hạn", Q(extended_to__isnull=False)),
            View("nguyen-nhan", "Có nguyên nhân khách quan", Q(cause_confirmed=True)),
            View("thoi", "Thôi không phải thực hiện", _state(State.CLOSED)),
        ),
        filters=(
            Filter("nam", "Năm", "year"),
            Filter("loai", "Việc", "kind", labels=KINDS),
            Filter("huyen", "Huyện, thành phố", "commune__parent", names="name", by="code"),
            Filter("xa", "Địa bàn", "commune", names="name", by="code"),
            Filter("co-quan", "Cơ quan", "agency", names="name"),
            Filter("can-bo", "Cán bộ", "cadre", names="full_name", by="sort_key"),
        ),
        dates=Dates("Hạn", "last_due"),
    )
