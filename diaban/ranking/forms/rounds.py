from __future__ import annotations

from typing import Any

from django import forms

from diaban.kit import fields
from diaban.kit.forms import RecordForm
from diaban.planning.forms.programmes import ReturnForm as ReturnProgrammeForm
from diaban.ranking.rules.rounds import Vote
from diaban.regulations.rules.reasons import HOW_MUCH
from diaban.reporting.rules import CompletionLevel


class StepForm(RecordForm):
    """A step that asks for nothing but a second press."""

    key = "buoc-danh-gia"
    sealed = True
    confirms = True


class ReturnRoundForm(ReturnProgrammeForm):
    key = "tra-lai-danh-gia"
    sealed = True


class DecisionForm(RecordForm):
    key = "quyet-dinh-danh-gia"
    sealed = True
    confirms = True

    members = fields.CountField(label="Tổng số ủy viên Ban Thường vụ", noun="tổng số ủy viên", most=99)
    present = fields.CountField(label="Có mặt", noun="số đồng chí có mặt", most=99)
    agreed = fields.CountField(label="Số phiếu đồng ý", most=99)
    decision_symbol = fields.LineField(label="Số quyết định", limit=60)
    decided_on = fields.DayField(label="Ngày quyết định")

    @property
    def decision(self) -> dict[str, Any]:
        given = self.values
        return given | {"vote": Vote(given.pop("members"), given.pop("present"), given.pop("agreed"))}


class OverrideForm(RecordForm):
    key = "dieu-chinh-muc"
    sealed = True

    level = fields.LabelledField(CompletionLevel, label="Điều chỉnh thành", noun="mức điều chỉnh")
    reason = fields.PassageField(
        label="Lý do",
        limit=4000,
        help_text=f"{HOW_MUCH} Lý do được lưu vào hồ sơ; cán bộ và cơ quan xem được khi công bố.",
    )


class OpinionForm(RecordForm):
    key = "y-kien-de-xuat"
    sealed = True

    text = fields.PassageField(label="Ý kiến", limit=4000)


class AppealForm(RecordForm):
    key = "kien-nghi-ket-qua"
    sealed = True
    confirms = True

    text = fields.PassageField(label="Nội dung kiến nghị", limit=4000)


class AnswerAppealForm(RecordForm):
    key = "tra-loi-kien-nghi"
    sealed = True
    confirms = True

    answer = fields.PassageField(label="Trả lời", noun="nội dung trả lời", limit=4000)
    level = fields.LabelledField(
        CompletionLevel, label="Mức sau khi xem xét", noun="mức", required=False,
        help_text="Để trống: giữ nguyên mức. Đổi mức thì phần trả lời phải nêu việc cụ thể làm lý do.",
    )  # fmt: skip


class OfficialForm(RecordForm):
    """The official ranking is typed in from its decision; `level` is chosen by hand, never filled in."""

    key = "xep-loai-chinh-thuc"
    sealed = True

    level = fields.LabelledField(
        CompletionLevel, label="Mức xếp loại chất lượng", noun="mức xếp loại", widget=forms.RadioSelect
    )  # fmt: skip
    decision_symbol = fields.LineField(label="Số quyết định", limit=60)
    decided_on = fields.DayField(label="Ngày quyết định")
    override_reason = fields.PassageField(
        label="Lý do khác với kết quả theo dõi", noun="lý do", limit=4000, required=False
    )
