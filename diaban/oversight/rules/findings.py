"""What an inspection finds, by when it is to be mended, and who says that it was. Plain Python."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from diaban.kit.enums import Labelled
from diaban.kit.formats import day
from diaban.kit.law import cites
from diaban.kit.objections import Objection


class Severity(Labelled):
    MINOR = "minor", "Nhắc nhở"
    SERIOUS = "serious", "Phải khắc phục"
    GRAVE = "grave", "Báo cáo Ban Thường vụ"


class Responsible(Labelled):
    CADRE = "cadre", "Cán bộ theo dõi"
    AGENCY = "agency", "Tập thể lãnh đạo cơ quan"


class ReplyKind(Labelled):
    OPINION = "opinion", "Ý kiến về kết luận"
    REMEDY = "remedy", "Báo cáo khắc phục"


def done_objections(*, already: bool, day_done: date, today: date, field: str) -> list[Objection]:
    """Whether an inspection can be said to be done, or a remedy to be made, on that day."""
    if already:
        return [Objection(field, "Việc này đã được ghi là xong.")]
    if day_done > today:
        return [Objection(field, f"Ngày {day(day_done)} chưa đến. Hãy chọn ngày đã qua hoặc hôm nay.")]
    return []


@cites("Mặc định của phần mềm (quy tắc 53): kết luận kiểm tra có hạn khắc phục")
def finding_objections(*, found_on: date, due_on: date, today: date, assigned_on: date) -> list[Objection]:
    """A remedy is due after the finding. What was done is looked at after the assignment has ended, too."""
    found = done_objections(already=False, day_done=found_on, today=today, field="found_on")
    if found_on < assigned_on:
        found.append(Objection("found_on", f"Ngày {day(found_on)} nằm trước ngày phân công {day(assigned_on)}."))
    if due_on <= found_on:
        found.append(Objection("due_on", f"Hạn khắc phục phải sau ngày kết luận {day(found_on)}."))
    return found


def remedy_objections(*, found_on: date, closed_on: date) -> list[Objection]:
    if closed_on < found_on:
        return [Objection("closed_on", f"Ngày khắc phục xong phải từ ngày kết luận {day(found_on)}.")]
    return []


def two_pairs_of_eyes(*, found_by: UUID | None, reported_by: UUID | None, closed_by: UUID | None) -> list[Objection]:
    """Who wrote the finding or mended it does not say that it was mended.

    Null is the product itself at work, which is nobody's second pair.
    """
    if closed_by and closed_by == found_by:
        return [
            Objection("closed_by", "Người ghi kết luận không tự xác nhận khắc phục. Hãy để đồng chí khác xác nhận.")
        ]
    if closed_by and closed_by == reported_by:
        return [Objection("closed_by", "Người báo cáo khắc phục không tự xác nhận. Hãy để đồng chí khác xác nhận.")]
    return []
