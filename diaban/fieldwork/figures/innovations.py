"""M7: models proposed, at work, and copied by other communes."""

from django.db.models import Q, QuerySet

from diaban.fieldwork.models import Innovation, InnovationAdoption
from diaban.fieldwork.policies import visible_innovations
from diaban.fieldwork.rules import InnovationState
from diaban.kit.figures import Column, Cut, Figure, Kind, Ledger, Scope
from diaban.people.figures import AGENCY, BY_AGENCY, BY_COMMUNE, BY_DISTRICT, CADRE, COMMUNE
from diaban.planning.rules import Topic

STATES = dict(InnovationState.choices())
AT_WORK = Q(state__in=[InnovationState.PILOTING, InnovationState.WORKING, InnovationState.REPLICATED])


def rows(scope: Scope) -> QuerySet[Innovation]:
    return visible_innovations(scope.actor).filter(province_id=scope.province, year=scope.year)


def adoption_rows(scope: Scope) -> QuerySet[InnovationAdoption]:
    """Who copied the models in view."""
    return InnovationAdoption.objects.filter(innovation__in=rows(scope))


LEDGER = Ledger(
    key="mo-hinh",
    noun="mô hình mới, cách làm sáng tạo",
    rows=rows,
    columns=(
        Column("Ngày đề xuất", "proposed_on", Kind.DATE),
        COMMUNE,
        Column("Tên mô hình", "title"),
        Column("Lĩnh vực", "topic", Kind.CHOICE, dict(Topic.choices())),
        Column("Trạng thái", "state", Kind.CHOICE, STATES),
        CADRE,
        AGENCY,
    ),
    order=("proposed_on", "id"),
    cuts=(Cut("trang-thai", "Theo trạng thái", "state", "state", STATES), BY_DISTRICT, BY_AGENCY, BY_COMMUNE),
)
ADOPTIONS = Ledger(
    key="xa-lam-theo",
    noun="lượt xã làm theo mô hình",
    rows=adoption_rows,
    columns=(
        Column("Ngày bắt đầu", "adopted_on", Kind.DATE),
        Column("Xã làm theo", "commune__name"),
        Column("Mô hình", "innovation__title"),
        Column("Nơi khởi đầu", "innovation__commune__name"),
        Column("Kết quả", "result"),
    ),
    order=("adopted_on", "id"),
)

PROPOSED = Figure("mo-hinh-de-xuat", "M7", "Mô hình mới, cách làm sáng tạo được đề xuất", LEDGER, unit="mô hình")
WORKING = Figure("mo-hinh-da-lam", "M7", "Mô hình đã được xã triển khai", LEDGER, AT_WORK, unit="mô hình")
REPLICATED = Figure(
    "mo-hinh-nhan-rong", "M7", "Mô hình đã nhân rộng", LEDGER, Q(state=InnovationState.REPLICATED), unit="mô hình"
)
COPIED = Figure("luot-lam-theo", "M7", "Lượt xã khác làm theo mô hình", ADOPTIONS, unit="lượt")

FIGURES = (PROPOSED, WORKING, REPLICATED, COPIED)
