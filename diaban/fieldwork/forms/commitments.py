from __future__ import annotations

from typing import Any

from django import forms

from diaban.fieldwork.rules import CommitmentState
from diaban.kit import fields
from diaban.kit.forms import RecordForm


class CommitmentForm(RecordForm):
    """`states` are what the promise may become now."""

    key = "ket-qua-cam-ket"

    then = fields.LabelledField(CommitmentState, label="Kết quả thực hiện", noun="kết quả", widget=forms.RadioSelect)
    result = fields.PassageField(
        label="Kết quả hoặc lý do",
        limit=1000,
        required=False,
        help_text="Cần ghi lý do khi không thực hiện được. Đảng ủy xã đọc được nội dung này.",
    )

    def __init__(self, *args: Any, states: list[CommitmentState], **options: Any) -> None:
        super().__init__(*args, **options)
        field = self.fields["then"]
        if isinstance(field, fields.LabelledField):
            field.choices = [(state.value, state.label) for state in states]
