# ruff: noqa: RUF009 -- parameter() makes a dataclass field
"""Parameters of judging a year: assessments, ranking, replacement, oversight, papers and data."""

from __future__ import annotations

from dataclasses import dataclass

from diaban.kit.enums import Labelled
from diaban.regulations.rules.parameter import Mark, MonthDay, Source, Unit, parameter
from diaban.regulations.rules.sources import (
    COMMON_PRACTICE,
    CONCLUSION_1016,
    DATA_LAW,
    DECREE_335,
    GUIDANCE_43,
    LESSONS,
    OURS,
    PLAN_DONG_NAI,
    REGULATION_366,
    SECRETS_LAW,
)


class Signer(Labelled):
    SECRETARY = "secretary", "Bí thư"
    DEPUTY = "deputy", "Phó Bí thư"


class SeenFrom(Labelled):
    YEAR_CLOSED = "year_closed", "sau khi Ban Thường vụ kết luận năm"
    SUBMITTED = "submitted", "ngay khi xã gửi"


class AgencyCriterion(Labelled):
    PROGRAMME = "programme", "chỉ đạo, xác nhận chương trình kịp thời"
    TIME = "time", "bố trí thời gian cho cán bộ đi cơ sở"
    RESOURCES = "resources", "bố trí phương tiện, nguồn lực"
    ANSWERS = "answers", "trả lời kiến nghị của xã đúng hạn"
    SELF_CHECKS = "self_checks", "tập thể lãnh đạo họp tự kiểm tra"


class Requester(Labelled):
    COMMUNE = "commune", "Đảng ủy xã, phường, thị trấn"
    CADRE = "cadre", "cán bộ (chuyển công tác, nghỉ hưu, sức khỏe)"
    AGENCY = "agency", "cơ quan của cán bộ"
    BOARD = "board", "Ban Tổ chức Tỉnh ủy"
    STANDING = "standing", "Ban Thường vụ Tỉnh ủy"


class Route(Labelled):
    COMMUNE = "commune", "xã tự giải quyết"
    OWN_AGENCY = "own_agency", "cơ quan của cán bộ"
    OTHER_AGENCY = "other_agency", "cơ quan khác"
    AREA_LEAD = "area_lead", "ủy viên Ban Thường vụ phụ trách địa bàn"
    STANDING = "standing", "Ban Thường vụ Tỉnh ủy"


@dataclass(frozen=True, kw_only=True)
class AssessmentRules:
    assessment_opens_day: MonthDay = parameter(
        24, "Bắt đầu nhận phiếu nhận xét của xã", MonthDay(11, 15), Unit.DAY_OF_YEAR, OURS
    )
    assessment_due_day: MonthDay = parameter(
        24,
        "Hạn gửi phiếu nhận xét của xã",
        MonthDay(12, 5),
        Unit.DAY_OF_YEAR,
        Source(Mark.ASSUMED, "mặc định của phần mềm; Kết luận 1016-KL/TU chỉ nói “vào thời điểm cuối năm”"),
    )
    assessment_signers: tuple[Signer, ...] = parameter(
        25, "Người ký phiếu, T/M Ban Thường vụ Đảng ủy", (Signer.SECRETARY, Signer.DEPUTY), Unit.LIST, OURS
    )
    assessment_to_board_only: bool = parameter(
        26, "Phiếu chỉ gửi Ban Tổ chức Tỉnh ủy", True, Unit.FLAG, CONCLUSION_1016, fixed=True
    )
    assessment_seen_from: SeenFrom = parameter(
        27, "Cán bộ được xem phiếu nhận xét mình", SeenFrom.YEAR_CLOSED, Unit.CHOICE, OURS
    )
    assessment_levels: int = parameter(
        28, "Số mức trong phiếu (xuất sắc, tốt, hoàn thành, không hoàn thành)", 4, Unit.COUNT, REGULATION_366
    )
    extremes_need_reasons: bool = parameter(
        29, "Mức cao nhất, mức thấp nhất hoặc đề nghị thay thế phải có lý do", True, Unit.FLAG, OURS
    )
    reason_items_min: int = parameter(29, "Số nội dung cụ thể tối thiểu của lý do", 1, Unit.COUNT, OURS)
    agency_assessment_due_day: MonthDay = parameter(
        30, "Hạn đánh giá tập thể lãnh đạo cơ quan", MonthDay(12, 10), Unit.DAY_OF_YEAR, OURS
    )
    agency_criteria: tuple[AgencyCriterion, ...] = parameter(
        31, "Nội dung đánh giá tập thể lãnh đạo cơ quan", tuple(AgencyCriterion), Unit.LIST, CONCLUSION_1016
    )
    agency_self_checks_per_year: int = parameter(
        31, "Số cuộc họp tự kiểm tra của tập thể lãnh đạo tối thiểu", 2, Unit.TIMES, OURS
    )


@dataclass(frozen=True, kw_only=True)
class RankingRules:
    consolidation_due_day: MonthDay = parameter(
        32, "Ban Tổ chức tổng hợp xong", MonthDay(12, 20), Unit.DAY_OF_YEAR, OURS
    )
    decision_due_day: MonthDay = parameter(
        33, "Ban Thường vụ kết luận năm (có thể sang tháng 01)", MonthDay(12, 31), Unit.DAY_OF_YEAR, OURS
    )
    weight_programme: int = parameter(34, "Điểm: chương trình, đúng thời gian", 15, Unit.POINTS, OURS)
    weight_presence: int = parameter(34, "Điểm: có mặt ở cơ sở so với chương trình", 20, Unit.POINTS, OURS)
    weight_situation: int = parameter(34, "Điểm: nắm tình hình, khó khăn, vướng mắc", 25, Unit.POINTS, OURS)
    weight_support: int = parameter(34, "Điểm: hỗ trợ, mô hình mới", 20, Unit.POINTS, OURS)
    weight_reports: int = parameter(34, "Điểm: báo cáo đúng hạn, đủ nội dung", 10, Unit.POINTS, OURS)
    weight_commune: int = parameter(34, "Điểm: nhận xét của xã", 10, Unit.POINTS, OURS)
    excellent_from: int = parameter(35, "Mức xuất sắc từ", 90, Unit.POINTS, REGULATION_366)
    good_from: int = parameter(35, "Mức tốt từ", 70, Unit.POINTS, REGULATION_366)
    completed_from: int = parameter(35, "Mức hoàn thành từ", 50, Unit.POINTS, REGULATION_366)
    excellent_beyond_percent: int = parameter(
        36, "Mức xuất sắc: phần việc vượt yêu cầu tối thiểu", 30, Unit.PERCENT, REGULATION_366
    )
    excellent_shortcomings_fixed_percent: int = parameter(
        36, "Mức xuất sắc: hạn chế kỳ trước đã khắc phục", 100, Unit.PERCENT, REGULATION_366
    )
    completed_late_max_percent: int = parameter(
        37,
        "Mức hoàn thành: việc chậm không quá",
        20,
        Unit.PERCENT,
        Source(Mark.PARTIAL, "Quy định 366-QĐ/TW, theo bản dịch của báo, chưa đối chiếu văn bản"),
    )
    excellent_cap_percent: int = parameter(
        38, "Xuất sắc không quá tỷ lệ của số hoàn thành tốt, theo nhóm tương đồng", 20, Unit.PERCENT, DECREE_335
    )
    commune_failure_caps_level: bool = parameter(
        39, "Xã nhận xét không hoàn thành thì mức cao hơn “hoàn thành” phải có lý do", True, Unit.FLAG, OURS
    )
    head_not_above_collective: bool = parameter(
        40, "Cảnh báo khi mức của người đứng đầu cao hơn tập thể", True, Unit.FLAG, COMMON_PRACTICE
    )
    system_writes_official_ranking: bool = parameter(
        41, "Phần mềm tự ghi xếp loại chính thức", False, Unit.FLAG, CONCLUSION_1016, fixed=True
    )
    quarterly_snapshot: bool = parameter(
        42, "Chụp số liệu quý I, II, III; quý IV gộp vào năm", True, Unit.FLAG, GUIDANCE_43
    )


@dataclass(frozen=True, kw_only=True)
class ReplacementRules:
    replacement_requesters: tuple[Requester, ...] = parameter(
        43, "Ai được đề nghị thay thế cán bộ", tuple(Requester), Unit.LIST, CONCLUSION_1016
    )
    replacement_verify_days: int = parameter(
        44, "Ban Tổ chức thẩm tra đề nghị thay thế trong", 15, Unit.WORKING_DAYS, OURS
    )
    handover_days: int = parameter(44, "Bàn giao trong", 10, Unit.WORKING_DAYS, OURS)
    failures_before_standing: int = parameter(
        45, "Số năm liền không hoàn thành thì phải trình Ban Thường vụ", 2, Unit.YEARS, OURS
    )
    difficulty_routes: tuple[Route, ...] = parameter(
        48, "Nơi giải quyết khó khăn, vướng mắc", tuple(Route), Unit.LIST, PLAN_DONG_NAI
    )


@dataclass(frozen=True, kw_only=True)
class CustodyRules:
    """Inspection, publication, secrecy, corrections, retention, numbering."""

    inspection_sample_percent: int = parameter(
        52, "Tỷ lệ mục đã xác nhận được chọn kiểm tra mỗi năm", 10, Unit.PERCENT, LESSONS
    )
    finding_due_days: int = parameter(53, "Hạn khắc phục kết luận kiểm tra", 30, Unit.DAYS, OURS)
    internal_only: bool = parameter(
        54,
        "Kết quả chỉ lưu hành nội bộ; nêu tên phê bình phải có quyết định",
        True,
        Unit.FLAG,
        Source(Mark.SOURCE, "Bài học Nghệ An: phê bình công khai theo quyết định"),
    )
    secret_content_refused: bool = parameter(
        55, "Không nhận nội dung mật, chỉ ghi số văn bản", True, Unit.FLAG, SECRETS_LAW, fixed=True
    )
    corrected_by_return_only: bool = parameter(
        56, "Hồ sơ đã gửi chỉ sửa bằng cách trả lại có lý do, giữ mọi phiên bản", True, Unit.FLAG, OURS, fixed=True
    )
    retention_years: int = parameter(57, "Thời hạn lưu", 10, Unit.YEARS, COMMON_PRACTICE)
    data_request_days: int = parameter(58, "Trả lời yêu cầu của chủ thể dữ liệu trong", 2, Unit.WORKING_DAYS, DATA_LAW)
    numbering_without_gaps: bool = parameter(
        59, "Số văn bản theo loại, theo nhiệm kỳ, không bỏ số", True, Unit.FLAG, COMMON_PRACTICE
    )
