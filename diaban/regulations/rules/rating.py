# ruff: noqa: RUF009 -- parameter() makes a dataclass field
"""Parameters of computing a year's monitoring result: how it is judged, its ladders, its parts, the cap."""

from __future__ import annotations

from dataclasses import dataclass

from diaban.kit.enums import Labelled
from diaban.regulations.rules.parameter import Mark, Source, Unit, parameter
from diaban.regulations.rules.sources import COMMON_PRACTICE, DECREE_335, OURS, REGULATION_366
from diaban.regulations.rules.steps import AtLeast, AtMost


class Judging(Labelled):
    LADDER = "ladder", "theo bậc: mỗi quy tắc cho phép đến một mức, lấy mức thấp nhất"
    POINTS = "points", "theo điểm và ngưỡng điểm"
    BOTH = "both", "theo cả bậc và điểm, lấy mức thấp hơn"


class RoundingUnit(Labelled):
    WHOLE = "1", "1 điểm"
    HALF = "1/2", "0,5 điểm"
    TENTH = "1/10", "0,1 điểm"
    HUNDREDTH = "1/100", "0,01 điểm"


class Rounding(Labelled):
    HALF_UP = "half_up", "từ nửa đơn vị trở lên thì làm tròn lên"
    DOWN = "down", "bỏ phần lẻ"


class MissingPart(Labelled):
    SPREAD = "spread", "chia trọng số cho các phần còn lại theo tỷ lệ"
    NOTHING = "nothing", "giữ trọng số, tính 0 điểm"


class CapBase(Labelled):
    GOOD_OR_ABOVE = "good_or_above", "số đạt từ mức tốt trở lên"
    GOOD_ONLY = "good_only", "số được xếp mức tốt, không kể số xuất sắc"
    ALL = "all", "toàn bộ số được xếp mức trong nhóm"


class CapGroup(Labelled):
    AGENCY_GROUP = "agency_group", "nhóm cơ quan có nhiệm vụ tương đồng"
    AREA_CLASS = "area_class", "khu vực của địa bàn"
    AGENCY = "agency", "từng cơ quan"
    ALL = "all", "toàn tỉnh"


class CapOrder(Labelled):
    POINTS = "points", "tổng điểm"
    COMMUNE = "commune", "điểm trung bình tám tiêu chí của xã"
    BEYOND = "beyond", "tỷ lệ việc vượt yêu cầu"


class FailingGround(Labelled):
    DISCIPLINED = "disciplined", "bị kỷ luật trong năm"
    DEGENERATION = "degeneration", "có kết luận suy thoái, tự diễn biến, tự chuyển hóa"
    CORRUPTION = "corruption", "đơn vị phụ trách để xảy ra tham nhũng, lãng phí, bị xử lý"


class CadreRule(Labelled):
    """Rules of the ladder for a cadre; each has its steps among the parameters."""

    PROGRAMME = "programme", "Chương trình đúng hạn"
    PAPERS = "papers", "Đủ chương trình, báo cáo"
    REPORTS = "reports", "Báo cáo đúng hạn, đủ nội dung"
    PRESENCE = "presence", "Thời gian ở cơ sở so với yêu cầu"
    SPREAD = "spread", "Không quý nào bỏ trống"
    ITEMS = "items", "Thực hiện nội dung chương trình"
    NOTES = "notes", "Nắm tình hình từng lĩnh vực, từng quý"
    DIFFICULTIES = "difficulties", "Theo khó khăn, vướng mắc đến khi có trả lời"
    HELP = "help", "Có hỗ trợ được xã xác nhận hoặc mô hình được xã thực hiện"
    COMMUNE = "commune", "Đảng ủy xã nhận xét"
    SIGNALS = "signals", "Dấu hiệu không trung thực đã được kết luận"
    GROUNDS = "grounds", "Trường hợp xếp không hoàn thành"
    BEYOND = "beyond", "Việc vượt yêu cầu (mức xuất sắc)"
    SHORTCOMINGS = "shortcomings", "Hạn chế kỳ trước đã khắc phục (mức xuất sắc)"
    LATE_ITEMS = "late_items", "Tỷ lệ việc chậm"
    PARTS = "parts", "Mọi phần điểm"
    RESULTS = "results", "Phần điểm hỗ trợ, mô hình"


class LeadershipRule(Labelled):
    """Rules of the ladder for an agency's collective leadership."""

    PROGRAMMES = "programmes", "Chương trình của cán bộ đúng hạn"
    REPORTS = "reports", "Báo cáo của cán bộ đúng hạn, đủ nội dung"
    PRESENCE = "presence", "Thời gian ở cơ sở của cán bộ so với yêu cầu"
    ANSWERS = "answers", "Trả lời kiến nghị của xã đúng hạn"
    SELF_CHECKS = "self_checks", "Họp tự kiểm tra"
    MEMBERS = "members", "Không có thành viên, đơn vị bị kỷ luật"
    GROUNDS = "grounds", "Trường hợp xếp không hoàn thành"
    SHORTCOMINGS = "shortcomings", "Hạn chế kỳ trước đã khắc phục (mức xuất sắc)"


_DECREE_335_DELAY = Source(
    Mark.SOURCE, "Nghị định 335/2025/NĐ-CP: mỗi lần không đạt chất lượng hoặc chậm trừ 25 % điểm của sản phẩm"
)


@dataclass(frozen=True, kw_only=True)
class JudgingRules:
    judging: Judging = parameter(0, "Cách xếp mức", Judging.BOTH, Unit.CHOICE, OURS)
    judged_min_days: int = parameter(
        0,
        "Theo dõi địa bàn trong năm chưa đủ số ngày này thì chưa xếp mức",
        90,
        Unit.DAYS,
        Source(Mark.ASSUMED, "mặc định của phần mềm; đảng viên kết nạp chưa đủ 6 tháng được miễn kiểm điểm"),
    )
    points_unit: RoundingUnit = parameter(34, "Tổng điểm làm tròn đến", RoundingUnit.TENTH, Unit.CHOICE, OURS)
    points_rounding: Rounding = parameter(34, "Cách làm tròn tổng điểm", Rounding.HALF_UP, Unit.CHOICE, OURS)
    missing_part: MissingPart = parameter(34, "Phần không có căn cứ để chấm", MissingPart.SPREAD, Unit.CHOICE, OURS)
    cadre_ladder: tuple[CadreRule, ...] = parameter(
        0,
        "Các quy tắc theo bậc đối với cán bộ",
        (
            CadreRule.PROGRAMME, CadreRule.PAPERS, CadreRule.REPORTS, CadreRule.PRESENCE, CadreRule.SPREAD,
            CadreRule.ITEMS, CadreRule.NOTES, CadreRule.DIFFICULTIES, CadreRule.HELP, CadreRule.COMMUNE,
            CadreRule.SIGNALS, CadreRule.GROUNDS,
        ),
        Unit.LIST,
        OURS,
    )  # fmt: skip
    leadership_ladder: tuple[LeadershipRule, ...] = parameter(
        31,
        "Các quy tắc theo bậc đối với tập thể lãnh đạo cơ quan",
        (
            LeadershipRule.PROGRAMMES, LeadershipRule.REPORTS, LeadershipRule.PRESENCE, LeadershipRule.ANSWERS,
            LeadershipRule.SELF_CHECKS, LeadershipRule.MEMBERS, LeadershipRule.GROUNDS,
        ),
        Unit.LIST,
        OURS,
    )  # fmt: skip
    failing_grounds: tuple[FailingGround, ...] = parameter(
        0, "Có một trong các trường hợp này thì xếp không hoàn thành", tuple(FailingGround), Unit.LIST, DECREE_335
    )


@dataclass(frozen=True, kw_only=True)
class LadderRules:
    """Steps in the order xuất sắc / tốt / hoàn thành; what meets none of them is không hoàn thành."""

    ladder_programme_days_late: AtMost = parameter(
        0, "Bậc: số ngày làm việc nộp chậm chương trình", AtMost(0, 5, None), Unit.STEPS, OURS
    )
    ladder_missing_papers: AtMost = parameter(
        0, "Bậc: số chương trình, báo cáo chưa gửi", AtMost(0, 0, 1), Unit.STEPS, OURS
    )
    ladder_reports_percent: AtLeast = parameter(
        0, "Bậc: % báo cáo đúng hạn, đủ nội dung", AtLeast(100, 50, 0), Unit.STEPS, OURS
    )
    ladder_presence_percent: AtLeast = parameter(
        0, "Bậc: % thời gian ở cơ sở so với yêu cầu", AtLeast(100, 80, 50), Unit.STEPS, OURS
    )
    ladder_empty_quarters: AtMost = parameter(0, "Bậc: số quý không đi cơ sở", AtMost(0, 1, 2), Unit.STEPS, OURS)
    quarter_min_days: int = parameter(
        0, "Quý có theo dõi địa bàn từ số ngày này mới xét có đi cơ sở, có ghi nhận tình hình", 30, Unit.DAYS, OURS
    )
    ladder_items_percent: AtLeast = parameter(
        0, "Bậc: % nội dung chương trình đã thực hiện", AtLeast(100, 90, 70), Unit.STEPS, OURS
    )
    excellent_late_max_percent: int = parameter(
        37, "Mức xuất sắc: việc chậm không quá", 0, Unit.PERCENT, REGULATION_366
    )
    good_late_max_percent: int = parameter(
        37,
        "Mức tốt: việc chậm không quá",
        0,
        Unit.PERCENT,
        Source(Mark.PARTIAL, "Quy định 366-QĐ/TW, theo bản dịch của báo, chưa đối chiếu văn bản"),
    )
    ladder_notes_percent: AtLeast = parameter(
        0, "Bậc: % lĩnh vực và quý có ghi nhận tình hình", AtLeast(90, 70, 40), Unit.STEPS, OURS
    )
    ladder_difficulties_percent: AtLeast = parameter(
        0,
        "Bậc: % khó khăn, vướng mắc có trả lời, trong số cán bộ chịu trách nhiệm",
        AtLeast(80, 60, 0),
        Unit.STEPS,
        OURS,
    )
    ladder_help_count: AtLeast = parameter(
        0, "Bậc: số hỗ trợ xã đã xác nhận và mô hình xã đang thực hiện", AtLeast(1, 0, 0), Unit.STEPS, OURS
    )
    ladder_commune_level: AtLeast = parameter(
        39, "Bậc: mức của xã (4 xuất sắc, 3 tốt, 2 hoàn thành, 1 không)", AtLeast(3, 1, 1), Unit.STEPS, OURS
    )
    ladder_signals: AtMost = parameter(
        0, "Bậc: số dấu hiệu không trung thực đã có người kết luận là đúng", AtMost(0, 1, 2), Unit.STEPS, OURS
    )
    ladder_part_percent: AtLeast = parameter(0, "Bậc: % điểm của phần thấp nhất", AtLeast(70, 50, 0), Unit.STEPS, OURS)
    ladder_results_percent: AtLeast = parameter(
        0, "Bậc: % điểm của phần hỗ trợ, mô hình", AtLeast(90, 0, 0), Unit.STEPS, OURS
    )
    leadership_programmes_percent: AtLeast = parameter(
        31, "Bậc (tập thể): % chương trình của cán bộ đúng hạn", AtLeast(100, 80, 50), Unit.STEPS, OURS
    )
    leadership_reports_percent: AtLeast = parameter(
        31, "Bậc (tập thể): % báo cáo của cán bộ đúng hạn, đủ nội dung", AtLeast(100, 80, 50), Unit.STEPS, OURS
    )
    leadership_presence_percent: AtLeast = parameter(
        31, "Bậc (tập thể): % thời gian ở cơ sở của cán bộ so với yêu cầu", AtLeast(100, 80, 50), Unit.STEPS, OURS
    )
    leadership_answers_percent: AtLeast = parameter(
        31, "Bậc (tập thể): % kiến nghị của xã được trả lời đúng hạn", AtLeast(90, 70, 50), Unit.STEPS, OURS
    )
    leadership_self_checks: AtLeast = parameter(
        31, "Bậc (tập thể): số cuộc họp tự kiểm tra", AtLeast(2, 1, 0), Unit.STEPS, OURS
    )
    leadership_members_disciplined: AtMost = parameter(
        36, "Bậc (tập thể): số thành viên, đơn vị bị kỷ luật", AtMost(0, None, None), Unit.STEPS, REGULATION_366
    )


@dataclass(frozen=True, kw_only=True)
class ScoringRules:
    """How full a part of the points is: a share of its weight, from 0 to 100 %."""

    off_slightly_late_percent: int = parameter(
        34, "Điểm: chậm ít thì trừ, của điểm từng việc", 25, Unit.PERCENT, _DECREE_335_DELAY
    )
    off_late_percent: int = parameter(34, "Điểm: chậm thì trừ, của điểm từng việc", 50, Unit.PERCENT, OURS)
    off_incomplete_percent: int = parameter(
        34, "Điểm: chưa đủ nội dung thì trừ, của điểm từng việc", 25, Unit.PERCENT, _DECREE_335_DELAY
    )
    programme_paper_percent: int = parameter(
        34, "Phần chương trình: việc xây dựng đúng hạn chiếm (còn lại là việc thực hiện)", 50, Unit.PERCENT, OURS
    )
    presence_spread_percent: int = parameter(
        34, "Phần có mặt: sự đều đặn giữa các quý chiếm (còn lại là thời gian)", 30, Unit.PERCENT, OURS
    )
    situation_notes_percent: int = parameter(
        34, "Phần tình hình: ghi nhận tình hình chiếm (còn lại là khó khăn, vướng mắc)", 50, Unit.PERCENT, OURS
    )
    support_help_percent: int = parameter(
        34, "Phần hỗ trợ: hoạt động hỗ trợ chiếm (còn lại là mô hình)", 60, Unit.PERCENT, OURS
    )
    full_helps_per_year: int = parameter(34, "Phần hỗ trợ: đủ điểm khi có số hoạt động hỗ trợ", 4, Unit.TIMES, OURS)
    full_models_per_year: int = parameter(
        34, "Phần hỗ trợ: đủ điểm khi có số mô hình xã đang thực hiện", 1, Unit.TIMES, OURS
    )
    unconfirmed_help_percent: int = parameter(
        34, "Hỗ trợ xã chưa xác nhận, mô hình mới đề xuất: tính bằng", 50, Unit.PERCENT, OURS
    )
    commune_good_percent: int = parameter(34, "Phần nhận xét của xã: mức tốt được", 80, Unit.PERCENT, OURS)
    commune_completed_percent: int = parameter(34, "Phần nhận xét của xã: mức hoàn thành được", 50, Unit.PERCENT, OURS)
    leadership_weight_programme: int = parameter(
        31, "Điểm (tập thể): chỉ đạo, xác nhận chương trình", 20, Unit.POINTS, OURS
    )
    leadership_weight_time: int = parameter(31, "Điểm (tập thể): bố trí thời gian", 20, Unit.POINTS, OURS)
    leadership_weight_resources: int = parameter(
        31, "Điểm (tập thể): bố trí phương tiện, nguồn lực", 20, Unit.POINTS, OURS
    )
    leadership_weight_answers: int = parameter(31, "Điểm (tập thể): trả lời kiến nghị của xã", 25, Unit.POINTS, OURS)
    leadership_weight_self_checks: int = parameter(31, "Điểm (tập thể): tự kiểm tra", 15, Unit.POINTS, OURS)
    full_acts_per_year: int = parameter(
        31, "Phần nguồn lực: đủ điểm khi lãnh đạo cơ quan có số việc làm cho cán bộ", 4, Unit.TIMES, OURS
    )


@dataclass(frozen=True, kw_only=True)
class CapRules:
    cap_base: CapBase = parameter(
        38,
        "Trần xuất sắc tính trên",
        CapBase.GOOD_OR_ABOVE,
        Unit.CHOICE,
        Source(Mark.ASSUMED, "mặc định của phần mềm; văn bản nói “số hoàn thành tốt”, có nơi tính trên toàn bộ"),
    )
    excellent_cap_outstanding_percent: int = parameter(
        38, "Trần xuất sắc của nhóm có thành tích nổi trội", 25, Unit.PERCENT, COMMON_PRACTICE
    )
    cap_group: CapGroup = parameter(38, "Nhóm tính trần (cán bộ)", CapGroup.AGENCY_GROUP, Unit.CHOICE, DECREE_335)
    leadership_cap_group: CapGroup = parameter(
        38, "Nhóm tính trần (tập thể lãnh đạo cơ quan)", CapGroup.AGENCY_GROUP, Unit.CHOICE, DECREE_335
    )
    cap_order: tuple[CapOrder, ...] = parameter(
        38,
        "Thứ tự khi vượt trần, so lần lượt; vẫn bằng nhau thì để người quyết định",
        (CapOrder.POINTS,),
        Unit.LIST,
        OURS,
    )


@dataclass(frozen=True, kw_only=True)
class RatingRules(JudgingRules, LadderRules, ScoringRules, CapRules):
    """Every parameter that the engine of the monitoring result reads besides those of ranking (rules 34 to 40)."""
