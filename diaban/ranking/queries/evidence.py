"""The records that a result rests on: what each kind is called, its own page and the ledger that holds it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from django.urls import reverse


@dataclass(frozen=True, slots=True)
class Known:
    """`page` is the address of one record, where it has a page; `years_back`: records of an earlier year's ledger."""

    noun: str
    ledger: str
    page: str = ""
    years_back: int = 0

    def in_ledger(self, key: str, year: int) -> str:
        return reverse("dashboards:record", args=[year - self.years_back, self.ledger, key])

    def opened(self, key: str, year: int) -> str:
        return reverse(self.page, args=[key]) if self.page else self.in_ledger(key, year)


KNOWN = {
    "phan-cong": Known("Phân công", "phan-cong"),
    "viec-phai-lam": Known("Việc phải làm", "viec-phai-lam", "deadlines:obligation"),
    "chuyen-di": Known("Chuyến đi", "chuyen-di", "fieldwork:visit"),
    "noi-dung-chuong-trinh": Known("Nội dung chương trình", "noi-dung-chuong-trinh"),
    "tinh-hinh": Known("Ghi nhận tình hình", "ghi-nhan-tinh-hinh"),
    "kho-khan": Known("Khó khăn, vướng mắc", "kho-khan", "fieldwork:difficulty"),
    "ho-tro": Known("Hỗ trợ", "ho-tro", "fieldwork:support"),
    "mo-hinh": Known("Mô hình", "mo-hinh", "fieldwork:innovation"),
    "phieu": Known("Phiếu nhận xét", "phieu-nhan-xet", "assessment:assessment"),
    "ket-luan": Known("Kết luận kiểm tra năm trước", "ket-luan-kiem-tra", "oversight:finding", years_back=1),
    "viec-co-quan": Known("Việc của cơ quan", "viec-cua-co-quan", "fieldwork:agency_act"),
}
"""By the first word of a reference. What is not here has no record: the rule's own words count it."""


def known(evidence: Iterable[str]) -> Iterator[tuple[Known, str]]:
    """Each reference that opens something, with the key of its record."""
    for reference in evidence:
        kind, _, key = reference.partition(":")
        if kind in KNOWN:
            yield KNOWN[kind], key
