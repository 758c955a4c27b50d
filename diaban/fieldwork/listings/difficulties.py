"""Difficulties as a list; the views of an overdue one follow from the day."""

from __future__ import annotations

from datetime import date

from django.db.models import Q, QuerySet

from diaban.fieldwork.models import Difficulty
from diaban.fieldwork.policies import visible_difficulties
from diaban.fieldwork.queries.difficulties import rung_condition
from diaban.fieldwork.rules import Authority, DifficultyKind, DifficultyState, Rung
from diaban.kit.actors import Actor
from diaban.kit.figures import Column, Kind
from diaban.kit.listing import Dates, Filter, ListColumn, Listing, Said, View
from diaban.kit.search import matching
from diaban.planning.rules import Topic

STATES = dict(DifficultyState.choices())
TAGS = {"new": "due", "routed": "doing", "answered": "doing", "solved": "ok", "not_feasible": "off"}
OPEN = Q(state__in=[DifficultyState.NEW, DifficultyState.ROUTED, DifficultyState.ANSWERED])


def rows(actor: Actor) -> QuerySet[Difficulty]:
    return visible_difficulties(actor)


def standing(state: str, due_on: date | None, *, today: date) -> Said:
    if state == DifficultyState.ROUTED and due_on and due_on < today:
        return Said(f"Quá hạn {(today - due_on).days} ngày", "late")
    return Said(STATES[state], TAGS[state])


def days_open(raised_on: date, closed_on: date | None, *, today: date) -> Said:
    return Said(str(((closed_on or today) - raised_on).days))


def _where(owner: str | None, authority: str, **_: object) -> Said:
    return Said(owner or Authority(authority).label)


COLUMNS = (
    ListColumn("Ngày nêu", "raised_on", Kind.DATE, sort=("raised_on",), margin=True),
    ListColumn("Nội dung", "title", sub=Column("Xã, phường, thị trấn", "commune__name")),
    ListColumn("Nơi giải quyết", "owner__name", say=_where, also=("authority",)),
    ListColumn("Hạn trả lời", "due_on", Kind.DATE, sort=("due_on",)),
    ListColumn("Bước", "state", say=standing, also=("due_on",)),
    ListColumn("Số ngày", "raised_on", say=days_open, also=("closed_on",), phone=False),
    ListColumn("Lĩnh vực", "topic", Kind.CHOICE, dict(Topic.choices()), phone=False),
)
FILTERS = (
    Filter("xa", "Địa bàn", "commune", names="name", by="code"),
    Filter("can-bo", "Cán bộ", "cadre", names="full_name", by="sort_key"),
    Filter("noi-giai-quyet", "Cơ quan giải quyết", "owner", names="name"),
    Filter("co-quan", "Cơ quan của cán bộ", "agency", names="name"),
    Filter("linh-vuc", "Lĩnh vực", "topic", labels=dict(Topic.choices())),
    Filter("loai", "Loại", "kind", labels=dict(DifficultyKind.choices())),
    Filter("cap", "Cấp giải quyết", "authority", labels=dict(Authority.choices())),
    Filter("nam", "Năm", "year"),
)


def listing(province: int, today: date) -> Listing:
    """The list as of a day: what is overdue, and on which rung, follows from the calendar."""
    return Listing(
        noun="khó khăn, vướng mắc",
        columns=COLUMNS,
        order=("-raised_on",),
        address="fieldwork:difficulty",
        views=_views(province, today),
        filters=FILTERS,
        dates=Dates("Ngày nêu", "raised_on"),
        search=matching,
        search_label="Tên việc, nội dung",
    )


def _views(province: int, today: date) -> tuple[View, ...]:
    late = Q(state=DifficultyState.ROUTED, due_on__lt=today)
    climbed = {one: rung_condition(one, province=province, today=today) for one in (Rung.LEADERSHIP, Rung.AREA_LEAD)}
    return (
        View("tat-ca", "Tất cả"),
        View("con-mo", "Chưa kết thúc", OPEN),
        View("moi-neu", "Mới nêu", Q(state=DifficultyState.NEW)),
        View("cho-tra-loi", "Chờ trả lời", Q(state=DifficultyState.ROUTED)),
        View("qua-han", "Quá hạn", late),
        View("len-lanh-dao", "Đã lên lãnh đạo cơ quan", climbed[Rung.LEADERSHIP]),
        View("len-uy-vien", "Đã lên ủy viên phụ trách", climbed[Rung.AREA_LEAD]),
        View("cho-chap-nhan", "Đã trả lời, chờ chấp nhận", Q(state=DifficultyState.ANSWERED)),
        View("da-tra-loi", "Đã được trả lời", Q(answered_on__isnull=False)),
        View("da-giai-quyet", "Đã giải quyết", Q(state=DifficultyState.SOLVED)),
        View("khong-giai-quyet", "Không giải quyết được", Q(state=DifficultyState.NOT_FEASIBLE)),
    )
