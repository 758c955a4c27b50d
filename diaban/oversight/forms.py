from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, ClassVar
from uuid import UUID

from django import forms

from diaban.attachments.forms import AttachmentsField
from diaban.kit import fields
from diaban.kit.forms import RecordForm
from diaban.kit.rows import Repeat, RowForm
from diaban.oversight.rules import CheckResult, InspectionKind, ReplyKind, Responsible, Severity, SignalKind

Choices = Sequence[tuple[str, str]]


class PlanForm(RecordForm):
    key = "ke-hoach-kiem-tra"
    sealed = True

    kind = fields.LabelledField(InspectionKind, label="Hình thức")
    title = fields.LineField(label="Nội dung", limit=300)
    lead_body = fields.LineField(label="Cơ quan chủ trì", limit=200)
    planned_on = fields.DayField(label="Ngày dự kiến")


class ObjectRow(RowForm):
    duty = fields.PickField(label="Địa bàn, cán bộ", noun="địa bàn")


class DecisionForm(RecordForm):
    key = "quyet-dinh-kiem-tra"
    sealed = True
    repeats: ClassVar[Mapping[str, Repeat]] = {"named": Repeat(ObjectRow, "địa bàn", most=60)}

    decision_symbol = fields.LineField(label="Số quyết định", limit=60)
    decided_on = fields.DayField(label="Ngày quyết định")
    period_from = fields.DayField(label="Mốc kiểm tra từ ngày", noun="mốc đầu")
    period_to = fields.DayField(label="Mốc kiểm tra đến ngày", noun="mốc cuối")
    team = fields.PickManyField(label="Thành viên đoàn", widget=forms.CheckboxSelectMultiple)
    leader = fields.PickField(label="Trưởng đoàn")
    agency = fields.PickField(
        label="Chỉ kiểm tra cán bộ của cơ quan", noun="cơ quan", required=False, help_text="Để trống: cả tỉnh."
    )

    def __init__(self, *args: Any, people: Choices, agencies: Choices, duties: Choices, **options: Any) -> None:
        super().__init__(*args, offers={"named": {"duty": duties}}, **options)
        leaders = [("", "Chọn trưởng đoàn"), *people]
        fields.offer(self, team=people, leader=leaders, agency=agencies)

    @property
    def members(self) -> list[UUID]:
        """Accounts, the leader first."""
        leader = self.cleaned_data["leader"]
        return [UUID(key) for key in dict.fromkeys([leader, *self.cleaned_data["team"]])]


class CancelForm(RecordForm):
    key = "khong-kiem-tra"
    sealed = True

    reason = fields.LineField(label="Lý do không tiến hành", limit=500)


class DrawForm(RecordForm):
    key = "rut-mau"
    sealed = True
    confirms = True

    seed = fields.LineField(
        label="Số rút mẫu",
        limit=60,
        required=False,
        help_text="Số bất kỳ, ví dụ do người chứng kiến đọc. Để trống thì phần mềm tự lấy; ai cũng rút lại được.",
    )
    signal_kinds = fields.LabelledManyField(
        SignalKind, label="Đưa thêm vào mẫu nơi có dấu hiệu", noun="dấu hiệu", required=False,
        initial=[kind.value for kind in SignalKind],
        help_text="Dấu hiệu chỉ là câu hỏi kèm bằng chứng, không phải kết luận. Bỏ đánh dấu loại nào thì không thêm.",
    )  # fmt: skip


class CheckForm(RecordForm):
    key = "ket-qua-kiem-tra"
    sealed = True

    seen_on = fields.DayField(label="Ngày kiểm tra")
    interviews = fields.LineField(
        label="Đã làm việc với", noun="thành phần", limit=300, required=False,
        help_text="Chức danh và số người, không ghi tên công dân.",
    )  # fmt: skip
    documents = AttachmentsField(label="Chứng cứ")

    def __init__(self, *args: Any, questions: Sequence[Any], **options: Any) -> None:
        self.questions = questions
        super().__init__(*args, **options)

    def more_fields(self) -> Mapping[str, forms.Field]:
        found: dict[str, forms.Field] = {}
        for one in self.questions:
            found[f"result_{one.no}"] = fields.LabelledField(
                CheckResult, label="Kết quả", required=False, widget=forms.RadioSelect
            )
            found[f"note_{one.no}"] = fields.LineField(
                label="Chứng cứ đã xem, điều chưa đạt", limit=500, required=False
            )
        return found

    @property
    def answers(self) -> dict[int, tuple[CheckResult | None, str]]:
        given = self.cleaned_data
        return {one.no: (given[f"result_{one.no}"] or None, given[f"note_{one.no}"]) for one in self.questions}


class FindingForm(RecordForm):
    key = "ket-luan-kiem-tra"
    sealed = True

    description = fields.PassageField(label="Nội dung kết luận", limit=4000)
    severity = fields.LabelledField(Severity, label="Mức độ", widget=forms.RadioSelect)
    responsible = fields.LabelledField(Responsible, label="Ai phải khắc phục", noun="người", widget=forms.RadioSelect)
    found_on = fields.DayField(label="Ngày phát hiện")
    due_on = fields.DayField(
        label="Hạn khắc phục", required=False, help_text="Để trống: theo bộ quy tắc (mặc định của phần mềm là 30 ngày)."
    )


class ConclusionForm(RecordForm):
    key = "ket-thuc-kiem-tra"
    sealed = True
    confirms = True

    conclusion_symbol = fields.LineField(label="Số thông báo kết luận", limit=60)
    done_on = fields.DayField(label="Ngày kết luận")
    summary = fields.PassageField(label="Kết luận", limit=8000)
    good = fields.PassageField(label="Ưu điểm, cách làm hay", limit=4000, required=False)


class ReplyForm(RecordForm):
    key = "phan-hoi-ket-luan"
    sealed = True

    kind = fields.LabelledField(ReplyKind, label="Loại phản hồi", widget=forms.RadioSelect)
    text = fields.PassageField(label="Nội dung", limit=4000)
    documents = AttachmentsField(label="Tài liệu kèm theo")


class RefusalForm(RecordForm):
    key = "chua-khac-phuc"
    sealed = True

    reason = fields.PassageField(label="Lý do chưa chấp nhận", limit=1000)


class RemedyForm(RecordForm):
    key = "xac-nhan-khac-phuc"
    sealed = True

    closed_on = fields.DayField(label="Khắc phục xong ngày")
    remedy = fields.PassageField(label="Kết quả khắc phục đã kiểm tra", noun="kết quả khắc phục", limit=4000)
