"""M1: directives in force."""

from datetime import date

from django.db.models import QuerySet

from diaban.kit.figures import Column, Cut, Figure, Kind, Ledger, Scope
from diaban.places.models import Unit
from diaban.regulations.models import Directive
from diaban.regulations.queries import directives_in_force
from diaban.regulations.rules.directives import DirectiveKind


def rows(scope: Scope) -> QuerySet[Directive]:
    """Directives of the province (and national ones) in force on the last day of the year, or today within it."""
    day = min(scope.as_of, date(scope.year, 12, 31))
    return directives_in_force(day, province=Unit(pk=scope.province))


LEDGER = Ledger(
    key="van-ban",
    noun="văn bản chỉ đạo",
    rows=rows,
    columns=(
        Column("Số, ký hiệu", "symbol"),
        Column("Loại", "kind", Kind.CHOICE, dict(DirectiveKind.choices())),
        Column("Ngày ban hành", "issued_on", Kind.DATE),
        Column("Cơ quan ban hành", "issuer"),
        Column("Trích yếu", "title"),
    ),
    order=("issued_on", "id"),
    cuts=(Cut("loai", "Theo loại", "kind", "kind", dict(DirectiveKind.choices())),),
)

FIGURES = (Figure("van-ban", "M1", "Văn bản chỉ đạo còn hiệu lực", LEDGER, unit="văn bản"),)
