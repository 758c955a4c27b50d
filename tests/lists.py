"""A list as a room would say it, for the tests of the machine: support, with everything that a list can have."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from django.db.models import Q, QuerySet
from django.template import engines

from diaban.assignments.models import Assignment
from diaban.fieldwork.models import Support
from diaban.fieldwork.rules import Confirmation, Source, SupportKind, ValueBasis
from diaban.fieldwork.services import record_support
from diaban.kit.figures import Column, Kind
from diaban.kit.listing import (
    Dates,
    Filter,
    ListColumn,
    Listing,
    ListPage,
    Said,
    Total,
    View,
    open_listing,
)
from diaban.kit.text import fold
from tests.make import AT, as_cadre

TODAY = date(2024, 5, 10)
CONFIRMED, SILENT = Q(confirmation=Confirmation.CONFIRMED), Q(confirmation=Confirmation.SILENT)
TAGS = {"confirmed": "ok", "silent": "", "disputed": "late"}


def age(on: date, state: str, *, today: date) -> Said:
    if state == Confirmation.CONFIRMED:
        return Said("Đã xong")
    return Said(f"{(today - on).days} ngày", "late")


def named(rows: QuerySet[Any], words: str) -> QuerySet[Any]:
    return rows.filter(cadre__folded__contains=fold(words))


SUPPORTS = Listing(
    noun="hỗ trợ",
    columns=(
        ListColumn("Ngày", "supported_on", Kind.DATE, sort=("supported_on",), margin=True),
        ListColumn("Cán bộ", "cadre__full_name", sort=("cadre__sort_key",), sub=Column("Cơ quan", "agency__name")),
        ListColumn("Hình thức", "kind", labels=dict(SupportKind.choices())),
        ListColumn("Xác nhận", "confirmation", labels=dict(Confirmation.choices()), tags=TAGS),
        ListColumn("Chờ", "supported_on", say=age, also=("confirmation",)),
        ListColumn("Xác nhận lúc", "confirmed_at", Kind.DATE, sort=("confirmed_at",)),
        ListColumn(
            "Giá trị",
            "value_vnd",
            Kind.VND,
            sort=("value_vnd",),
            totals=(Total("Đã xác nhận", CONFIRMED), Total("Chưa xác nhận", ~CONFIRMED)),
        ),
    ),
    order=("-supported_on",),
    address=lambda key: f"/ho-tro/{key}/",
    views=(View("tat-ca", "Tất cả"), View("cho", "Chờ xác nhận", SILENT), View("xong", "Đã xác nhận", CONFIRMED)),
    filters=(
        Filter("co-quan", "Cơ quan", "agency", names="name", by="folded"),
        Filter("xa", "Xã", "commune", names="name", value="code"),
        Filter("huyen", "Huyện", "commune__parent", names="name", value="code"),
        Filter("chuyen-di", "Chuyến đi", "visit", names="outcome"),
        Filter("nguon", "Nguồn", "source"),
        Filter("hinh-thuc", "Hình thức", "kind", labels=dict(SupportKind.choices())),
        Filter("xac-nhan", "Xác nhận", "confirmation", labels=dict(Confirmation.choices())),
    ),
    dates=Dates("Ngày hỗ trợ", "supported_on"),
    search=named,
    search_label="Tên cán bộ",
)
DYNAMIC = 5
"""of its filters read their choices from the rows"""


def support(assignment: Assignment, *, on: date = date(2023, 3, 15), value: int = 1_000_000, **more: Any) -> Support:
    """A line recorded by the cadre; `more` are fields that come about otherwise, as a confirmation."""
    made = record_support(
        assignment=assignment,
        supported_on=on,
        kind=more.pop("kind", SupportKind.GOODS),
        content="Tặng bò giống.",
        source=more.pop("source", Source.BUDGET),
        value_vnd=value,
        value_basis=ValueBasis.INVOICE if value else ValueBasis.NONE,
        by=as_cadre(assignment.cadre),
        at=AT,
    )
    Support.objects.filter(pk=made.pk).update(**more)
    return made


def opened(rows: QuerySet[Any], listing: Listing = SUPPORTS, /, **params: str) -> ListPage:
    """The page of an address; keys with a hyphen come in with an underscore."""
    return open_at({key.replace("_", "-"): value for key, value in params.items()}, rows, listing)


def open_at(params: Mapping[str, str], rows: QuerySet[Any], listing: Listing = SUPPORTS) -> ListPage:
    return open_listing(listing, rows, params, today=TODAY)


def drawn(page: ListPage) -> str:
    """The list as a page of a room shows it."""
    source = '{% from "ui/components.html" import listing %}{{ listing(page=page, made_at=made_at) }}'
    return engines["jinja2"].from_string(source).render({"page": page, "made_at": AT})
