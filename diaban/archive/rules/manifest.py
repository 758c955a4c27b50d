"""What an archive says of itself. Plain Python: the shape of schema.json, and whether two of them agree."""

from __future__ import annotations

from typing import TypedDict

FORMAT = 1
NOTES = (
    "Mỗi bảng một tệp CSV: UTF-8 không BOM, dấu phẩy, dòng kết thúc CRLF, theo RFC 4180; dòng đầu là tên cột.",
    'Ô trống không có ngoặc kép là không có giá trị (NULL); chuỗi rỗng viết "". Cột kiểu text không bao giờ NULL.',
    "Ngày: YYYY-MM-DD. Thời điểm: ISO 8601, giờ UTC (+00). Đúng, sai: t, f. jsonb: văn bản JSON. Mảng: {a,b}.",
    "Khoảng thời gian nửa mở: starts_on, valid_from có tính; ends_on, valid_to không tính; trống là còn hiệu lực.",
    "Tiền là đồng, số nguyên. half_days là số buổi (nửa ngày). days_late là ngày làm việc.",
    "Dữ liệu giữ nguyên từng ký tự, kể cả ô bắt đầu bằng = + - @: mở bằng bảng tính thì nhập mọi cột dạng văn bản.",
    "Không có mật khẩu, phiên đăng nhập; tài khoản nạp lại thì không có mật khẩu.",
)
UNITS = {
    "value_vnd": "đồng",
    "half_days": "buổi (nửa ngày)",
    "days_late": "ngày làm việc",
    "households": "hộ",
    "persons": "người",
    "seconds": "giây",
    "votes_for": "phiếu",
    "votes_against": "phiếu",
}


class ColumnFacts(TypedDict):
    name: str
    type: str
    title: str
    null: bool
    unit: str
    choices: dict[str, str]
    references: str


class TableFacts(TypedDict):
    file: str
    title: str
    meaning: str
    rows: int
    primary_key: str
    unique: list[list[str]]
    columns: list[ColumnFacts]


class Manifest(TypedDict):
    format: int
    notes: list[str]
    province: str
    tables: dict[str, TableFacts]


def disagreement(ours: Manifest, theirs: Manifest) -> str | None:
    """Why an archive does not fit this version of the software, as a whole sentence; null when it does."""
    if theirs.get("format") != ours["format"]:
        return f"Kho lưu thuộc định dạng {theirs.get('format')}, phần mềm này đọc định dạng {ours['format']}."
    missing, unknown = ours["tables"].keys() - theirs["tables"].keys(), theirs["tables"].keys() - ours["tables"].keys()
    if missing or unknown:
        return f"Kho lưu có các bảng khác với phần mềm này: {', '.join(sorted(missing | unknown))}."
    for name, table in ours["tables"].items():
        if _shape(table) != _shape(theirs["tables"][name]):
            return f"Bảng {name} trong kho lưu có các cột khác với phần mềm này."
    return None


def _shape(table: TableFacts) -> list[tuple[str, str, bool]]:
    return [(column["name"], column["type"], column["null"]) for column in table["columns"]]
