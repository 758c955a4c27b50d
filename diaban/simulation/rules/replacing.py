"""What communes asked for in their forms: heard, verified, decided, handed over. Plain Python."""

from __future__ import annotations

from datetime import date, timedelta
from uuid import UUID

from diaban.simulation.rules.book import Book, moment
from diaban.simulation.rules.left import Left
from diaban.simulation.rules.reports import year_closed
from diaban.simulation.rules.world import Duty, Setting

OUT_REASONS = (
    "đồng chí cả năm ít có mặt ở xã, không dự hội nghị của Đảng ủy, không phản ánh kiến nghị.",
    "đồng chí bận nhiều việc của cơ quan, không bố trí được thời gian đi cơ sở.",
)

STILL_OPEN = "Địa bàn ổn định; cán bộ nhận theo tiếp các việc còn mở nêu dưới đây."
NOTHING_OPEN = "Địa bàn ổn định; không còn khó khăn, cam kết nào chờ xử lý."


def request_of(form: UUID) -> UUID:
    """The key of the request that stands in a form: the form, which is written earlier, names it."""
    return UUID(int=form.int ^ 1)


def write_requests(book: Book, setting: Setting, wanted: list[tuple[Duty, UUID, Duty | None]], year: int) -> None:
    """What communes asked for in their forms: verified, then decided. A new duty stands where it was granted."""
    for duty, form, successor in wanted:
        asked = setting.calendar.latest_working_day(date(year, 12, 4))
        verified = setting.calendar.add_working_days(asked, book.random.randint(9, 15))
        request = request_of(form)
        decided = successor.starts_on if successor else year_closed(year) + timedelta(days=12)
        book.put(
            "replacement.replacementrequest",
            request,
            **duty.scope(year),
            assignment_id=duty.id,
            in_form=True,
            released_at=moment(year_closed(year), 16),
            requester="commune",
            requested_on=asked,
            reason="not_fulfilling",
            reason_text=f"Nêu tại phiếu nhận xét năm {year}: {book.pick(OUT_REASONS)}",
            explanation="Đồng chí đã giải trình bằng văn bản và nhận trách nhiệm phần mình.",
            agency_opinion="Tập thể lãnh đạo cơ quan tôn trọng ý kiến của Đảng ủy xã.",
            verification="Ban Tổ chức đã làm việc với Đảng ủy xã, nghe đồng chí và cơ quan; nội dung nêu là có cơ sở.",
            area_lead_opinion="Đồng chí phụ trách địa bàn thống nhất với ý kiến của Ban Tổ chức.",
            verify_by=setting.calendar.add_working_days(asked, setting.rules.replacement_verify_days),
            verified_on=verified,
            verified_by=None,
            proposed_on=verified,
            **_outcome(setting, successor),
            decided_on=decided,
            decided_by=None,
            decision_symbol=successor.symbol if successor else f"{book.random.randint(500, 900)}-TB/TU",
            withdrawn_on=None,
            withdrawn_by=None,
            withdraw_reason="",
        )


def _outcome(setting: Setting, successor: Duty | None) -> dict[str, object]:
    """What was proposed and decided: replaced and handed over, or kept with what is required."""
    if successor is None:
        text = "Giữ đồng chí; yêu cầu đi cơ sở đủ thời gian, báo cáo đúng hạn."
        nobody = dict.fromkeys(("proposed_cadre_id", "proposed_agency_id", "new_assignment_id"))
        no_day = dict.fromkeys(("effective_on", "fill_by", "hand_over_by"))
        return {"state": "refused", "proposal": "keep", "proposal_text": text} | nobody | no_day
    day = successor.starts_on
    return {
        "state": "handed_over",
        "proposal": "replace",
        "proposal_text": "Thay để địa bàn được theo dõi thường xuyên.",
        "proposed_cadre_id": successor.cadre.id,
        "proposed_agency_id": successor.cadre.agency.id,
        "new_assignment_id": successor.id,
        "effective_on": day,
        "fill_by": day + timedelta(days=setting.rules.vacancy_fill_days),
        "hand_over_by": setting.calendar.add_working_days(day, setting.rules.handover_days),
    }


def write_handovers(book: Book, setting: Setting, wanted: list[tuple[Duty, UUID, Duty | None]], left: Left) -> None:
    """What those who left handed over, with what was open then; written once the weeks until then are lived."""
    for duty, form, successor in wanted:
        if successor:
            _hand_over(book, setting, duty, request_of(form), successor, left)


def _hand_over(book: Book, setting: Setting, duty: Duty, request: UUID, successor: Duty, left: Left) -> None:
    day = setting.calendar.add_working_days(successor.starts_on, 6)
    signed, (difficulties, commitments) = moment(day, 15), left.of(duty, day)
    book.put(
        "replacement.handover",
        UUID(int=request.int ^ 2),
        request_id=request,
        situation=STILL_OPEN if difficulties or commitments else NOTHING_OPEN,
        contacts="Văn phòng Đảng ủy xã; các bí thư chi bộ thôn.",
        difficulties=difficulties,
        commitments=commitments,
        written_at=signed,
        given_at=signed,
        given_by=None,
        taken_at=signed + timedelta(hours=1),
        taken_by=None,
    )
