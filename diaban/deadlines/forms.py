from __future__ import annotations

from django import forms

from diaban.kit import fields
from diaban.kit.forms import RecordForm


class ExtensionForm(RecordForm):
    key = "gia-han-viec"

    new_due_on = fields.DayField(label="Hạn mới")
    reason = fields.LineField(label="Lý do", limit=500)


class CauseForm(RecordForm):
    key = "nguyen-nhan-khach-quan"

    reason = fields.LineField(label="Nguyên nhân đã được xác nhận", noun="nguyên nhân", limit=500)


class PeriodForm(forms.Form):
    """From one day to another, both included; empty is the running year up to today."""

    tu = fields.DayField(label="Từ ngày", required=False)
    den = fields.DayField(label="Đến ngày", required=False)
