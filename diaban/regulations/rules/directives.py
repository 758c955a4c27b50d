"""The kind of a directive, apart from its abbreviation: QĐ is both quyết định and quy định, two number series."""

from diaban.kit.enums import Labelled


class DirectiveKind(Labelled):
    REGULATION = "regulation", "Quy định"
    DECISION = "decision", "Quyết định"
    CONCLUSION = "conclusion", "Kết luận"
    RESOLUTION = "resolution", "Nghị quyết"
    INSTRUCTION = "instruction", "Chỉ thị"
    PLAN = "plan", "Kế hoạch"
    PROGRAMME = "programme", "Chương trình"
    GUIDANCE = "guidance", "Hướng dẫn"
    NOTICE = "notice", "Thông báo"
    REPORT = "report", "Báo cáo"
    LETTER = "letter", "Công văn"


class RuleSetState(Labelled):
    DRAFT = "draft", "Dự thảo"
    PUBLISHED = "published", "Đã công bố"


class DayKind(Labelled):
    OFF = "off", "nghỉ"
    WORKING = "working", "làm bù"
