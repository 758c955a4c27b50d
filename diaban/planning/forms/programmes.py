from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar

from django import forms

from diaban.kit import fields
from diaban.kit.forms import RecordForm
from diaban.kit.rows import Repeat, RowForm
from diaban.planning.rules import EventKind, ItemDraft, Topic


class ItemRow(RowForm):
    """One item; `origin` travels along, so that an item stays itself whatever its words become."""

    origin = forms.UUIDField(required=False, widget=forms.HiddenInput)
    month = fields.MonthField(label="Tháng")
    event_kind = fields.LabelledField(EventKind, label="Loại hoạt động")
    topic = fields.LabelledField(Topic, label="Lĩnh vực")
    expected_result = fields.LineField(label="Kết quả dự kiến", limit=500)
    place = fields.LineField(label="Nơi đến", limit=200, required=False)
    coordinator = fields.LineField(label="Cơ quan phối hợp", limit=200, required=False)
    resource = fields.LineField(label="Nguồn lực", limit=200, required=False)


class ProgrammeForm(RecordForm):
    key = "chuong-trinh"
    repeats: ClassVar[Mapping[str, Repeat]] = {"items": Repeat(ItemRow, "nội dung", most=60)}

    objectives = fields.PassageField(label="Mục tiêu", limit=5000)
    context = fields.PassageField(
        label="Căn cứ, tình hình địa bàn", noun="căn cứ, tình hình", limit=5000, required=False
    )
    contact = fields.LineField(label="Đầu mối phối hợp ở xã", noun="đầu mối phối hợp", limit=200, required=False)
    agency_commitment = fields.PassageField(
        label="Cơ quan bảo đảm",
        noun="phần cơ quan bảo đảm",
        limit=5000,
        required=False,
        help_text="Thời gian, phương tiện, kinh phí, người giúp việc.",
    )

    @property
    def written(self) -> dict[str, Any]:
        """What the services take: the texts, and the items as drafts."""
        given = self.values
        items = [ItemDraft(**item | {"month": item["month"].month}) for item in given.pop("items", [])]
        return given | {"items": items}

    @property
    def drafts(self) -> list[ItemDraft]:
        """The items as far as they can be read already, to be held against the rule set."""
        found = []
        for row in self.rows["items"]:
            month, kind = _read(row, "month"), _read(row, "event_kind")
            if month and kind:
                found.append(ItemDraft(month.month, kind, Topic.ECONOMY, ""))
        return found


def _read(row: RowForm, name: str) -> Any:
    """One value of a row, null where it cannot be read yet."""
    value = row[name].value()
    try:
        return row.fields[name].clean(row.fields[name].prepare_value(value) if value else "")
    except forms.ValidationError:
        return None


class SubmissionForm(RecordForm):
    key = "gui-chuong-trinh"
    confirms = True

    late_reason = fields.LineField(label="Lý do gửi chậm", limit=500, required=False)


class ReturnForm(RecordForm):
    key = "tra-lai-chuong-trinh"

    reason = fields.PassageField(label="Lý do trả lại", limit=1000)
