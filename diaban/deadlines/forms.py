from __future__ import annotations

from django import forms

from diaban.kit import fields
from diaban.kit.forms import RecordForm

DOCUMENT = "Số, ngày văn bản"


class ExtensionForm(RecordForm):
    key = "gia-han-viec"

    new_due_on = fields.DayField(label="Hạn mới")
    reason = fields.LineField(label="Lý do", limit=500)
    document = fields.LineField(label=DOCUMENT, noun="văn bản", limit=100, required=False)


class CauseForm(RecordForm):
    key = "nguyen-nhan-khach-quan"

    reason = fields.LineField(label="Nguyên nhân đã được xác nhận", noun="nguyên nhân", limit=500)
    document = fields.LineField(label=DOCUMENT, noun="văn bản", limit=100, required=False)


class UrgeForm(RecordForm):
    key = "nhac-viec"

    note = fields.LineField(label="Lời nhắc", limit=500, required=False)


class PeriodForm(forms.Form):
    """From one day to another, both included; empty is the running year up to today."""

    tu = fields.DayField(label="Từ ngày", required=False)
    den = fields.DayField(label="Đến ngày", required=False)
