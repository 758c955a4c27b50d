"""The words of inspection and supervision (kiểm tra, giám sát). Plain Python."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from datetime import date

from diaban.kit.enums import Labelled
from diaban.kit.formats import day
from diaban.kit.law import cites
from diaban.kit.objections import Objection
from diaban.kit.formats import day
from diaban.kit.objections import Objection
from diaban.kit.periods import Period


class InspectionKind(Labelled):
    INSPECT = "inspect", "Kiểm tra"
    SUPERVISE = "supervise", "Giám sát"
    THEMATIC = "thematic", "Giám sát chuyên đề"


class Severity(Labelled):
    MINOR = "minor", "Nhắc nhở"
    SERIOUS = "serious", "Phải khắc phục"
    GRAVE = "grave", "Báo cáo Ban Thường vụ"


def done_objections(*, already: bool, day_done: date, today: date, field: str) -> list[Objection]:
    """Whether an inspection can be said to be done, or a remedy to be made, on that day."""
    if already:
        return [Objection(field, "Việc này đã được ghi là xong.")]
    if day_done > today:
        return [Objection(field, f"Ngày {day(day_done)} chưa đến. Hãy chọn ngày đã qua hoặc hôm nay.")]
    return []


def finding_objections(*, found_on: date, due_on: date, today: date, held: Period) -> list[Objection]:
    """A finding lies in the time of the assignment and its remedy is due after it."""
    found = done_objections(already=False, day_done=found_on, today=today, field="found_on")
    if not held.covers(found_on):
        found.append(Objection("found_on", f"Ngày {day(found_on)} nằm ngoài thời gian phân công."))
    if due_on <= found_on:
        found.append(Objection("due_on", f"Hạn khắc phục phải sau ngày kết luận {day(found_on)}."))
    return found


def remedy_objections(*, found_on: date, closed_on: date) -> list[Objection]:
    if closed_on < found_on:
        return [Objection("closed_on", f"Ngày khắc phục xong phải từ ngày kết luận {day(found_on)}.")]
    return []


def two_pairs_of_eyes(*, found_by: UUID | None, closed_by: UUID | None) -> list[Objection]:
    """Null is the product itself at work, which is nobody's second pair."""
    if found_by and found_by == closed_by:
        return [
            Objection("closed_by", "Người ghi kết luận không tự xác nhận khắc phục. Hãy để đồng chí khác xác nhận.")
        ]
    return []


def finishing_objections(*, done_before: bool, done_on: date, today: date) -> list[Objection]:
    """An inspection is finished once, on a day that has come."""
    if done_before:
        return [Objection("done_on", "Cuộc kiểm tra, giám sát này đã được ghi là hoàn thành.")]
    if done_on > today:
        return [Objection("done_on", f"Ngày {day(done_on)} chưa đến. Hãy chọn ngày đã qua hoặc hôm nay.")]
    return []


@cites("Mặc định của phần mềm (quy tắc 53): kết luận kiểm tra có hạn khắc phục")
def finding_objections(*, found_on: date, due_on: date, today: date, same_province: bool) -> list[Objection]:
    found = []
    if not same_province:
        found.append(Objection("assignment", "Địa bàn được kết luận phải thuộc tỉnh của cuộc kiểm tra."))
    if found_on > today:
        found.append(Objection("found_on", f"Ngày {day(found_on)} chưa đến. Hãy chọn ngày đã qua hoặc hôm nay."))
    if due_on < found_on:
        found.append(Objection("due_on", f"Hạn khắc phục phải từ ngày kết luận {day(found_on)} trở đi."))
    return found


@cites("Bài học: người khác xác minh việc khắc phục, không phải người đã ghi kết luận")
def closing_objections(*, closed_before: bool, same_person: bool) -> list[Objection]:
    """Four eyes: `same_person` recorded the finding."""
    if closed_before:
        return [Objection("finding", "Kết luận này đã được xác nhận khắc phục xong.")]
    if same_person:
        return [Objection("finding", "Người ghi kết luận không tự xác nhận khắc phục. Hãy để người khác xác nhận.")]
    return []
