"""M16: the levels that the Standing Committee decided, the use of the cap, and where they differ from the proposal."""

from django.db.models import F, Q, QuerySet

from diaban.kit.figures import Column, Cut, Figure, Kind, Ledger, Scope
from diaban.people.figures import AGENCY, BY_AGENCY, CADRE, to_all_but_communes
from diaban.ranking.models import QualityRanking
from diaban.ranking.policies import visible_rankings
from diaban.reporting.rules import SLUGS, CompletionLevel

LEVELS = dict(CompletionLevel.choices())


def rows(scope: Scope) -> QuerySet[QualityRanking]:
    return visible_rankings(scope.actor).filter(province_id=scope.province, year=scope.year, replaced_on=None)


LEDGER = Ledger(
    key="xep-loai",
    noun="kết quả xếp loại",
    rows=rows,
    columns=(
        CADRE,
        AGENCY,
        Column("Mức đề xuất", "proposed_level", Kind.CHOICE, LEVELS),
        Column("Mức quyết định", "level", Kind.CHOICE, LEVELS),
        Column("Lý do khác với đề xuất", "override_reason"),
        Column("Quyết định", "decision_symbol"),
        Column("Ngày", "decided_on", Kind.DATE),
    ),
    order=("cadre__sort_key", "id"),
    cuts=(Cut("muc", "Theo mức", "level", "level", LEVELS), BY_AGENCY),
    told_to=to_all_but_communes,
)

RANKED = Figure("xep-loai", "M16", "Đồng chí được xếp loại", LEDGER, unit="đồng chí")
LEVEL_FIGURES = tuple(
    Figure(
        f"xep-loai-{SLUGS[level]}",
        "M16",
        f"Đồng chí được xếp loại {level.label.lower()}",
        LEDGER,
        Q(level=level),
        unit="đồng chí",
    )
    for level in CompletionLevel
)
GOOD_OR_BETTER = Figure(
    "xep-loai-tot-tro-len",
    "M16",
    "Đồng chí được xếp loại từ tốt trở lên (cơ sở tính trần xuất sắc)",
    LEDGER,
    Q(level__in=[CompletionLevel.EXCELLENT, CompletionLevel.GOOD]),
    unit="đồng chí",
)
OVERRIDES = Figure(
    "xep-loai-khac-de-xuat",
    "M16",
    "Kết quả xếp loại khác với đề xuất, có lý do",
    LEDGER,
    ~Q(level=F("proposed_level")),
    unit="đồng chí",
)

FIGURES = (RANKED, *LEVEL_FIGURES, GOOD_OR_BETTER, OVERRIDES)
