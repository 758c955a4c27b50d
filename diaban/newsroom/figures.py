"""M1: news by month."""

from django.db.models import QuerySet
from django.db.models.functions import ExtractMonth

from diaban.kit.figures import Column, Cut, Figure, Kind, Ledger, Scope
from diaban.newsroom.models import Article
from diaban.newsroom.policies import public_articles
from diaban.newsroom.rules import Category

MONTHS = {str(month): f"Tháng {month}" for month in range(1, 13)}


def rows(scope: Scope) -> QuerySet[Article]:
    """Public news of the province in the year: the same for everybody."""
    mine = public_articles().filter(province_id=scope.province, published_at__year=scope.year)
    return mine.annotate(month=ExtractMonth("published_at"))


LEDGER = Ledger(
    key="tin",
    noun="tin hoạt động",
    rows=rows,
    columns=(
        Column("Ngày đăng", "published_at", Kind.DATE),
        Column("Tiêu đề", "title"),
        Column("Chuyên mục", "category", Kind.CHOICE, dict(Category.choices())),
    ),
    order=("published_at", "id"),
    cuts=(Cut("thang", "Theo tháng", "month", "month", MONTHS),),
)

FIGURES = (Figure("tin", "M1", "Tin hoạt động đã đăng", LEDGER, unit="tin"),)
