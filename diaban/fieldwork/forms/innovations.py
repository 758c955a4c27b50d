from __future__ import annotations

from typing import Any

from django import forms

from diaban.fieldwork.forms.difficulties import Pairs, pick
from diaban.fieldwork.rules import InnovationState
from diaban.kit import fields
from diaban.kit.forms import RecordForm
from diaban.planning.rules import Topic


class InnovationForm(RecordForm):
    key = "mo-hinh"

    duty = fields.PickField(label="Địa bàn", widget=forms.RadioSelect)
    topic = fields.LabelledField(Topic, label="Lĩnh vực")
    title = fields.LineField(label="Tên mô hình, cách làm", noun="tên mô hình", limit=200)
    content = fields.PassageField(
        label="Nội dung",
        noun="nội dung mô hình",
        limit=4000,
        help_text="Làm gì, ở đâu, ai làm, cần gì, kết quả mong đợi.",
    )

    def __init__(self, *args: Any, duties: Pairs, **options: Any) -> None:
        first = {"duty": duties[0][0]} if len(duties) == 1 else {}
        super().__init__(*args, initial=first, **options)
        pick(self, "duty", duties)


class StepForm(RecordForm):
    """`states` are the steps that the person may take it to."""

    key = "buoc-mo-hinh"

    state = fields.LabelledField(InnovationState, label="Chuyển sang", widget=forms.RadioSelect)
    result = fields.PassageField(label="Kết quả hoặc lý do", limit=4000, required=False)

    def __init__(self, *args: Any, states: list[InnovationState], **options: Any) -> None:
        super().__init__(*args, **options)
        field = self.fields["state"]
        if isinstance(field, fields.LabelledField):
            field.choices = [(state.value, state.label) for state in states]


class AdoptionForm(RecordForm):
    """`communes` offers those that may take the model up: (key of the unit, name) pairs."""

    key = "lam-theo-mo-hinh"

    commune = fields.PickField(label="Xã làm theo")
    adopted_on = fields.DayField(label="Ngày bắt đầu")
    result = fields.PassageField(label="Kết quả bước đầu", limit=4000, required=False)

    def __init__(self, *args: Any, communes: Pairs, **options: Any) -> None:
        first = {"commune": communes[0][0]} if len(communes) == 1 else {}
        super().__init__(*args, initial=first, **options)
        pick(self, "commune", communes if len(communes) == 1 else [("", "Chọn xã"), *communes])


class ResultForm(RecordForm):
    key = "ket-qua-lam-theo"

    result = fields.PassageField(label="Kết quả làm theo mô hình", noun="kết quả", limit=4000)
