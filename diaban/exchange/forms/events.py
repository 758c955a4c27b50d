from __future__ import annotations

import re
from datetime import date, datetime, time
from typing import Any

from django import forms
from django.core.exceptions import ValidationError

from diaban.kit import fields
from diaban.kit.clock import HANOI
from diaban.kit.fields.texts import Typed, echo
from diaban.kit.forms import RecordForm
from diaban.planning.rules import EventKind

_HOUR = re.compile(r"(\d{1,2})\s*(?:[:hg.]|giờ)\s*(\d{2})?\s*(?:phút)?", re.I)


class HourField(Typed):
    """«8:00», «8h30», «14 giờ»: a time of day comes out."""

    longest = 12

    def read(self, text: str) -> time:
        found = _HOUR.fullmatch(text)
        if found and int(found[1]) < 24 and int(found[2] or 0) < 60:
            return time(int(found[1]), int(found[2] or 0))
        raise ValidationError(f"{echo(text)} không phải là một giờ. Ghi giờ:phút, ví dụ 08:00 hoặc 8h30.")

    def prepare_value(self, value: Any) -> Any:
        return f"{value:%H:%M}" if isinstance(value, time) else value


class EventForm(RecordForm):
    """`invited` offers the cadres who follow the commune now: (assignment key, name) pairs."""

    key = "su-kien"

    title = fields.LineField(label="Tên sự kiện", limit=200)
    event_kind = fields.LabelledField(EventKind, label="Loại hoạt động")
    on = fields.DayField(label="Ngày")
    begins = HourField(label="Giờ bắt đầu")
    ends = HourField(label="Giờ kết thúc", required=False)
    place = fields.LineField(label="Địa điểm", limit=200)
    note = fields.PassageField(label="Ghi chú", limit=2000, required=False)
    invited = forms.MultipleChoiceField(
        label="Mời cán bộ theo dõi", required=False, widget=forms.CheckboxSelectMultiple
    )

    def __init__(self, *args: Any, cadres: list[tuple[str, str]], **options: Any) -> None:
        super().__init__(*args, **options)
        fields.offer(self, invited=cadres)
        self.fields["invited"].error_messages["invalid_choice"] = (
            "Đồng chí được chọn không còn theo dõi xã. Hãy chọn lại."
        )

    @property
    def starts_at(self) -> datetime:
        return _moment(self.cleaned_data["on"], self.cleaned_data["begins"])

    @property
    def ends_at(self) -> datetime | None:
        ends: time | None = self.cleaned_data["ends"]
        return _moment(self.cleaned_data["on"], ends) if ends else None


def _moment(day: date, hour: time) -> datetime:
    return datetime.combine(day, hour, HANOI)


class ReasonForm(RecordForm):
    """Calling off, or declining: one reason in one line."""

    key = "ly-do-su-kien"

    reason = fields.LineField(label="Lý do", noun="lý do", limit=500)
