"""The words and the course of a yearly programme (chương trình theo dõi). Plain Python."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from diaban.kit.enums import Labelled
from diaban.kit.formats import day
from diaban.kit.law import cites
from diaban.kit.objections import Objection


class Topic(Labelled):
    """The six fields that the programme watches, as Conclusion 1016-KL/TU names them."""

    ECONOMY = "economy", "Kinh tế, xã hội"
    DEFENCE = "defence", "Quốc phòng, an ninh"
    SYSTEM = "system", "Xây dựng hệ thống chính trị"
    POLICY = "policy", "Thực hiện chủ trương của Đảng, chính sách, pháp luật của Nhà nước"
    PUBLIC_MOOD = "public_mood", "Đời sống, tâm trạng của Nhân dân"
    RELATION = "relation", "Quan hệ giữa Nhân dân với hệ thống chính trị"


class EventKind(Labelled):
    """What a day in the commune was for (domain: visit log, activity type)."""

    COMMITTEE = "committee", "Làm việc với Đảng ủy, Ban Thường vụ Đảng ủy"
    CONFERENCE = "conference", "Hội nghị Đảng ủy"
    YEAR_END = "year_end", "Kiểm điểm cuối năm của cấp ủy"
    COUNCIL = "council", "Kỳ họp HĐND, phiên họp UBND"
    CELL = "cell", "Sinh hoạt chi bộ"
    VILLAGE = "village", "Thăm thôn, bản, hộ dân"
    FESTIVAL = "festival", "Ngày hội Đại đoàn kết"
    MODEL_SITE = "model_site", "Thăm mô hình, công trình"
    EMERGENCY = "emergency", "Khắc phục thiên tai, việc khẩn"
    DIALOGUE = "dialogue", "Tiếp xúc, đối thoại với Nhân dân"
    OTHER = "other", "Hoạt động khác"


ATTENDED = frozenset(set(EventKind) - {EventKind.COMMITTEE, EventKind.VILLAGE, EventKind.MODEL_SITE, EventKind.OTHER})
"""Kinds in which the cadre takes part in the locality's own programme ("tham dự các chương trình tại địa bàn")."""


class ProgrammeState(Labelled):
    DRAFT = "draft", "Đang soạn"
    SUBMITTED = "submitted", "Đã gửi cơ quan"
    ENDORSED = "endorsed", "Cơ quan đã thống nhất"
    REGISTERED = "registered", "Ban Tổ chức đã đăng ký"
    RETURNED = "returned", "Bị trả lại"
    REPLACED = "replaced", "Đã có bản sửa đổi"


NEXT: dict[ProgrammeState, frozenset[ProgrammeState]] = {
    ProgrammeState.DRAFT: frozenset({ProgrammeState.SUBMITTED}),
    ProgrammeState.SUBMITTED: frozenset({ProgrammeState.ENDORSED, ProgrammeState.RETURNED}),
    ProgrammeState.RETURNED: frozenset({ProgrammeState.SUBMITTED}),
    ProgrammeState.ENDORSED: frozenset({ProgrammeState.REGISTERED, ProgrammeState.RETURNED}),
    ProgrammeState.REGISTERED: frozenset({ProgrammeState.REPLACED}),
    ProgrammeState.REPLACED: frozenset(),
}


@dataclass(frozen=True, slots=True)
class ItemDraft:
    """An item as it is written: in which month (1 to 12), what for, about which field, with what result."""

    month: int
    event_kind: EventKind
    topic: Topic
    expected_result: str
    place: str = ""
    coordinator: str = ""
    resource: str = ""
    origin: UUID | None = None
    """of which item of an earlier version it is the continuation"""


@dataclass(frozen=True, slots=True)
class YearFacts:
    """A paper of `year` under an assignment; `locks_on` is the day on which the year's books close."""

    year: int
    today: date
    starts_on: date
    ends_on: date | None
    locks_on: date


@cites("Mặc định của phần mềm (quy tắc 13): kỳ đã khóa thì không ghi thêm")
def year_objections(facts: YearFacts) -> list[Objection]:
    """Why a paper of that year can't be written any more, or not under this assignment."""
    found = []
    held = facts.starts_on.year <= facts.year and (facts.ends_on is None or facts.ends_on > date(facts.year, 1, 1))
    if not held:
        found.append(Objection("year", f"Năm {facts.year} nằm ngoài thời gian phân công. Hãy chọn năm khác."))
    if facts.today >= facts.locks_on:
        sentence = f"Năm {facts.year} đã khóa sổ từ {day(facts.locks_on)}. Hãy liên hệ Ban Tổ chức Tỉnh ủy."
        found.append(Objection("year", sentence))
    return found


def item_objections(items: Sequence[ItemDraft]) -> list[Objection]:
    """What is wrong with the items of a programme, each named by its place in the list."""
    return [
        Objection("items", f"Nội dung thứ {place}: tháng phải từ 1 đến 12.")
        for place, item in enumerate(items, start=1)
        if not 1 <= item.month <= 12
    ]


@cites("Quy định 26-QĐ/TU: xây dựng chương trình theo dõi; số nội dung tối thiểu là mặc định của phần mềm")
def sending_objections(*, items: int) -> list[Objection]:
    """A programme without a single dated item is not a programme."""
    return [] if items else [Objection("items", "Chương trình chưa có nội dung nào. Hãy thêm ít nhất một nội dung.")]
