"""One page of a long list against one of a short list, with its queries, its template and nothing else.

Support of the simulated year, multiplied in a transaction that is rolled back. The short list has 30 rows; another of
50 rows draws as many as a page of the long one, so that what is left is the length alone. Shortest of many readings.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from datetime import date
from typing import Any

from django.db import connection, transaction
from django.db.models import Q, QuerySet
from django.template import engines
from django.test.utils import override_settings

from bench.summary_page import interleaved, statements_of
from diaban.fieldwork.models import Support
from diaban.fieldwork.policies import visible_supports
from diaban.kit.actors import the_system
from diaban.kit.clock import at_hanoi
from diaban.kit.figures import Column, Kind
from diaban.kit.ids import uuid7
from diaban.kit.listing import Dates, Filter, ListColumn, Listing, Total, View, open_listing
from diaban.kit.text import fold

ENOUGH, SHORT = 3000, 30
"""rows"""
TODAY = date(2024, 5, 10)
CONFIRMED = Q(confirmation="confirmed")
SUPPORTS = Listing(
    noun="hỗ trợ",
    columns=(
        ListColumn("Ngày", "supported_on", Kind.DATE, sort=("supported_on",), margin=True),
        ListColumn("Cán bộ", "cadre__full_name", sort=("cadre__sort_key",), sub=Column("Cơ quan", "agency__name")),
        ListColumn("Địa bàn", "commune__name", sort=("commune__folded",)),
        ListColumn("Nội dung", "content"),
        ListColumn("Xác nhận", "confirmation", tags={"confirmed": "ok", "silent": "", "disputed": "late"}),
        ListColumn("Giá trị", "value_vnd", Kind.VND, sort=("value_vnd",), totals=(Total("", CONFIRMED), Total())),
    ),
    order=("-supported_on",),
    views=(View("tat-ca", "Tất cả"), View("xong", "Đã xác nhận", CONFIRMED), View("cho", "Chờ xác nhận", ~CONFIRMED)),
    filters=(
        Filter("co-quan", "Cơ quan", "agency", names="name", by="folded"),
        Filter("xa", "Xã", "commune", names="name", value="code", by="folded"),
    ),
    dates=Dates("Ngày", "supported_on"),
    search=lambda rows, words: rows.filter(cadre__folded__contains=fold(words)),
)
PAGE = '{% from "ui/components.html" import listing %}{{ listing(page=page, made_at=made_at) }}'
ASKED: dict[str, dict[str, str]] = {
    "trang đầu": {},
    "trang cuối": {"trang": "999999"},
    "lọc, tìm, xếp": {"xem": "xong", "tu": "1/1/2023", "tim": "ha", "sap": "can-bo"},
}


def main() -> int:
    static = {"staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}}
    with override_settings(STORAGES=static), transaction.atomic():
        province = Support.objects.values_list("province", flat=True)[0]
        every = visible_supports(the_system(province))
        multiply(every)
        for name, params in ASKED.items():
            asked_for = open_listing(SUPPORTS, every, params, today=TODAY).found
            short, drawn = (some(every, asked_for, number) for number in (SHORT, SUPPORTS.page_size))
            say(name, params, short=short, drawn=drawn, long=every)
        transaction.set_rollback(True)
    return 0


def some(rows: QuerySet[Any], asked_for: QuerySet[Any] | None, number: int) -> QuerySet[Any]:
    """A list with that many of the rows that are asked for, so that none of its pages is emptier than need be."""
    keys = [] if asked_for is None else list(asked_for.values_list("pk", flat=True)[:number])
    return rows.filter(pk__in=keys)


def multiply(rows: QuerySet[Support]) -> None:
    """The same lines again under other keys, until there are more than enough."""
    known = list(rows.filter(reverses=None))
    while rows.count() < ENOUGH:
        for line in known:
            line.pk = uuid7()
        Support.objects.bulk_create(known)
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")


def say(name: str, params: dict[str, str], **lists: QuerySet[Any]) -> None:
    best = interleaved({key: opener(rows, params) for key, rows in lists.items()}, rounds=150)
    queries = len(statements_of(opener(lists["long"], params)))
    print(
        f"Danh sách {lists['long'].count()} dòng, {name}: {best['long']:.1f} ms; {SHORT} dòng: {best['short']:.1f} ms, "
        f"{SUPPORTS.page_size} dòng: {best['drawn']:.1f} ms; tỷ số {best['long'] / best['short']:.2f} và "
        f"{best['long'] / best['drawn']:.2f}; {queries} truy vấn"
    )


def opener(rows: QuerySet[Any], params: dict[str, str]) -> Callable[[], object]:
    template = engines["jinja2"].from_string(PAGE)
    made_at = at_hanoi(TODAY)

    def work() -> object:
        page = open_listing(SUPPORTS, rows.all(), params, today=TODAY)
        return template.render({"page": page, "made_at": made_at})

    return work


if __name__ == "__main__":
    sys.exit(main())
