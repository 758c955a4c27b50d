from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import Any, cast

from django import forms
from django.core.exceptions import ValidationError

from diaban.fieldwork.forms.difficulties import Pairs, pick
from diaban.fieldwork.queries.sittings import ItemGroup
from diaban.fieldwork.rules import CancelReason, belonging_objections
from diaban.kit import fields, formats
from diaban.kit.fields.texts import Typed, echo
from diaban.kit.forms import RecordForm
from diaban.kit.money import parse_decimal
from diaban.planning.rules import EventKind

OTHER = "khac"
LENGTHS = [("1", "Nửa ngày"), ("2", "1 ngày"), ("4", "2 ngày"), (OTHER, "Khác")]
"""Half-days that are one tap away."""


class DaysField(Typed):
    """Days in halves: «3», «2,5 ngày». Half-days come out."""

    widget = forms.TextInput(attrs={"inputmode": "decimal"})

    def read(self, text: str) -> int:
        days = parse_decimal(text.removesuffix("ngày").strip())
        if days is None or days < 0 or (days * 2) % 1:
            raise ValidationError(f"{echo(text)} không phải là số ngày. Ghi theo nửa ngày, ví dụ 3 hoặc 2,5.")
        return int(days * 2)

    def prepare_value(self, value: Any) -> Any:
        return formats.number(Decimal(value) / 2) if isinstance(value, int) else value


class ItemField(fields.PickField):
    """Items of programmes: in groups by commune where there are several."""

    @property
    def offered(self) -> list[tuple[Any, Any]]:
        groups = [words if isinstance(words, list) else [(key, words)] for key, words in super().offered]
        return [pair for group in groups for pair in group]


class VisitAnswers(RecordForm):
    """What a planned visit and one that was made have in common.

    `duties` offers the communes that the person may write under, as (key, words) pairs; `items` what their programmes
    still hold, by duty. `initial` may hold a "length" in half-days.
    """

    duty = fields.PickField(label="Địa bàn", widget=forms.RadioSelect)
    visited_on = fields.DayField(label="Ngày đi", widget=fields.DayChoice)
    half_days = fields.PickField(
        label="Thời lượng", noun="thời lượng chuyến đi", choices=LENGTHS, widget=forms.RadioSelect
    )
    other_days = DaysField(label="Số ngày", required=False)
    event_kind = fields.LabelledField(EventKind, label="Loại hoạt động")
    programme_item = ItemField(label="Theo nội dung chương trình", required=False)
    place = fields.LineField(label="Thôn, bản, điểm đến", noun="nơi đến", limit=200, required=False)

    def __init__(self, *args: Any, duties: Pairs, items: Sequence[ItemGroup], **options: Any) -> None:
        first = dict(options.pop("initial", None) or {})
        if len(duties) == 1:
            first["duty"] = duties[0][0]
        length = _length(first.pop("length", None))
        super().__init__(*args, initial={**first, **length}, **options)
        pick(self, "duty", duties)
        self.duty_of_item = {key: group.duty for group in items for key, _ in group.pairs}
        self._offer_items(items)

    def _offer_items(self, items: Sequence[ItemGroup]) -> None:
        """The script of the page shows the group of the commune that is picked: its words are those of the duty."""
        groups = [(group.words, group.pairs) for group in items]
        offered = groups if len(groups) > 1 else [pair for group in items for pair in group.pairs]
        field = self.fields["programme_item"]
        field.widget.attrs["data-of"] = "duty"
        cast("ItemField", field).choices = [("", "Ngoài chương trình"), *offered]

    def clean(self) -> dict[str, Any]:
        given = super().clean() or self.cleaned_data
        length, days = given.get("half_days"), given.get("other_days")
        if length == OTHER and days is None and "other_days" not in self.errors:
            self.add_error("other_days", "Chưa nhập số ngày. Ghi theo nửa ngày, ví dụ 3 hoặc 2,5.")
        if length:
            given["half_days"] = days if length == OTHER else int(length)
        item, duty = given.get("programme_item"), given.get("duty")
        belongs = not item or not duty or self.duty_of_item[item] == duty
        for field, sentence in belonging_objections(
            belongs=belongs, field="programme_item", thing="Nội dung chương trình"
        ):
            self.add_error(field, sentence)
        return given


def _length(half_days: int | None) -> dict[str, Any]:
    """A length as it is picked."""
    if half_days is None:
        return {}
    key = str(half_days)
    return {"half_days": key} if key in dict(LENGTHS) else {"half_days": OTHER, "other_days": half_days}


class PlanForm(VisitAnswers):
    key = "du-kien"

    visited_on = fields.DayField(label="Ngày dự kiến đi", noun="ngày dự kiến")
    field_order = ("ma", "giay", "dau", "duty", "visited_on")


class CancelForm(RecordForm):
    key = "khong-di"

    reason = fields.LabelledField(CancelReason, label="Lý do không đi", noun="lý do", widget=forms.RadioSelect)


class DisputeForm(RecordForm):
    key = "y-kien-chuyen-di"

    reason = fields.PassageField(label="Lý do không thống nhất", limit=1000)


class DisputeAnswerForm(RecordForm):
    key = "tra-loi-y-kien"

    answer = fields.PassageField(label="Nội dung trả lời", limit=1000)
