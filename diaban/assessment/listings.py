"""Forms and agencies' reviews as lists: what each person may read of them."""

from __future__ import annotations

from datetime import datetime

from django.db.models import BooleanField, Case, F, Q, QuerySet, Value, When

from diaban.assessment.figures.forms import LEVELS
from diaban.assessment.models import AgencyAssessment, CommuneAssessment
from diaban.assessment.policies import visible_agency_assessments, visible_assessments
from diaban.kit.actors import Actor
from diaban.kit.figures import Column, Kind
from diaban.kit.listing import Dates, Filter, ListColumn, Listing, Said, View

RETURNED, OPEN = Q(returned_at__isnull=False), Q(released_at__isnull=False)


def rows(actor: Actor) -> QuerySet[CommuneAssessment]:
    """What a sealed form judges is read in the form itself, where its reading is noted (ADR 0089)."""
    return visible_assessments(actor).annotate(
        told_level=Case(When(OPEN, then=F("level")), default=Value("")),
        told_wish=Case(When(OPEN, then=F("wants_replacement")), output_field=BooleanField(null=True)),
    )


def review_rows(actor: Actor) -> QuerySet[AgencyAssessment]:
    return visible_agency_assessments(actor)


def state(
    returned_at: datetime | None, released_at: datetime | None, answered_at: datetime | None, *, today: object
) -> Said:
    if returned_at:
        return Said("Bị trả lại", "due")
    if not released_at:
        return Said("Niêm phong", "doing")
    return Said("Đã mở, cán bộ có ý kiến", "ok") if answered_at else Said("Đã mở", "ok")


ASSESSMENTS = Listing(
    noun="phiếu nhận xét",
    columns=(
        ListColumn("Gửi ngày", "sent_at", Kind.DATE, sort=("sent_at",), margin=True),
        ListColumn("Địa bàn", "commune__name", sort=("commune__folded",), sub=Column("Năm", "year")),
        ListColumn("Cán bộ", "cadre__full_name", sub=Column("Cơ quan", "agency__name"), sort=("cadre__sort_key",)),
        ListColumn("Mức độ hoàn thành", "told_level", Kind.CHOICE, LEVELS),
        ListColumn("Đề nghị thay thế", "told_wish", Kind.YES_NO, phone=False),
        ListColumn("Bản", "version", Kind.NUMBER, phone=False),
        ListColumn("Số bản giấy", "paper_number", phone=False),
        ListColumn("Tình trạng", "returned_at", say=state, also=("released_at", "answered_at")),
    ),
    order=("-year", "-sent_at", "-id"),
    address="assessment:assessment",
    views=(
        View("hien-hanh", "Hiện hành", ~RETURNED),
        View("niem-phong", "Còn niêm phong", ~RETURNED & ~OPEN),
        View("de-nghi-thay", "Đề nghị thay thế", Q(told_wish=True) & ~RETURNED),
        View("chua-co-ban-giay", "Chưa nhận bản giấy", Q(paper_received_on=None) & ~RETURNED),
        View("co-y-kien", "Cán bộ có ý kiến", Q(answered_at__isnull=False)),
        View("bi-tra-lai", "Bị trả lại", RETURNED),
    ),
    filters=(
        Filter("nam", "Năm", "year"),
        Filter("muc", "Mức", "told_level", labels=LEVELS),
        Filter("huyen", "Huyện, thành phố", "commune__parent", names="name", by="code"),
        Filter("xa", "Địa bàn", "commune", names="name", by="code"),
        Filter("co-quan", "Cơ quan", "agency", names="name"),
        Filter("can-bo", "Cán bộ", "cadre", names="full_name", by="sort_key"),
    ),
    dates=Dates("Ngày gửi", "sent_at", moments=True),
)

REVIEWS = Listing(
    noun="bản nhận xét tập thể lãnh đạo",
    columns=(
        ListColumn("Gửi ngày", "sent_at", Kind.DATE, sort=("sent_at",), margin=True),
        ListColumn("Cơ quan", "agency__name", sort=("agency__folded",), sub=Column("Năm", "year")),
        ListColumn("Tự nhận mức", "self_level", Kind.CHOICE, LEVELS),
        ListColumn("Ban Tổ chức đề xuất", "board_level", Kind.CHOICE, LEVELS),
    ),
    order=("-year", "-sent_at", "-id"),
    address="assessment:review",
    views=(
        View("tat-ca", "Tất cả"),
        View("cho-y-kien", "Chờ Ban Tổ chức cho ý kiến", Q(board_level="")),
        View("da-cho-y-kien", "Đã cho ý kiến", ~Q(board_level="")),
    ),
    filters=(
        Filter("nam", "Năm", "year"),
        Filter("tu-nhan", "Tự nhận mức", "self_level", labels=LEVELS),
        Filter("co-quan", "Cơ quan", "agency", names="name"),
    ),
    dates=Dates("Ngày gửi", "sent_at", moments=True),
)
