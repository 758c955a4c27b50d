from __future__ import annotations

from django import forms

from diaban.kit import fields
from diaban.kit.forms import RecordForm
from diaban.reminders.rules.devices import LONGEST


class DeviceForm(RecordForm):
    """What the browser hands over; nobody types it."""

    key = "thiet-bi-nhan-nhac-viec"

    endpoint = fields.LineField(label="Địa chỉ nhận", limit=LONGEST, widget=forms.HiddenInput)
    p256dh = fields.LineField(label="Khóa công khai", limit=100, widget=forms.HiddenInput)
    auth = fields.LineField(label="Khóa chung", limit=40, widget=forms.HiddenInput)
    name = fields.LineField(label="Tên thiết bị", limit=80, widget=forms.HiddenInput)


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
