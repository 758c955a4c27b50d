from __future__ import annotations

from typing import Any

from django import forms

from diaban.attachments.forms import AttachmentsField
from diaban.fieldwork.forms.difficulties import Pairs, pick
from diaban.fieldwork.rules import Source, SupportKind, ValueBasis
from diaban.kit import fields
from diaban.kit.forms import RecordForm


class SupportAnswers(forms.Form):
    """What is asked of one support, in a form of its own and in a row beneath a visit.

    Nothing in đồng is typed for what is not counted in money: no value and no basis mean just that.
    """

    kind = fields.LabelledField(SupportKind, label="Hình thức")
    content = fields.LineField(label="Nội dung, nơi nhận", noun="nội dung hỗ trợ", limit=500)
    source = fields.LabelledField(Source, label="Nguồn")
    value_vnd = fields.VndField(
        label="Giá trị quy ra tiền",
        required=False,
        help_text="Ghi như thường viết: 12,5 triệu; 500 nghìn. Không quy ra tiền thì để trống.",
    )
    value_basis = fields.LabelledField(ValueBasis, label="Căn cứ quy ra tiền", noun="căn cứ", required=False)
    households = fields.CountField(label="Số hộ được giúp", unit="hộ", required=False)
    persons = fields.CountField(label="Số người được giúp", unit="người", required=False)
    whole_vnd = fields.VndField(
        label="Tổng giá trị, khi nhiều nơi cùng chi", noun="tổng giá trị", required=False, least=1
    )
    partners = fields.LineField(label="Các nơi cùng chi", limit=300, required=False)

    def clean(self) -> dict[str, Any]:
        given = super().clean() or self.cleaned_data
        empty: dict[str, Any] = {"value_vnd": 0, "value_basis": ValueBasis.NONE, "households": 0, "persons": 0}
        return given | {name: given[name] or value for name, value in empty.items() if name in given}


class SupportForm(SupportAnswers, RecordForm):
    """`duties` offers the communes that the person may record for: (assignment key, name) pairs."""

    key = "ho-tro"

    duty = fields.PickField(label="Địa bàn", widget=forms.RadioSelect)
    supported_on = fields.DayField(label="Ngày hỗ trợ", widget=fields.DayChoice)
    documents = AttachmentsField(label="Chứng từ, biên bản")

    def __init__(self, *args: Any, duties: Pairs, **options: Any) -> None:
        first = dict(options.pop("initial", None) or {})
        if len(duties) == 1:
            first["duty"] = duties[0][0]
        super().__init__(*args, initial=first, **options)
        pick(self, "duty", duties)


class SupportDisputeForm(RecordForm):
    key = "y-kien-ho-tro"

    reason = fields.PassageField(label="Lý do không thống nhất", limit=1000)


class ReversalForm(RecordForm):
    """A line of support is taken back by another line: asked for twice, since it stays."""

    key = "dieu-chinh-ho-tro"
    confirms = True

    reason = fields.LineField(label="Lý do điều chỉnh", limit=500)
