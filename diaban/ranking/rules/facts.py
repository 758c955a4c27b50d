# ruff: noqa: RUF009 -- about() makes a dataclass field
"""What the records of one year say of each cadre and each agency's leadership: the engine's whole input.

Facts only, no judgement: what is enough, late or good is for the rule set, so that another set can be tried on the same
year. Money is left out on purpose: help is not ranked by its value. `evidence` names records in the caller's own words.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from diaban.kit.formats import day
from diaban.kit.objections import Objection
from diaban.kit.shapes import about, twice, within
from diaban.obligations.rules import AssignmentFacts
from diaban.planning.rules import Topic
from diaban.regulations.rules.rating import FailingGround
from diaban.reporting.rules import CompletionLevel

Quarters = tuple[int, int, int, int]
DAYS_PER_UNIT = 366
"""No more half-days, visits or notes than this fit into one unit of the year."""


@dataclass(frozen=True, slots=True)
class Held:
    """A commune that the cadre followed. `ends_on` is the first day without it, null while it lasts."""

    commune: str = about("xã theo dõi")
    starts_on: date = about("theo dõi từ ngày")
    ends_on: date | None = about("đến trước ngày; null: còn theo dõi")
    evidence: tuple[str, ...] = about("căn cứ")

    def objection(self) -> Objection | None:
        if self.ends_on and self.ends_on <= self.starts_on:
            return Objection("ends_on", f"ngày kết thúc phải sau ngày bắt đầu {day(self.starts_on)}.")
        return None

    @property
    def term(self) -> AssignmentFacts:
        return AssignmentFacts(self.starts_on, self.ends_on)


@dataclass(frozen=True, slots=True)
class Paper:
    """A yearly programme or a periodic report that was owed. `days_late` are working days after the last due day."""

    received: bool = about("đã nhận")
    days_late: int = about("số ngày làm việc chậm, 0 khi đúng hạn", most=DAYS_PER_UNIT)
    cause_confirmed: bool = about("nguyên nhân khách quan đã được cấp có thẩm quyền xác nhận")
    complete: bool = about("đủ nội dung, không bị trả lại vì thiếu")
    evidence: tuple[str, ...] = about("căn cứ")


@dataclass(frozen=True, slots=True)
class Visits:
    half_days: int = about("số buổi (nửa ngày) ở cơ sở trong năm", most=2 * DAYS_PER_UNIT)
    by_quarter: Quarters = about("số chuyến đi từng quý", most=DAYS_PER_UNIT)
    evidence: tuple[str, ...] = about("căn cứ")


@dataclass(frozen=True, slots=True)
class Items:
    """The items of the year's programme. What was excused is neither asked for nor counted."""

    planned: int = about("số nội dung trong chương trình")
    done: int = about("đã thực hiện, kể cả chậm")
    late: int = about("trong số đã thực hiện: chậm")
    beyond: int = about("trong số đã thực hiện: vượt yêu cầu")
    excused: int = about("chưa thực hiện, có nguyên nhân khách quan đã được xác nhận")
    evidence: tuple[str, ...] = about("căn cứ")

    def objection(self) -> Objection | None:
        if self.done + self.excused > self.planned:
            return Objection(
                "done", "số đã thực hiện và số có nguyên nhân khách quan vượt số nội dung trong chương trình."
            )
        return within(self, "done", "late", "beyond")


@dataclass(frozen=True, slots=True)
class NotesByField:
    """Notes in the six fields, each in the four quarters."""

    economy: Quarters = about(Topic.ECONOMY.label, most=DAYS_PER_UNIT)
    defence: Quarters = about(Topic.DEFENCE.label, most=DAYS_PER_UNIT)
    system: Quarters = about(Topic.SYSTEM.label, most=DAYS_PER_UNIT)
    policy: Quarters = about(Topic.POLICY.label, most=DAYS_PER_UNIT)
    public_mood: Quarters = about(Topic.PUBLIC_MOOD.label, most=DAYS_PER_UNIT)
    relation: Quarters = about(Topic.RELATION.label, most=DAYS_PER_UNIT)

    @property
    def all(self) -> tuple[Quarters, ...]:
        return (self.economy, self.defence, self.system, self.policy, self.public_mood, self.relation)


@dataclass(frozen=True, slots=True)
class Notes:
    by_field: NotesByField = about("số ghi nhận tình hình theo lĩnh vực và quý")
    evidence: tuple[str, ...] = about("căn cứ")


@dataclass(frozen=True, slots=True)
class Difficulties:
    """`overdue_own` are those that wait for the cadre or the cadre's own agency; the delay of others does not count."""

    raised: int = about("đã phản ánh")
    answered: int = about("đã có trả lời")
    overdue: int = about("chưa có trả lời, đã quá hạn")
    overdue_own: int = about("trong số quá hạn: thuộc trách nhiệm của cán bộ hoặc cơ quan của cán bộ")
    evidence: tuple[str, ...] = about("căn cứ")

    def objection(self) -> Objection | None:
        if self.answered + self.overdue > self.raised:
            return Objection("raised", "số đã phản ánh ít hơn số đã có trả lời cộng số quá hạn.")
        return within(self, "overdue", "overdue_own")


@dataclass(frozen=True, slots=True)
class Support:
    """Help by number, never by value."""

    confirmed: int = about("hoạt động hỗ trợ xã đã xác nhận")
    unconfirmed: int = about("hoạt động hỗ trợ xã chưa xác nhận")
    confirmed_without_money: int = about("trong số đã xác nhận: không quy ra tiền (tư vấn, dạy nghề, kết nối)")
    unconfirmed_without_money: int = about("trong số chưa xác nhận: không quy ra tiền")
    evidence: tuple[str, ...] = about("căn cứ")

    def objection(self) -> Objection | None:
        return within(self, "confirmed", "confirmed_without_money") or within(
            self, "unconfirmed", "unconfirmed_without_money"
        )


@dataclass(frozen=True, slots=True)
class Models:
    proposed: int = about("mô hình mới, cách làm sáng tạo đã đề xuất")
    working: int = about("trong số đã đề xuất: xã đang làm thử hoặc thực hiện")
    evidence: tuple[str, ...] = about("căn cứ")

    def objection(self) -> Objection | None:
        return within(self, "proposed", "working")


@dataclass(frozen=True, slots=True)
class CriterionMarks:
    """How many of the eight criteria of the commune's form stand at each mark."""

    good: int = about("số tiêu chí Tốt", most=8)
    fair: int = about("số tiêu chí Khá", most=8)
    average: int = about("số tiêu chí Trung bình", most=8)
    poor: int = about("số tiêu chí Kém", most=8)

    def objection(self) -> Objection | None:
        total = self.good + self.fair + self.average + self.poor
        return None if total == 8 else Objection("good", f"phiếu có tám tiêu chí, ở đây cộng được {total}.")


@dataclass(frozen=True, slots=True)
class Form:
    """A commune's form on the cadre (phiếu nhận xét)."""

    commune: str = about("xã nhận xét")
    level: CompletionLevel = about("mức độ hoàn thành")
    reasoned: bool = about("có nêu lý do cụ thể")
    marks: CriterionMarks | None = about("mức của tám tiêu chí; null: không có")
    evidence: tuple[str, ...] = about("căn cứ")


@dataclass(frozen=True, slots=True)
class Shortcomings:
    named: int = about("hạn chế đã được chỉ ra ở năm trước")
    fixed: int = about("trong số đó: đã khắc phục")
    evidence: tuple[str, ...] = about("căn cứ")

    def objection(self) -> Objection | None:
        return within(self, "named", "fixed")


@dataclass(frozen=True, slots=True)
class Signals:
    """Only what a person looked into and found true; a mere signal is never counted."""

    confirmed: int = about("dấu hiệu không trung thực đã có người xem xét và kết luận là đúng")
    evidence: tuple[str, ...] = about("căn cứ")


@dataclass(frozen=True, slots=True)
class Ground:
    ground: FailingGround = about("trường hợp")
    evidence: tuple[str, ...] = about("căn cứ")


@dataclass(frozen=True, slots=True)
class EarlierLevel:
    year: int = about("năm", least=2000, most=2100)
    level: CompletionLevel = about("mức đã quyết định")


@dataclass(frozen=True, slots=True)
class Cadre:
    """A cadre who followed at least one commune in the year."""

    id: str = about("mã, duy nhất trong tệp")
    province: str = about("tỉnh")
    agency: str = about("mã cơ quan")
    agency_group: str | None = about("nhóm cơ quan có nhiệm vụ tương đồng")
    area_class: str | None = about("khu vực của địa bàn (I, II, III)")
    is_head: bool = about("là người đứng đầu cơ quan")
    assignments: tuple[Held, ...] = about("các xã đã theo dõi")
    programmes: tuple[Paper, ...] = about("chương trình theo dõi phải có, mỗi xã một")
    reports: tuple[Paper, ...] = about("báo cáo định kỳ phải có")
    visits: Visits = about("đi cơ sở")
    items: Items = about("nội dung chương trình")
    notes: Notes = about("ghi nhận tình hình")
    difficulties: Difficulties = about("khó khăn, vướng mắc")
    support: Support = about("hoạt động hỗ trợ")
    models: Models = about("mô hình mới")
    forms: tuple[Form, ...] = about("phiếu nhận xét của xã đã nhận")
    shortcomings: Shortcomings = about("hạn chế năm trước")
    signals: Signals = about("dấu hiệu không trung thực")
    grounds: tuple[Ground, ...] = about("trường hợp xếp không hoàn thành")
    earlier: tuple[EarlierLevel, ...] = about("mức đã quyết định của các năm trước")
    name: str = about("họ và tên, chỉ để hiển thị", default="")

    def objection(self) -> Objection | None:
        if not self.assignments:
            return Objection("assignments", "cán bộ phải có ít nhất một xã theo dõi.")
        return _overlap(self.assignments) or twice("forms", "commune", (form.commune for form in self.forms), "xã")


def _overlap(assignments: tuple[Held, ...]) -> Objection | None:
    for place, held in enumerate(assignments):
        for earlier in assignments[:place]:
            if earlier.commune == held.commune and _meet(earlier, held):
                said = f"trùng thời gian với lần theo dõi “{held.commune}” đã ghi ở trên."
                return Objection(f"assignments.{place}.starts_on", said)
    return None


def _meet(one: Held, other: Held) -> bool:
    return one.starts_on < (other.ends_on or date.max) and other.starts_on < (one.ends_on or date.max)
