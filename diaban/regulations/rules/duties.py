# ruff: noqa: RUF009 -- parameter() makes a dataclass field
"""Parameters of following a commune: assignment, programme, field days, visits, reports, working days.

The numbers in front are those of the list of business rules; 0 marks a parameter that the product needs besides.
"""

from __future__ import annotations

from dataclasses import dataclass

from diaban.kit.enums import Labelled
from diaban.regulations.rules.parameter import Mark, MonthDay, Source, Unit, parameter
from diaban.regulations.rules.periods import ReportKind
from diaban.regulations.rules.sources import (
    DATA_CUTOFF,
    DECISION_718,
    DECREE_335,
    LABOUR_CODE,
    LESSONS,
    OURS,
    REGULATION_26,
)


class AssignmentLength(Labelled):
    CONGRESS_TERM = "congress_term", "đến hết nhiệm kỳ đại hội"
    YEAR = "year", "từng năm"


class Decider(Labelled):
    STANDING_COMMITTEE = "standing_committee", "Ban Thường vụ Tỉnh ủy, bằng quyết định có số"


class ProgrammeApproval(Labelled):
    AGENCY_THEN_BOARD = "agency_then_board", "lãnh đạo cơ quan xác nhận, Ban Tổ chức đăng ký (không duyệt nội dung)"
    AGENCY = "agency", "lãnh đạo cơ quan xác nhận"


@dataclass(frozen=True, kw_only=True)
class AssignmentRules:
    assignment_length: AssignmentLength = parameter(
        1, "Thời hạn phân công", AssignmentLength.CONGRESS_TERM, Unit.CHOICE, REGULATION_26
    )
    primary_cadres_per_commune: int = parameter(
        2, "Số cán bộ theo dõi chính của mỗi xã, phường, thị trấn", 1, Unit.COUNT, DECISION_718
    )
    communes_per_cadre_warning: int = parameter(
        3,
        "Cảnh báo khi một cán bộ theo dõi quá số xã",
        2,
        Unit.COUNT,
        Source(Mark.ASSUMED, "mặc định của phần mềm; bình quân theo Quyết định 718-QĐ/TU là 1,13 xã"),
    )
    deciding_body: Decider = parameter(
        4, "Cơ quan quyết định phân công, thay thế", Decider.STANDING_COMMITTEE, Unit.CHOICE, REGULATION_26, fixed=True
    )
    vacancy_fill_days: int = parameter(46, "Thời hạn cử cán bộ khác khi địa bàn trống", 30, Unit.DAYS, OURS)
    merged_unit_closes_assignments: bool = parameter(
        47,
        "Xã sáp nhập thì kết thúc phân công, giữ nguyên lịch sử",
        True,
        Unit.FLAG,
        Source(Mark.SOURCE, "Sắp xếp đơn vị hành chính từ 01/7/2025"),
        fixed=True,
    )


@dataclass(frozen=True, kw_only=True)
class ProgrammeRules:
    programme_days_after_assignment: int = parameter(
        5,
        "Hạn xây dựng chương trình sau khi được phân công",
        30,
        Unit.DAYS,
        Source(Mark.ASSUMED, "mặc định của phần mềm; Kết luận 1016-KL/TU chỉ nói “kịp thời”"),
    )
    programme_due_day: MonthDay = parameter(
        6, "Hạn xây dựng chương trình hằng năm", MonthDay(1, 31), Unit.DAY_OF_YEAR, OURS
    )
    programme_opens_day: MonthDay = parameter(
        0, "Bắt đầu nhận chương trình của năm sau", MonthDay(12, 1), Unit.DAY_OF_YEAR, OURS
    )
    programme_approval: ProgrammeApproval = parameter(
        7, "Ai xác nhận chương trình", ProgrammeApproval.AGENCY_THEN_BOARD, Unit.CHOICE, OURS
    )
    min_visits_per_year: int = parameter(
        8,
        "Số chuyến đi cơ sở tối thiểu",
        4,
        Unit.TIMES,
        Source(Mark.ASSUMED, "mặc định của phần mềm; các chương trình tương tự từ 4 đến 12 lần mỗi năm"),
    )
    min_visits_per_quarter: int = parameter(8, "Số chuyến đi cơ sở tối thiểu mỗi quý", 1, Unit.COUNT, OURS)
    min_field_half_days_per_year: int = parameter(
        0,
        "Thời gian ở cơ sở tối thiểu mỗi năm",
        24,
        Unit.HALF_DAYS,
        Source(Mark.ASSUMED, "mặc định của phần mềm: mỗi tháng một ngày, như huyện Phú Ninh (Quảng Nam) năm 2018"),
    )
    min_cell_meetings_per_year: int = parameter(9, "Số buổi dự sinh hoạt chi bộ tối thiểu", 2, Unit.TIMES, OURS)
    min_committee_conferences_per_year: int = parameter(
        10, "Số hội nghị Đảng ủy xã dự tối thiểu, kể cả kiểm điểm cuối năm", 2, Unit.TIMES, OURS
    )
    festivals_per_year: int = parameter(
        11, "Dự ngày hội tại địa bàn (Ngày hội Đại đoàn kết), không bắt buộc", 1, Unit.TIMES, OURS
    )


@dataclass(frozen=True, kw_only=True)
class VisitRules:
    visit_entry_days: int = parameter(12, "Ghi chuyến đi trong vòng", 10, Unit.DAYS, OURS)
    late_visit_entry_allowed: bool = parameter(12, "Vẫn ghi được sau hạn, có đánh dấu ghi muộn", True, Unit.FLAG, OURS)
    closed_period_needs_board: bool = parameter(
        13, "Ghi lùi ngày vào kỳ đã khóa phải qua Ban Tổ chức", True, Unit.FLAG, OURS
    )
    confirmation_days: int = parameter(14, "Thời hạn xã xác nhận", 10, Unit.WORKING_DAYS, OURS)
    silence_confirms: bool = parameter(14, "Quá hạn không trả lời thì coi là đã xác nhận", False, Unit.FLAG, OURS)
    commune_may_dispute: bool = parameter(15, "Xã được nêu ý kiến khác, có lý do", True, Unit.FLAG, OURS, fixed=True)
    answers_to_a_dispute: int = parameter(15, "Số lần cán bộ được trả lời ý kiến khác của xã", 1, Unit.COUNT, OURS)
    photos_per_visit_max: int = parameter(16, "Số ảnh tối đa mỗi chuyến đi", 3, Unit.COUNT, LESSONS)
    photos_scored: bool = parameter(16, "Tính điểm theo ảnh", False, Unit.FLAG, LESSONS, fixed=True)
    location_collected: bool = parameter(17, "Thu thập định vị", False, Unit.FLAG, LESSONS, fixed=True)


@dataclass(frozen=True, kw_only=True)
class ReportRules:
    report_kinds: tuple[ReportKind, ...] = parameter(
        18,
        "Các kỳ báo cáo của cán bộ",
        (ReportKind.HALF_YEAR, ReportKind.YEAR),
        Unit.LIST,
        Source(Mark.SOURCE, "Kết luận 1016-KL/TU: báo cáo “theo định kỳ”, “một năm”"),
    )
    month_cutoff_day: int = parameter(19, "Chốt số liệu báo cáo tháng: ngày", 14, Unit.DAY_OF_MONTH, DATA_CUTOFF)
    month_due_day: int = parameter(19, "Hạn gửi báo cáo tháng: ngày", 20, Unit.DAY_OF_MONTH, OURS)
    quarter_cutoff_day: int = parameter(
        19, "Chốt số liệu báo cáo quý: ngày của tháng cuối quý", 14, Unit.DAY_OF_MONTH, DATA_CUTOFF
    )
    quarter_due_day: int = parameter(19, "Hạn gửi báo cáo quý: ngày của tháng cuối quý", 20, Unit.DAY_OF_MONTH, OURS)
    half_year_cutoff_day: MonthDay = parameter(
        19, "Chốt số liệu báo cáo 6 tháng", MonthDay(6, 14), Unit.DAY_OF_YEAR, DATA_CUTOFF
    )
    half_year_due_day: MonthDay = parameter(19, "Hạn gửi báo cáo 6 tháng", MonthDay(6, 20), Unit.DAY_OF_YEAR, OURS)
    year_cutoff_day: MonthDay = parameter(20, "Chốt số liệu báo cáo năm", MonthDay(11, 15), Unit.DAY_OF_YEAR, OURS)
    year_due_day: MonthDay = parameter(
        20,
        "Hạn gửi báo cáo năm",
        MonthDay(11, 30),
        Unit.DAY_OF_YEAR,
        Source(Mark.ASSUMED, "mặc định của phần mềm; Cao Bằng quy định trước ngày 29/11"),
    )
    report_min_days_held: int = parameter(
        0,
        "Theo dõi địa bàn chưa đủ số ngày này trước khi kỳ mở thì chưa phải báo cáo, chưa được nhận xét",
        30,
        Unit.DAYS,
        OURS,
    )
    slightly_late_max: int = parameter(21, "Chậm ít: không quá", 5, Unit.WORKING_DAYS, OURS)
    objective_cause_lifts_penalty: bool = parameter(
        22, "Nguyên nhân khách quan được cấp có thẩm quyền xác nhận thì không tính là chậm", True, Unit.FLAG, DECREE_335
    )
    reminder_days_before: tuple[int, ...] = parameter(23, "Nhắc trước hạn (ngày)", (14, 7, 3, 0), Unit.LIST, OURS)
    reminder_repeat_days: int = parameter(23, "Sau hạn nhắc lại mỗi", 7, Unit.DAYS, OURS)
    due_day_moves: bool = parameter(
        0, "Hạn là một ngày cụ thể mà trùng ngày nghỉ thì lùi sang ngày làm việc kế tiếp", False, Unit.FLAG, OURS
    )
    year_locks_day: MonthDay = parameter(0, "Khóa sổ của năm, vào năm sau", MonthDay(1, 31), Unit.DAY_OF_YEAR, OURS)
    holidays_left_out: bool = parameter(
        60, "Ngày làm việc là thứ Hai đến thứ Sáu, trừ ngày lễ, Tết, tính cả ngày làm bù", True, Unit.FLAG, LABOUR_CODE
    )


@dataclass(frozen=True, kw_only=True)
class MatterRules:
    """Difficulties and support."""

    difficulty_answer_days: int = parameter(49, "Hạn trả lời khó khăn, vướng mắc", 15, Unit.WORKING_DAYS, OURS)
    difficulty_extensions_max: int = parameter(49, "Số lần được gia hạn trả lời, có lý do", 1, Unit.COUNT, OURS)
    difficulty_climbs_after: tuple[int, ...] = parameter(
        0,
        "Quá hạn trả lời quá số ngày làm việc này thì lên lãnh đạo cơ quan, rồi ủy viên phụ trách địa bàn",
        (5, 10),
        Unit.LIST,
        OURS,
    )
    difficulty_closes_on_acceptance: bool = parameter(
        50, "Chỉ đóng khi xã chấp nhận, hoặc Ban Tổ chức đóng có lý do", True, Unit.FLAG, LESSONS, fixed=True
    )
    support_basis_required: bool = parameter(
        51,
        "Có giá trị bằng tiền thì phải ghi căn cứ tính; đã xác nhận và chưa xác nhận để riêng",
        True,
        Unit.FLAG,
        Source(Mark.SOURCE, "Kết luận 1016-KL/TU: kinh phí “ước tính”"),
        fixed=True,
    )
