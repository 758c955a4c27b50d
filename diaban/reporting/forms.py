from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django import forms

from diaban.documents.filled import LARGEST
from diaban.kit import fields
from diaban.kit.forms import RecordForm
from diaban.planning.forms.programmes import ReturnForm as ReturnProgrammeForm
from diaban.regulations.rules import ReportKind
from diaban.reporting.rules import CompletionLevel, Section, in_order

HINTS = {
    "situation": "Sáu lĩnh vực; quốc phòng, an ninh chỉ ghi đề mục, nội dung mật gửi theo đường mật.",
    "difficulties": "Việc gì, đã chuyển đâu, kết quả; kiến nghị cụ thể.",
    "limits": "Nêu việc, nguyên nhân, trách nhiệm.",
    "proposals": "Nếu không có, ghi “Không”.",
}


class ReportForm(RecordForm):
    """A field for each section of the report, under its own heading. A draft may be saved half written."""

    key = "bao-cao"

    def __init__(self, *args: Any, kind: ReportKind, sections: Mapping[str, Section], **options: Any) -> None:
        self.kind, self.sections = kind, in_order(sections)
        super().__init__(*args, **options)

    def more_fields(self) -> dict[str, forms.Field]:
        texts: dict[str, forms.Field] = {key: _text(key, section["heading"]) for key, section in self.sections}
        if self.kind is not ReportKind.YEAR:
            return texts
        level = fields.LabelledField(
            CompletionLevel, label="Tự nhận mức hoàn thành", required=False, widget=forms.RadioSelect
        )
        return texts | {"self_level": level}

    @property
    def written(self) -> dict[str, Any]:
        """What the services take: the texts by section, and the level."""
        given = self.values
        return {"self_level": given.pop("self_level", None) or None, "texts": given}

    @property
    def typed(self) -> dict[str, str]:
        """The texts as far as they are typed, whatever their state."""
        return {name: str(self[name].value() or "").strip() for name, _ in self.sections}


def _text(key: str, heading: str) -> fields.PassageField:
    label = heading.split(". ", 1)[-1]
    hint = HINTS.get(key, "")
    return fields.PassageField(label=label, noun=f"mục “{label}”", limit=20_000, required=False, help_text=hint)


class SendForm(RecordForm):
    key = "gui-bao-cao"
    confirms = True


class ReturnForm(ReturnProgrammeForm):
    key = "tra-lai-bao-cao"


class WordForm(RecordForm):
    key = "bao-cao-tu-word"

    file = forms.FileField(
        label="Tệp Word đã điền",
        help_text=f"Tối đa {LARGEST // 1024 // 1024} MB. Nội dung đọc được hiện ra để đối chiếu trước khi lưu.",
        error_messages={"required": "Chưa chọn tệp.", "empty": "Tệp trống. Chọn tệp đã điền."},
        widget=forms.FileInput(attrs={"class": "in", "accept": ".docx"}),
    )
