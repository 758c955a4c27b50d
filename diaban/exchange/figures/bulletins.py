"""M14: what communes tell their cadres, whether it was read, and after how many days."""

from django.db.models import DurationField, ExpressionWrapper, F, IntegerField, Q, QuerySet
from django.db.models.functions import ExtractDay

from diaban.exchange.models import Bulletin
from diaban.exchange.policies import visible_bulletins
from diaban.kit.figures import Column, Cut, Figure, Kind, Ledger, Scope
from diaban.people.figures import BY_COMMUNE, BY_DISTRICT, CADRE, COMMUNE
from diaban.planning.rules import Topic

READ = Q(receipt__isnull=False)


def rows(scope: Scope) -> QuerySet[Bulletin]:
    waited = ExpressionWrapper(F("receipt__read_at") - F("sent_at"), output_field=DurationField())
    mine = visible_bulletins(scope.actor).filter(province_id=scope.province, year=scope.year)
    return mine.annotate(days_to_read=ExpressionWrapper(ExtractDay(waited), output_field=IntegerField()))


LEDGER = Ledger(
    key="ban-tin",
    noun="bản tin",
    rows=rows,
    columns=(
        Column("Gửi ngày", "sent_at", Kind.DATE),
        COMMUNE,
        Column("Lĩnh vực", "topic", Kind.CHOICE, dict(Topic.choices())),
        Column("Tiêu đề", "title"),
        Column("Đọc ngày", "receipt__read_at", Kind.DATE),
        CADRE,
    ),
    order=("sent_at", "id"),
    cuts=(
        Cut("linh-vuc", "Theo lĩnh vực", "topic", "topic", dict(Topic.choices())),
        BY_DISTRICT,
        BY_COMMUNE,
    ),
)

SENT = Figure("ban-tin", "M14", "Bản tin xã đã gửi", LEDGER, unit="bản tin")
SEEN = Figure("ban-tin-da-doc", "M14", "Bản tin cán bộ đã đọc", LEDGER, READ, unit="bản tin")
UNREAD = Figure("ban-tin-chua-doc", "M14", "Bản tin chưa đọc", LEDGER, ~READ, unit="bản tin")
DAYS_TO_READ = Figure(
    "ngay-doc-ban-tin",
    "M14",
    "Số ngày bình quân đến khi đọc bản tin",
    LEDGER,
    READ,
    of="days_to_read",
    average=True,
    unit="ngày",
)

FIGURES = (SENT, SEEN, UNREAD, DAYS_TO_READ)
