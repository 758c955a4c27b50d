from __future__ import annotations

from collections.abc import Sequence
from typing import Any, ClassVar

from django import forms

from diaban.kit import fields
from diaban.kit.forms import RecordForm
from diaban.replacement.rules import Proposal, ReplacementReason


class RequestForm(RecordForm):
    key = "de-nghi-thay-the"
    sealed = True
    confirms = True

    reason = fields.LabelledField(ReplacementReason, label="Lý do", widget=forms.RadioSelect)
    reason_text = fields.PassageField(
        label="Nội dung lý do",
        limit=4000,
        help_text="Mỗi việc cụ thể một dòng. Không nêu tên, thông tin riêng của công dân.",
    )


class WithdrawForm(RecordForm):
    key = "rut-de-nghi-thay-the"
    sealed = True
    confirms = True

    reason = fields.PassageField(label="Lý do rút", limit=2000)


class OpinionForm(RecordForm):
    key = "y-kien-thay-the"
    sealed = True
    confirms = True

    text = fields.PassageField(label="Ý kiến", limit=4000)


class VerifyForm(RecordForm):
    key = "xac-minh-thay-the"
    sealed = True
    confirms = True

    result = fields.PassageField(label="Kết quả xác minh", limit=4000)


class WithSuccessor(RecordForm):
    """One that may name who comes next: `posts` are the posts offered."""

    nobody: ClassVar[str] = "Chưa có"
    post = fields.PickField(label="Cán bộ thay thế", noun="cán bộ", required=False)

    def __init__(self, *args: Any, posts: Sequence[tuple[str, str]] = (), **options: Any) -> None:
        super().__init__(*args, **options)
        fields.offer(self, post=[("", self.nobody), *posts])


class ProposeForm(WithSuccessor):
    key = "de-xuat-thay-the"
    sealed = True
    confirms = True

    proposal = fields.LabelledField(Proposal, label="Đề xuất", widget=forms.RadioSelect)
    text = fields.PassageField(label="Nội dung đề xuất", noun="nội dung đề xuất", limit=4000)


class RefuseForm(RecordForm):
    key = "khong-thay"
    confirms = True

    symbol = fields.LineField(label="Số văn bản", limit=60)
    decided_on = fields.DayField(label="Ngày văn bản")


class GrantForm(WithSuccessor):
    key = "quyet-dinh-thay"
    confirms = True

    symbol = fields.LineField(label="Số quyết định", limit=60)
    decided_on = fields.DayField(label="Ngày quyết định")
    effective_on = fields.DayField(label="Cán bộ mới theo dõi từ ngày", noun="ngày thay")


class FillForm(GrantForm):
    """For a commune that stands empty: here somebody is named."""

    key = "cu-can-bo"
    nobody = "Chọn cán bộ"
    post = fields.PickField(label="Cán bộ theo dõi", noun="cán bộ")


class HandoverForm(RecordForm):
    key = "ban-giao"

    situation = fields.PassageField(label="Tóm tắt tình hình địa bàn", noun="tóm tắt tình hình", limit=8000)
    contacts = fields.PassageField(label="Đầu mối liên hệ", noun="đầu mối liên hệ", limit=4000)


class SignForm(RecordForm):
    key = "ky-ban-giao"
    confirms = True
