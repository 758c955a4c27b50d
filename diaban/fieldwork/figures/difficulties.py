"""M6: difficulties open, overdue, solved; working days are the deadline's, calendar days the length's."""

from django.db.models import DateField, F, Q, QuerySet, Value
from django.db.models.functions import Coalesce

from diaban.fieldwork.models import Difficulty
from diaban.fieldwork.policies import visible_difficulties
from diaban.fieldwork.rules import Authority, DifficultyState
from diaban.kit.figures import Column, Cut, DaysBetween, Figure, Kind, Ledger, Scope
from diaban.people.figures import AGENCY, BY_COMMUNE, BY_DISTRICT, CADRE, COMMUNE
from diaban.planning.rules import Topic

SOLVED_STATES = Q(state=DifficultyState.SOLVED)
OPEN_STATES = Q(state__in=[DifficultyState.NEW, DifficultyState.ROUTED, DifficultyState.ANSWERED])


def rows(scope: Scope) -> QuerySet[Difficulty]:
    """Difficulties raised in the year, with the days to their end and whether the answer came after its day."""
    as_of = Value(scope.as_of, DateField())
    return (
        visible_difficulties(scope.actor)
        .filter(province_id=scope.province, year=scope.year)
        .annotate(
            days_to_close=DaysBetween("closed_on", "raised_on"),
            overdue=Q(due_on__lt=Coalesce(F("answered_on"), as_of)),
        )
    )


LEDGER = Ledger(
    key="kho-khan",
    noun="khó khăn, vướng mắc",
    rows=rows,
    columns=(
        Column("Ngày nêu", "raised_on", Kind.DATE),
        COMMUNE,
        Column("Tên việc", "title"),
        Column("Lĩnh vực", "topic", Kind.CHOICE, dict(Topic.choices())),
        Column("Cơ quan giải quyết", "owner__name"),
        Column("Hạn trả lời", "due_on", Kind.DATE),
        Column("Ngày trả lời", "answered_on", Kind.DATE),
        Column("Trạng thái", "state", Kind.CHOICE, dict(DifficultyState.choices())),
        CADRE,
        AGENCY,
    ),
    order=("raised_on", "id"),
    cuts=(
        Cut("linh-vuc", "Theo lĩnh vực", "topic", "topic", dict(Topic.choices())),
        Cut("co-quan-giai-quyet", "Theo cơ quan giải quyết", "owner_id", "owner__name"),
        Cut("cap", "Theo cấp giải quyết", "authority", "authority", dict(Authority.choices())),
        BY_DISTRICT,
        BY_COMMUNE,
    ),
)

RAISED = Figure("kho-khan", "M6", "Khó khăn, vướng mắc được phản ánh", LEDGER, unit="việc")
ANSWERED = Figure(
    "kho-khan-da-tra-loi", "M6", "Khó khăn đã có trả lời", LEDGER, Q(answered_on__isnull=False), unit="việc"
)
SOLVED = Figure("kho-khan-da-giai-quyet", "M6", "Khó khăn đã giải quyết", LEDGER, SOLVED_STATES, unit="việc")
OPEN = Figure("kho-khan-con-mo", "M6", "Khó khăn chưa kết thúc", LEDGER, OPEN_STATES, unit="việc")
OVERDUE = Figure(
    "kho-khan-qua-han",
    "M6",
    "Khó khăn chưa trả lời, đã quá hạn",
    LEDGER,
    Q(overdue=True, answered_on=None),
    unit="việc",
)
ANSWERED_LATE = Figure(
    "kho-khan-tra-loi-cham",
    "M6",
    "Khó khăn trả lời sau hạn",
    LEDGER,
    Q(overdue=True, answered_on__isnull=False),
    unit="việc",
)
DAYS_TO_SOLVE = Figure(
    "ngay-giai-quyet",
    "M6",
    "Số ngày bình quân để giải quyết một khó khăn",
    LEDGER,
    SOLVED_STATES,
    of="days_to_close",
    average=True,
    unit="ngày",
)

FIGURES = (RAISED, ANSWERED, SOLVED, OPEN, OVERDUE, ANSWERED_LATE, DAYS_TO_SOLVE)
