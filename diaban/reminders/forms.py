from __future__ import annotations

from django import forms

from diaban.kit import fields
from diaban.kit.forms import RecordForm


class ChannelForm(RecordForm):
    key = "cach-nhan-nhac-viec"

    email = forms.EmailField(
        label="Thư điện tử công vụ",
        required=False,
        max_length=200,
        help_text="Chỉ dùng địa chỉ do cơ quan cấp.",
        error_messages={"invalid": "Địa chỉ thư chưa đúng dạng. Ví dụ: ten@coquan.gov.vn."},
    )
    by_email = fields.TickField(label="Nhận tóm tắt qua thư", required=False)
