"""M5: the communes of which something was noted in each of the six fields in each quarter."""

from django.db.models import CharField, Count, F, IntegerField, OuterRef, Q, QuerySet, Subquery, Value
from django.db.models.functions import Cast, Coalesce, Concat

from diaban.assignments.figures import commune_rows
from diaban.fieldwork.policies import visible_notes
from diaban.kit.figures import Column, Cut, Figure, Kind, Ledger, Scope
from diaban.places.models import Unit
from diaban.planning.rules import Topic

EVERY = len(Topic) * 4
"""Six fields in four quarters."""


def rows(scope: Scope) -> QuerySet[Unit]:
    notes = visible_notes(scope.actor).filter(commune=OuterRef("pk"), year=scope.year, province_id=scope.province)
    pair = Concat(F("topic"), Value("-"), Cast("quarter", CharField()))
    seen = notes.order_by().values("commune").annotate(n=Count(pair, distinct=True)).values("n")
    return commune_rows(scope).annotate(seen=Coalesce(Subquery(seen, output_field=IntegerField()), 0))


LEDGER = Ledger(
    key="dia-ban-nam-tinh-hinh",
    noun="địa bàn",
    rows=rows,
    columns=(
        Column("Mã", "code"),
        Column("Xã, phường, thị trấn", "name"),
        Column("Huyện, thành phố", "parent__name"),
        Column("Cán bộ theo dõi", "cadre_name"),
        Column("Số lĩnh vực × quý đã ghi nhận (trên 24)", "seen", Kind.NUMBER),
    ),
    order=("code",),
    cuts=(Cut("huyen", "Theo huyện, thành phố", "parent_id", "parent__name"),),
)

FULLY_SEEN = Figure(
    "xa-du-ghi-nhan",
    "M5",
    "Địa bàn có ghi nhận đủ sáu lĩnh vực trong cả bốn quý",
    LEDGER,
    Q(seen=EVERY),
    unit="địa bàn",
)
NOT_FULLY = Figure(
    "xa-thieu-ghi-nhan",
    "M5",
    "Địa bàn còn thiếu ghi nhận ở lĩnh vực hoặc quý nào đó",
    LEDGER,
    Q(seen__lt=EVERY),
    unit="địa bàn",
)

FIGURES = (FULLY_SEEN, NOT_FULLY)
