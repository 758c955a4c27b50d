# ruff: noqa: RUF009 -- about() makes a dataclass field
"""What the records of one year say of an agency's collective leadership; its cadres' year is read from the cadres."""

from __future__ import annotations

from dataclasses import dataclass

from diaban.kit.objections import Objection
from diaban.kit.shapes import about
from diaban.ranking.rules.facts import EarlierLevel, Ground, Shortcomings


@dataclass(frozen=True, slots=True)
class Acts:
    """What the leadership did for its cadres; `self_checks` are meetings that heard them."""

    self_checks: int = about("cuộc họp tự kiểm tra, nghe cán bộ theo dõi báo cáo")
    time: int = about("lần bố trí thời gian")
    vehicle: int = about("lần bố trí phương tiện")
    budget: int = about("lần bố trí kinh phí")
    joint: int = about("hoạt động chung của cơ quan tại xã")
    evidence: tuple[str, ...] = about("căn cứ")


@dataclass(frozen=True, slots=True)
class Answers:
    """What communes asked of the agency. The rest of `asked` is not due yet."""

    asked: int = about("kiến nghị gửi đến cơ quan")
    in_time: int = about("đã trả lời đúng hạn, kể cả hạn được gia hạn")
    late: int = about("đã trả lời, chậm")
    overdue: int = about("chưa trả lời, đã quá hạn")
    evidence: tuple[str, ...] = about("căn cứ")

    def objection(self) -> Objection | None:
        if self.in_time + self.late + self.overdue > self.asked:
            return Objection("asked", "số kiến nghị ít hơn số đã trả lời cộng số quá hạn.")
        return None


@dataclass(frozen=True, slots=True)
class MembersDisciplined:
    count: int = about("thành viên, đơn vị trực thuộc bị kỷ luật trong năm")
    evidence: tuple[str, ...] = about("căn cứ")


@dataclass(frozen=True, slots=True)
class Agency:
    """An agency's collective leadership; its cadres stand in the same file."""

    id: str = about("mã, duy nhất trong tệp")
    province: str = about("tỉnh")
    agency_group: str | None = about("nhóm cơ quan có nhiệm vụ tương đồng")
    acts: Acts = about("việc lãnh đạo cơ quan làm cho cán bộ theo dõi")
    answers: Answers = about("trả lời kiến nghị của xã")
    members_disciplined: MembersDisciplined = about("thành viên, đơn vị bị kỷ luật")
    shortcomings: Shortcomings = about("hạn chế năm trước")
    grounds: tuple[Ground, ...] = about("trường hợp xếp không hoàn thành")
    earlier: tuple[EarlierLevel, ...] = about("mức đã quyết định của các năm trước")
    name: str = about("tên cơ quan, chỉ để hiển thị", default="")
