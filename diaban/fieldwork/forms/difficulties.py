from __future__ import annotations

from typing import Any

from django import forms

from diaban.attachments.forms import AttachmentsField
from diaban.fieldwork.rules import AnswerGrade, Authority, DifficultyKind
from diaban.kit import fields
from diaban.kit.forms import RecordForm
from diaban.planning.rules import Topic

NO_AGENCY = "Chưa chọn cơ quan. Vướng mắc chỉ được chuyển đi khi có nơi nhận."
Pairs = list[tuple[str, str]]


class DifficultyForm(RecordForm):
    """`duties` offers the communes that the person may write about: (assignment key, name) pairs."""

    key = "kho-khan"

    duty = fields.PickField(label="Địa bàn", widget=forms.RadioSelect)
    kind = fields.LabelledField(DifficultyKind, label="Loại", widget=forms.RadioSelect)
    topic = fields.LabelledField(Topic, label="Lĩnh vực")
    title = fields.LineField(label="Tên việc", limit=200)
    description = fields.PassageField(
        label="Nội dung",
        noun="nội dung khó khăn, vướng mắc",
        limit=2000,
        help_text="Việc gì, ở đâu, từ bao giờ, ảnh hưởng bao nhiêu hộ; xã đã làm gì; cần cấp nào làm gì.",
    )
    authority = fields.LabelledField(Authority, label="Cấp giải quyết")
    owner = fields.PickField(
        label="Cơ quan cần giải quyết",
        required=False,
        help_text="Chỉ chọn khi cấp giải quyết là một cơ quan cấp tỉnh.",
    )
    documents = AttachmentsField(label="Tài liệu kèm theo")

    def __init__(self, *args: Any, duties: Pairs, agencies: Pairs, **options: Any) -> None:
        first = dict(options.pop("initial", None) or {})
        if len(duties) == 1:
            first["duty"] = duties[0][0]
        super().__init__(*args, initial={"kind": DifficultyKind.REFLECTION, **first}, **options)
        pick(self, "duty", duties)
        pick(self, "owner", [("", "Không phải cơ quan cấp tỉnh khác"), *agencies])


class RoutingForm(RecordForm):
    key = "chuyen-kho-khan"

    authority = fields.LabelledField(Authority, label="Cấp giải quyết")
    owner = fields.PickField(label="Cơ quan cần giải quyết", required=False)
    text = fields.PassageField(label="Nội dung chuyển", limit=2000, required=False)

    def __init__(self, *args: Any, agencies: Pairs, **options: Any) -> None:
        super().__init__(*args, **options)
        pick(self, "owner", [("", "Không phải cơ quan cấp tỉnh khác"), *agencies])


class AnswerForm(RecordForm):
    key = "tra-loi-kho-khan"

    text = fields.PassageField(label="Nội dung trả lời", limit=4000)
    document = fields.LineField(
        label="Số văn bản", limit=60, required=False, help_text="Ví dụ: 1234/SGTVT-QLHT, nếu đã trả lời bằng văn bản."
    )
    documents = AttachmentsField(label="Văn bản kèm theo")


class ExtensionForm(RecordForm):
    key = "gia-han-kho-khan"
    confirms = True

    new_due_on = fields.DayField(label="Hạn mới")
    reason = fields.PassageField(label="Lý do gia hạn", limit=1000)


class GradeForm(RecordForm):
    key = "danh-gia-tra-loi"

    grade = fields.LabelledField(AnswerGrade, label="Xã đánh giá trả lời", widget=forms.RadioSelect)


class AcceptanceForm(RecordForm):
    key = "chap-nhan-tra-loi"

    text = fields.PassageField(label="Ý kiến", limit=2000, required=False)


class ClosingForm(RecordForm):
    key = "ket-thuc-kho-khan"
    confirms = True

    reason = fields.PassageField(label="Lý do không giải quyết được", limit=2000)


def pick(form: RecordForm, name: str, choices: Pairs) -> None:
    field = form.fields[name]
    if isinstance(field, fields.PickField):
        field.choices = choices
