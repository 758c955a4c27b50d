"""Support as a list; what is confirmed and what is not are added up apart.

A line that was taken back and the line that takes it back are no activities: they stand in a view of their own. Both
are confirmed or not alike and of one day, so every sum is the same with them and without.
"""

from __future__ import annotations

from datetime import date

from django.db.models import Q, QuerySet

from diaban.fieldwork.figures.supports import CONFIRMED, STANDING
from diaban.fieldwork.listings.visits import TAGS
from diaban.fieldwork.models import Support
from diaban.fieldwork.policies import visible_supports
from diaban.fieldwork.rules import Confirmation, Source, SupportKind, ValueBasis
from diaban.kit.actors import Actor
from diaban.kit.figures import Column, Kind
from diaban.kit.listing import Dates, Filter, ListColumn, Listing, Said, Total, View
from diaban.kit.search import matching


def rows(actor: Actor) -> QuerySet[Support]:
    return visible_supports(actor)


def waiting(actor: Actor) -> QuerySet[Support]:
    """Lines that stand and that the commune has not confirmed."""
    return visible_supports(actor).filter(STANDING).exclude(CONFIRMED)


def standing(confirmation: str, reverses: object, reversal: object, *, today: date) -> Said:
    if reverses:
        return Said("Dòng điều chỉnh", "off")
    if reversal:
        return Said("Đã điều chỉnh", "off")
    said = Confirmation(confirmation)
    return Said(said.label, TAGS[said])


SUPPORTS = Listing(
    noun="hoạt động hỗ trợ",
    columns=(
        ListColumn("Ngày", "supported_on", Kind.DATE, sort=("supported_on",), margin=True),
        ListColumn("Nội dung", "content", sub=Column("Xã, phường, thị trấn", "commune__name")),
        ListColumn("Hình thức", "kind", Kind.CHOICE, dict(SupportKind.choices())),
        ListColumn("Nguồn", "source", Kind.CHOICE, dict(Source.choices()), phone=False),
        ListColumn(
            "Giá trị quy ra tiền",
            "value_vnd",
            Kind.VND,
            sort=("value_vnd",),
            totals=(
                Total("Xã đã xác nhận", CONFIRMED, opens="da-xac-nhan"),
                Total("Chưa xác nhận", ~CONFIRMED, opens="chua-xac-nhan"),
            ),
        ),
        ListColumn("Căn cứ", "value_basis", Kind.CHOICE, dict(ValueBasis.choices()), phone=False),
        ListColumn("Xác nhận của xã", "confirmation", say=standing, also=("reverses", "reversal")),
        ListColumn("Cán bộ", "cadre__full_name", sub=Column("Cơ quan", "agency__name"), sort=("cadre__sort_key",)),
    ),
    order=("-supported_on", "-id"),
    address="fieldwork:support",
    views=(
        View("con-gia-tri", "Tất cả", STANDING),
        View("cho-xac-nhan", "Chờ xã xác nhận", STANDING & Q(confirmation=Confirmation.SILENT)),
        View("khong-thong-nhat", "Xã không thống nhất", STANDING & Q(confirmation=Confirmation.DISPUTED)),
        View("da-xac-nhan", "Xã đã xác nhận", STANDING & CONFIRMED),
        View("chua-xac-nhan", "Chưa xác nhận", STANDING & ~CONFIRMED),
        View("da-dieu-chinh", "Dòng điều chỉnh và bị điều chỉnh", ~STANDING),
    ),
    filters=(
        Filter("xa", "Địa bàn", "commune", names="name", by="code"),
        Filter("can-bo", "Cán bộ", "cadre", names="full_name", by="sort_key"),
        Filter("co-quan", "Cơ quan", "agency", names="name"),
        Filter("hinh-thuc", "Hình thức", "kind", labels=dict(SupportKind.choices())),
        Filter("nguon", "Nguồn", "source", labels=dict(Source.choices())),
        Filter("nam", "Năm", "year"),
    ),
    dates=Dates("Ngày hỗ trợ", "supported_on"),
    search=matching,
    search_label="Nội dung, nơi cùng chi",
)
