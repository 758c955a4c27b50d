from __future__ import annotations

from diaban.attachments.forms import AttachmentsField
from diaban.fieldwork.rules import AgencyActKind
from diaban.kit import fields
from diaban.kit.forms import RecordForm


class AgencyActForm(RecordForm):
    key = "viec-co-quan"

    kind = fields.LabelledField(AgencyActKind, label="Việc đã làm")
    acted_on = fields.DayField(label="Ngày", widget=fields.DayChoice)
    content = fields.LineField(
        label="Nội dung", limit=500, help_text="Ví dụ: bố trí xe cho 2 đồng chí đi cơ sở tháng 5."
    )
    documents = AttachmentsField(label="Tài liệu kèm theo")
