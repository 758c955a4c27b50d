"""The JSON Schemas of `bin/diaban rate`. They ship as files beside the code, written by `bin/fix`."""

from __future__ import annotations

from typing import Any

from diaban.kit.shape_schemas import DIALECT, schema
from diaban.ranking.rules.comparing import Comparison
from diaban.ranking.rules.records import Records
from diaban.ranking.rules.results import YearRating
from diaban.ranking.rules.rulebook import rules_schema

NUMBERS = (
    "Số nguyên là số JSON. Phân số chính xác là chuỗi “tử/mẫu” tối giản, mẫu 1 thì bỏ. Điểm đã làm tròn là chuỗi "
    "thập phân có dấu chấm. Không có số thực."
)


def schemas() -> dict[str, dict[str, Any]]:
    """Each schema by the name that `--schema` takes."""
    return {
        "records": schema(Records, title="Số liệu của một năm để tính kết quả theo dõi", description=NUMBERS),
        "rules": {
            "$schema": DIALECT,
            "title": "Bộ quy tắc",
            "description": "Mỗi tham số là [giá trị, mức chắc chắn, căn cứ]; không nêu thì giữ mặc định của phần mềm.",
            **rules_schema(),
        },
        "result": schema(YearRating, title="Kết quả theo dõi của một năm", description=NUMBERS),
        "comparison": schema(Comparison, title="So hai bộ quy tắc trên cùng số liệu", description=NUMBERS),
    }
