# ruff: noqa: RUF009 -- about() makes a dataclass field
"""What the engine gives back. What decided something stands in it with its rule, source and evidence."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from diaban.kit.enums import Labelled
from diaban.kit.shapes import about
from diaban.regulations.rules import Mark
from diaban.reporting.rules import CompletionLevel

FORMAT = "diaban.rate.result/1"
LONG = 4000


class Kind(Labelled):
    """In their order: collectives are judged before persons."""

    LEADERSHIP = "leadership", "tập thể lãnh đạo cơ quan"
    CADRE = "cadre", "cán bộ theo dõi"

    @property
    def place(self) -> int:
        return 0 if self is Kind.LEADERSHIP else 1

    @property
    def noun(self) -> str:
        """What is counted: 4 đồng chí, 4 tập thể."""
        return "đồng chí" if self is Kind.CADRE else "tập thể"


class CapStanding(Labelled):
    NONE = "none", "không xét trần"
    INSIDE = "inside", "trong trần"
    OUTSIDE = "outside", "ngoài trần"
    TIED = "tied", "ngoài trần vì bằng nhau ở vạch trần"


@dataclass(frozen=True, slots=True)
class Rung:
    """One rule of the ladder. `allows` null: the rule finds nothing to judge and does not limit."""

    rule: str = about("quy tắc")
    title: str = about("tên quy tắc")
    said: str = about("số liệu", longest=LONG)
    allows: CompletionLevel | None = about("cho phép đến mức")
    limits: bool = about("là quy tắc thấp nhất, quyết định mức theo bậc")
    mark: Mark = about("mức chắc chắn của nguồn")
    citation: str = about("căn cứ của bậc", longest=LONG)
    evidence: tuple[str, ...] = about("căn cứ")
    asks: tuple[str, ...] = about("mỗi mức đòi hỏi đến đâu, từ mức cao xuống", default=())


@dataclass(frozen=True, slots=True)
class Part:
    """One part of the points. `share` null: nothing to judge. `points` is `exact` rounded so that the parts add up."""

    part: str = about("phần")
    title: str = about("tên phần")
    weight: int = about("trọng số theo bộ quy tắc")
    counted: Fraction = about("trọng số được tính, cộng thành 100")
    share: Fraction | None = about("tỷ lệ đạt, từ 0 đến 1")
    exact: Fraction = about("điểm chính xác = counted × share")
    points: str = about("điểm, số thập phân")
    said: str = about("số liệu", longest=LONG)
    lacking: tuple[str, ...] = about("nửa của phần không có gì để chấm")
    mark: Mark = about("mức chắc chắn của nguồn trọng số")
    citation: str = about("căn cứ của trọng số", longest=LONG)
    evidence: tuple[str, ...] = about("căn cứ")


@dataclass(frozen=True, slots=True)
class Points:
    """`total` is the sum of the parts' exact points, rounded once as the rule set says; the level follows from it."""

    exact: Fraction = about("tổng điểm chính xác")
    total: str = about("tổng điểm đã làm tròn, số thập phân")
    level: CompletionLevel = about("mức theo ngưỡng điểm")
    said: str = about("số liệu", longest=LONG)
    mark: Mark = about("mức chắc chắn của nguồn ngưỡng")
    citation: str = about("căn cứ của ngưỡng", longest=LONG)
    parts: tuple[Part, ...] = about("các phần")


@dataclass(frozen=True, slots=True)
class Check:
    """A warning for people to weigh. It has changed nothing."""

    check: str = about("phép kiểm tra")
    rule: int = about("số của quy tắc nghiệp vụ")
    said: str = about("cảnh báo", longest=LONG)
    mark: Mark = about("mức chắc chắn của nguồn")
    citation: str = about("căn cứ", longest=LONG)
    evidence: tuple[str, ...] = about("căn cứ")


@dataclass(frozen=True, slots=True)
class CapPlace:
    """Where the cap leaves a subject. `place` is among those excellent by the rules, the best being 1."""

    group: str = about("mã nhóm tính trần")
    standing: CapStanding = about("đối với trần")
    place: int | None = about("thứ trong số đạt mức xuất sắc theo quy tắc; bằng nhau thì cùng thứ")
    equals: int = about("số khác cùng thứ ấy")


@dataclass(frozen=True, slots=True)
class Verdict:
    """The yearly monitoring result (kết quả theo dõi) of one subject: a proposal with everything that it rests on."""

    kind: Kind = about("đối tượng")
    id: str = about("mã")
    name: str = about("tên, chỉ để hiển thị")
    province: str = about("tỉnh")
    served: int = about("cán bộ: số ngày theo dõi địa bàn trong năm; tập thể: số cán bộ theo dõi")
    level_by_rules: CompletionLevel | None = about("mức theo quy tắc; null: chưa xếp mức")
    level_after_cap: CompletionLevel | None = about("mức sau khi áp trần, để đề xuất")
    limited_by: tuple[str, ...] = about("điều giữ mức không cao hơn: ladder.…, points, hoặc cap")
    reasons: tuple[str, ...] = about("lý do", longest=LONG)
    ladder: tuple[Rung, ...] = about("các bậc; rỗng khi bộ quy tắc không xếp theo bậc")
    points: Points | None = about("điểm; null khi không có phần nào để chấm")
    checks: tuple[Check, ...] = about("cảnh báo, không làm thay đổi mức")
    cap: CapPlace = about("đối với trần xuất sắc")


@dataclass(frozen=True, slots=True)
class Group:
    """One group of the cap: how many places, who takes them, and why any stays open."""

    kind: Kind = about("đối tượng")
    province: str = about("tỉnh")
    group: str = about("mã nhóm")
    judged: int = about("số được xếp mức")
    base: int = about("số làm cơ sở tính trần")
    percent: int = about("tỷ lệ trần, %")
    places: int = about("số chỗ xuất sắc theo trần")
    candidates: int = about("số đạt mức xuất sắc theo quy tắc")
    inside: int = about("số ở trong trần")
    tied: int = about("số bằng nhau ở vạch trần")
    open_places: int = about("số chỗ còn để ngỏ")
    reasons: tuple[str, ...] = about("lý do", longest=LONG)
    mark: Mark = about("mức chắc chắn của nguồn tỷ lệ trần")
    citation: str = about("căn cứ của tỷ lệ trần", longest=LONG)


@dataclass(frozen=True, slots=True)
class RuleSetUsed:
    code: str = about("mã bộ quy tắc")
    name: str = about("tên bộ quy tắc")


@dataclass(frozen=True, slots=True)
class YearRating:
    """Everything that one run says. Verdicts and groups stand in the order of kind, province and id."""

    format: str = about(f"luôn là {FORMAT}")
    year: int = about("năm")
    rules: RuleSetUsed = about("bộ quy tắc đã dùng")
    groups: tuple[Group, ...] = about("các nhóm tính trần")
    verdicts: tuple[Verdict, ...] = about("kết quả theo dõi")
