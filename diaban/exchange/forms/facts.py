from __future__ import annotations

from typing import Any

from diaban.exchange.rules import AreaClass, FactsDraft
from diaban.kit import fields
from diaban.kit.forms import RecordForm


class FactsForm(RecordForm):
    """Everything but the day may be left out: what is not known is not guessed."""

    key = "so-lieu-xa"

    as_of = fields.DayField(label="Số liệu đến ngày")
    population = fields.CountField(label="Dân số", unit="người", required=False)
    households = fields.CountField(label="Số hộ", unit="hộ", required=False)
    poor_households = fields.CountField(label="Số hộ nghèo", unit="hộ", required=False)
    area_ha = fields.CountField(label="Diện tích", unit="ha", required=False)
    area_class = fields.LabelledField(AreaClass, label="Khu vực")
    villages = fields.CountField(label="Số thôn, bản, tổ dân phố", unit="thôn", required=False)
    party_cells = fields.CountField(label="Số chi bộ trực thuộc", unit="chi bộ", required=False)
    party_members = fields.CountField(label="Số đảng viên", unit="đảng viên", required=False)
    phone = fields.LineField(label="Điện thoại văn phòng Đảng ủy", noun="số điện thoại", limit=20, required=False)
    matters = fields.PassageField(label="Đặc điểm, vấn đề cần quan tâm", noun="đặc điểm", limit=3000, required=False)
    source = fields.LineField(
        label="Nguồn số liệu", limit=200, required=False, help_text="Ví dụ: Niên giám thống kê huyện năm 2023."
    )

    @property
    def draft(self) -> FactsDraft:
        given: dict[str, Any] = self.values
        return FactsDraft(**given)
