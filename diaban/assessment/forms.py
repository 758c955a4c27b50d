from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django import forms

from diaban.assessment.rules import CRITERIA, Fixed, Mark, checks
from diaban.assessment.rules.filling import NOTE, WISHES
from diaban.attachments.forms import AttachmentsField
from diaban.kit import fields
from diaban.kit.editions import stamp
from diaban.kit.forms import OWN, RecordForm
from diaban.planning.forms.programmes import ReturnForm as ReturnProgrammeForm
from diaban.replacement.rules import ReplacementReason
from diaban.reporting.forms import WordForm as ReportWordForm
from diaban.reporting.rules import CompletionLevel


class AssessmentForm(RecordForm):
    """A commune's form while it is written: it may be saved half filled, so nothing is required of a draft."""

    key = "phieu-nhan-xet"
    sealed = True

    acknowledged = fields.PickManyField(label="Đánh dấu dòng hỗ trợ mà xã đã nhận", noun="dòng hỗ trợ", required=False)
    strengths = fields.PassageField(label="Ưu điểm", limit=4000, required=False)
    limits = fields.PassageField(label="Hạn chế", limit=4000, required=False)
    level = fields.LabelledField(
        CompletionLevel, label="Mức độ hoàn thành", required=False, widget=forms.RadioSelect
    )  # fmt: skip
    wish = fields.PickField(
        label="Đề nghị", noun="đề nghị", choices=tuple(WISHES.items()), required=False, widget=forms.RadioSelect
    )  # fmt: skip
    reasons = fields.PassageField(
        label="Lý do",
        limit=4000,
        required=False,
        help_text="Mỗi việc cụ thể một dòng. Cần khi mức là xuất sắc, không hoàn thành, hoặc đề nghị thay thế.",
    )
    replacement_reason = fields.LabelledField(
        ReplacementReason, label="Lý do thay thế thuộc loại", noun="loại lý do", required=False
    )
    profile_wish = fields.PassageField(label="Mong muốn về cán bộ thay thế", limit=1000, required=False)
    proposals = fields.PassageField(
        label="Đề nghị với cơ quan của cán bộ, với Ban Thường vụ Tỉnh ủy", noun="đề nghị", limit=4000, required=False
    )
    met_on = fields.DayField(label="Ngày họp Ban Thường vụ Đảng ủy", noun="ngày họp", required=False)
    votes_for = fields.CountField(label="Số phiếu đồng ý", most=99, required=False)
    votes_against = fields.CountField(label="Số phiếu không đồng ý", most=99, required=False)
    votes_other = fields.CountField(label="Số phiếu có ý kiến khác", most=99, required=False)
    signer_name = fields.LineField(label="Họ tên người ký", limit=200, required=False)
    signer_post = fields.LineField(label="Chức vụ người ký", limit=200, required=False)

    def __init__(self, *args: Any, supports: Sequence[tuple[str, str]] = (), **options: Any) -> None:
        self.supports = list(supports)
        super().__init__(*args, **options)
        if not self.first:
            nothing = {name: field.clean(None) for name, field in self.fields.items() if name not in OWN}
            self.initial["dau"] = stamp(nothing, nothing)
            """Whoever opens an empty form has seen that it is empty: what another saves meanwhile has moved."""

    def more_fields(self) -> dict[str, forms.Field]:
        fields.offer(self, acknowledged=self.supports)
        found: dict[str, forms.Field] = {}
        for key, wording in CRITERIA.items():
            said = f"Mức: {wording}"
            found[key] = fields.LabelledField(Mark, label=said, required=False, widget=forms.RadioSelect)
            found[key + NOTE] = fields.PassageField(label="Nhận xét", limit=500, required=False)
        return found

    @property
    def checks(self) -> list[Any]:
        """How far it is, by what is typed, whatever its state."""
        return checks({name: self[name].value() for name in self.fields})


class SendAssessmentForm(RecordForm):
    """`read_at`: which saving of the draft the sender has read through."""

    key = "gui-phieu-nhan-xet"
    sealed = True
    confirms = True

    read_at = forms.DateTimeField(widget=forms.HiddenInput(attrs={"autocomplete": "off"}))


class ReturnAssessmentForm(ReturnProgrammeForm):
    key = "tra-lai-phieu-nhan-xet"
    sealed = True


class DocumentsForm(RecordForm):
    key = "tai-lieu-phieu-nhan-xet"
    sealed = True

    documents = AttachmentsField(label="Biên bản họp, bản giấy đã ký (bản quét)", required=True)


class PaperForm(RecordForm):
    key = "ban-giay-phieu-nhan-xet"
    sealed = True

    number = fields.LineField(label="Số văn bản giấy", limit=60)
    dated_on = fields.DayField(label="Ngày ký")
    received_on = fields.DayField(label="Ngày nhận")
    documents = AttachmentsField(label="Bản giấy đã quét")


class AnswerForm(RecordForm):
    key = "y-kien-ve-phieu"
    sealed = True
    confirms = True

    text = fields.PassageField(label="Ý kiến của đồng chí", noun="ý kiến", limit=4000)


class ReleaseForm(RecordForm):
    key = "ket-luan-nam"
    confirms = True

    decision_symbol = fields.LineField(label="Số văn bản kết luận", limit=60)
    concluded_on = fields.DayField(label="Ngày kết luận")


class WordForm(ReportWordForm):
    key = "phieu-tu-word"
    sealed = True


class ReviewForm(RecordForm):
    """What an agency's leadership says of its own year."""

    key = "nhan-xet-co-quan"
    sealed = True

    self_comment = fields.PassageField(label="Tự nhận xét", noun="nội dung tự nhận xét", limit=4000)
    fixed = fields.LabelledField(Fixed, label="Hạn chế năm trước", noun="kết quả khắc phục", widget=forms.RadioSelect)
    fixed_note = fields.PassageField(label="Việc đã làm để khắc phục", limit=4000, required=False)
    self_level = fields.LabelledField(
        CompletionLevel, label="Tự nhận mức", noun="mức tự nhận", widget=forms.RadioSelect
    )  # fmt: skip


class CommentForm(RecordForm):
    key = "y-kien-ban-to-chuc"
    sealed = True
    confirms = True

    board_comment = fields.PassageField(label="Ý kiến của Ban Tổ chức", noun="ý kiến", limit=4000)
    shortcomings = fields.PassageField(
        label="Hạn chế cần khắc phục",
        limit=4000,
        required=False,
        help_text="Bản nhận xét năm sau phải nói kết quả khắc phục.",
    )
    board_level = fields.LabelledField(
        CompletionLevel, label="Mức Ban Tổ chức đề xuất", noun="mức đề xuất", widget=forms.RadioSelect
    )
