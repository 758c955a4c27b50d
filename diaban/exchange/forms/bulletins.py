from __future__ import annotations

from diaban.kit import fields
from diaban.kit.forms import RecordForm
from diaban.planning.rules import Topic


class BulletinForm(RecordForm):
    key = "ban-tin"

    topic = fields.LabelledField(Topic, label="Lĩnh vực")
    title = fields.LineField(label="Tiêu đề", limit=200)
    body = fields.PassageField(
        label="Nội dung",
        noun="nội dung bản tin",
        limit=5000,
        help_text="Nêu việc, con số, nơi xảy ra và điều cần cán bộ theo dõi biết hoặc giúp.",
    )


class ReplyForm(RecordForm):
    key = "tra-loi-ban-tin"

    text = fields.PassageField(label="Trả lời Đảng ủy xã", noun="nội dung trả lời", limit=2000)
