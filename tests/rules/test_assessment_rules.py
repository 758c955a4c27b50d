from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from diaban.assessment.rules import (
    CHECKED,
    CRITERIA,
    Doubt,
    Fixed,
    FormDraft,
    FormFacts,
    Mark,
    MarkDraft,
    YearRecord,
    alike,
    conclusion_objections,
    doubts,
    draft_of,
    fixing_objections,
    form_objections,
    held_in,
    likeness_doubts,
    mark_from,
    missing,
    return_objections,
    signer_objections,
    vote_objections,
)
from diaban.kit.objections import Objection
from diaban.regulations.rules.reasons import reason_objections
from diaban.replacement.rules import (
    NEXT,
    ReplacementState,
    Requester,
    decision_objections,
    grant_objections,
    request_objections,
)
from diaban.reporting.rules import CompletionLevel

SIGNERS = ("Bí thư", "Phó Bí thư")
FACTS = FormFacts(
    year=2023,
    today=date(2023, 12, 1),
    opens_on=date(2023, 11, 15),
    locks_on=date(2024, 1, 31),
    starts_on=date(2022, 12, 14),
    ends_on=None,
    concluded=False,
    signers=SIGNERS,
    reason_items_min=1,
)
WHOLE = FormDraft(
    marks=[MarkDraft(criterion, Mark.GOOD) for criterion in CRITERIA],
    strengths="Gần gũi.",
    limits="Chưa đều.",
    level=CompletionLevel.GOOD,
    signer_name="Sùng A Mang",
    signer_post="Bí thư",
    met_on=date(2023, 11, 10),
)
BUSY = YearRecord(programme=True, visits=6, attended=3, notes=4, difficulties=2, innovations=1, supports=2, solved=1)
ALL_GOOD = dict.fromkeys(CRITERIA, Mark.GOOD) | {"style": Mark.FAIR}


def test_a_whole_form_meets_no_objection() -> None:
    assert form_objections(WHOLE, FACTS) == []
    assert form_objections(WHOLE, replace(FACTS, today=date(2024, 1, 30))) == []


@pytest.mark.parametrize(
    ("facts", "sentence"),
    [
        ({"today": date(2023, 11, 14)}, "Nhận xét năm 2023 bắt đầu gửi từ 15/11/2023, chưa gửi trước ngày đó được."),
        ({"today": date(2024, 1, 31)}, "Năm 2023 đã khóa sổ từ 31/01/2024. Hãy liên hệ Ban Tổ chức Tỉnh ủy."),
        ({"concluded": True}, "Ban Thường vụ Tỉnh ủy đã kết luận năm 2023 nên không nhận thêm nhận xét."),
        ({"starts_on": date(2024, 1, 1)}, "Năm 2023 nằm ngoài thời gian phân công. Hãy chọn năm khác."),
        ({"ends_on": date(2023, 1, 1)}, "Năm 2023 nằm ngoài thời gian phân công. Hãy chọn năm khác."),
    ],
)
def test_when_a_form_is_taken_in(facts: dict[str, object], sentence: str) -> None:
    assert form_objections(WHOLE, replace(FACTS, **facts)) == [Objection("year", sentence)]  # type: ignore[arg-type]  # each case gives what fits


@pytest.mark.parametrize(("ends_on", "held"), [(date(2023, 1, 1), False), (date(2023, 1, 2), True), (None, True)])
def test_a_duty_is_held_in_a_year_up_to_the_day_before_its_end(ends_on: date | None, held: bool) -> None:
    assert held_in(2023, starts_on=date(2022, 12, 14), ends_on=ends_on) is held


def test_every_criterion_is_marked_once_and_no_other() -> None:
    marks = [*WHOLE.marks[1:], WHOLE.marks[1], MarkDraft("hair", Mark.POOR)]
    assert form_objections(replace(WHOLE, marks=marks), FACTS) == [
        Objection("hair", "Phiếu không có tiêu chí “hair”."),
        Objection("programme", "Tiêu chí “Xây dựng chương trình theo dõi kịp thời” chưa được chấm."),
        Objection("presence", "Tiêu chí “Thời gian và sự đều đặn đi cơ sở” được chấm nhiều lần."),
    ]


@pytest.mark.parametrize(
    ("draft", "asked"),
    [
        ({"level": CompletionLevel.EXCELLENT}, True),
        ({"level": CompletionLevel.NOT_COMPLETED}, True),
        ({"wants_replacement": True}, True),
        ({"level": CompletionLevel.COMPLETED}, False),
    ],
)
def test_extremes_and_replacement_need_reasons(draft: dict[str, object], asked: bool) -> None:
    found = form_objections(replace(WHOLE, **draft), FACTS)  # type: ignore[arg-type]  # each case gives what fits
    assert [objection.field for objection in found] == ["reasons"] * asked


def test_a_reason_is_something_concrete() -> None:
    two = "Giúp bản Chà Đáy làm đường nước.\nKém.\nVận động ba hộ trồng chè mới."
    assert reason_objections(two, least=2) == []
    assert reason_objections(two, least=3) == [
        Objection("reasons", "Cần nêu ít nhất 3 việc cụ thể làm lý do, mỗi việc một dòng, từ 5 chữ trở lên.")
    ]
    assert len(reason_objections("", least=0)) == 1


@pytest.mark.parametrize(("votes", "agreed"), [((0, 0), True), ((7, 6), True), ((6, 6), False), ((-1, 0), False)])
def test_the_committee_agreed(votes: tuple[int, int], agreed: bool) -> None:
    assert (vote_objections(votes_for=votes[0], votes_against=votes[1]) == []) is agreed


@pytest.mark.parametrize(
    ("post", "signs"),
    [("Bí thư Đảng ủy", True), ("Phó bí thư Thường trực", True), ("Chủ tịch UBND", False), ("", False)],
)
def test_who_signs(post: str, signs: bool) -> None:
    assert (signer_objections(post, SIGNERS) == []) is signs


def test_what_was_released_or_decided_is_not_returned() -> None:
    assert return_objections(returned=False, released=False, request_decided=False) == []
    for case in ({"returned": True}, {"released": True}, {"request_decided": True}):
        facts = {"returned": False, "released": False, "request_decided": False} | case
        assert len(return_objections(**facts)) == 1


def test_a_year_is_concluded_after_it_was_judged() -> None:
    opens, today = date(2023, 11, 15), date(2023, 12, 29)
    assert conclusion_objections(2023, concluded_on=today, opens_on=opens, today=today, in_time=0, last_due=None) == []
    assert conclusion_objections(
        2023, concluded_on=date(2023, 11, 14), opens_on=opens, today=today, in_time=0, last_due=None
    ) == [Objection("concluded_on", "Ngày kết luận không thể trước 15/11/2023, ngày bắt đầu nhận nhận xét năm 2023.")]
    assert conclusion_objections(
        2023, concluded_on=date(2023, 12, 30), opens_on=opens, today=today, in_time=0, last_due=None
    ) == [Objection("concluded_on", "Ngày kết luận 30/12/2023 chưa đến.")]


def test_a_year_is_not_concluded_while_a_form_may_still_come_in_time() -> None:
    opens, today, last = date(2023, 11, 15), date(2023, 11, 28), date(2023, 12, 5)
    assert conclusion_objections(2023, concluded_on=today, opens_on=opens, today=today, in_time=150, last_due=last) == [
        Objection(
            "concluded_on", "Còn 150 phiếu chưa gửi mà hạn đến hết ngày 05/12/2023. Hãy ghi kết luận sau ngày đó."
        )
    ]


def test_who_may_ask_is_a_setting() -> None:
    facts = {"requester": Requester.CADRE, "ended": False, "waiting": False}
    assert request_objections(**facts, allowed=("cadre",)) == []  # type: ignore[arg-type]  # each case gives what fits
    assert request_objections(**facts, allowed=("commune",)) == [  # type: ignore[arg-type]  # each case gives what fits
        Objection("requester", "Bộ quy tắc của năm không để “Cán bộ theo dõi” đề nghị thay thế cán bộ.")
    ]


def test_a_decision_follows_the_verification_and_works_from_its_day() -> None:
    day, before = date(2023, 6, 20), date(2023, 6, 19)
    assert decision_objections(decided_on=day, verified_on=day, today=day) == []
    assert len(decision_objections(decided_on=before, verified_on=day, today=day)) == 1
    assert len(decision_objections(decided_on=day, verified_on=None, today=before)) == 1
    sides = {"has_cadre": True, "has_agency": True, "same_cadre": False}
    assert grant_objections(effective_on=day, decided_on=day, **sides) == []
    assert len(grant_objections(effective_on=before, decided_on=day, **sides)) == 1


def test_every_state_says_what_may_follow_it() -> None:
    assert NEXT.keys() == set(ReplacementState)


def asked(
    marks: dict[str, Mark] = ALL_GOOD,
    level: CompletionLevel = CompletionLevel.GOOD,
    wants_replacement: bool = False,
    record: YearRecord = BUSY,
) -> list[Doubt]:
    return doubts(marks=marks, level=level, wants_replacement=wants_replacement, record=record)


def test_a_form_that_agrees_with_the_records_raises_no_question() -> None:
    assert asked() == []
    assert asked(marks={}) == []


def test_the_best_mark_beside_what_is_wanting_is_asked_about() -> None:
    wanting = replace(BUSY, half_days=12, half_days_required=24, reports_missing=1, solved=0, promises_overdue=2)
    best = dict.fromkeys(CRITERIA, Mark.GOOD) | {"programme": Mark.FAIR}
    assert asked(best, record=wanting) == [
        Doubt(key, f"“{CRITERIA[key]}” được chấm “Tốt”; hệ thống ghi {said}. Có đúng vậy không?")
        for key, said in {
            "presence": "6 ngày đi cơ sở, cả năm phải có 12",
            "situation": "1 báo cáo quá hạn chưa gửi",
            "difficulties": "2 khó khăn, vướng mắc đã nêu, chưa việc nào giải quyết xong",
            "style": "2 cam kết quá hạn chưa thực hiện",
        }.items()
    ]
    fair = dict.fromkeys(CRITERIA, Mark.FAIR) | {"programme": Mark.GOOD}
    assert asked(fair, record=wanting) == []


def test_praise_for_what_is_not_on_record_is_asked_about() -> None:
    empty = YearRecord(programme=False, visits=0, attended=0, notes=0, difficulties=0, innovations=0, supports=0)
    assert [doubt.field for doubt in asked(record=empty)] == [key for key in CRITERIA if key != "style"]
    assert asked(record=replace(BUSY, visits=0))[0] == Doubt(
        "presence",
        "“Thời gian và sự đều đặn đi cơ sở” được chấm “Tốt”, nhưng trong hệ thống chưa có chuyến đi nào. "
        "Có đúng vậy không?",
    )


def test_blame_against_the_records_is_asked_about_too() -> None:
    assert [doubt.field for doubt in asked(marks=ALL_GOOD | {"presence": Mark.POOR})] == ["presence"]


@pytest.mark.parametrize(
    ("marks", "level", "wants", "field"),
    [
        (dict.fromkeys(CRITERIA, Mark.POOR) | {"style": Mark.GOOD, "presence": Mark.AVERAGE}, "good", False, "level"),
        (ALL_GOOD, "not_completed", False, "level"),
        (ALL_GOOD, "excellent", True, "wants_replacement"),
        (dict.fromkeys(CRITERIA, Mark.FAIR), "good", False, "marks"),
    ],
)
def test_parts_that_contradict_each_other_are_asked_about(
    marks: dict[str, Mark], level: str, wants: bool, field: str
) -> None:
    assert [doubt.field for doubt in asked(marks, CompletionLevel(level), wants)] == [field]


@pytest.mark.parametrize(
    ("met_on", "said"),
    [
        (None, "Chưa ghi ngày họp"),
        (date(2023, 12, 2), "chưa đến"),
        (date(2022, 12, 30), "trước năm 2023"),
    ],
)
def test_the_committee_has_met_in_the_year(met_on: date | None, said: str) -> None:
    (found,) = form_objections(replace(WHOLE, met_on=met_on), FACTS)
    assert (found.field, said in found.sentence) == ("met_on", True)


LONG = (
    "Đồng chí bám sát cơ sở, theo đến cùng các kiến nghị, vận động được nhiều nguồn lực cho xã; dự đủ các hội nghị, "
    "góp ý thẳng thắn, giúp xã tháo gỡ nhiều việc khó về đất đai, đường sá và nước sạch."
)


@pytest.mark.parametrize(
    ("other", "same"),
    [
        (LONG, True),
        (LONG.upper().replace("Đ", "D"), True),
        (LONG.replace("nước sạch", "điện"), True),
        (
            "Cả năm đồng chí ít có mặt. " + LONG[100:] + " Chương trình gửi chậm, chưa nắm tình hình bản.",
            False,
        ),
        ("Đi cơ sở đều.", False),
    ],
)
def test_a_text_written_from_another_is_known(other: str, same: bool) -> None:
    assert alike(LONG, other) is alike(other, LONG) is same


def test_short_texts_may_be_alike_by_chance() -> None:
    assert not alike("Đi cơ sở đều, nắm chắc tình hình.", "Đi cơ sở đều, nắm chắc tình hình.")


def test_likeness_is_asked_about_with_whom_the_asker_may_read() -> None:
    asked = likeness_doubts(LONG, year=2023, last_year=LONG, others=[(f"Xã {n}", LONG) for n in "ABCDE"])
    assert [doubt.question.split(".")[0] for doubt in asked] == [
        "Lời nhận xét gần như giống phiếu năm 2022",
        "Lời nhận xét gần như giống phiếu của Xã A, Xã B, Xã C và 2 nơi khác",
    ]
    assert likeness_doubts(LONG, year=2023, others=[("Xã A", "Khác.")]) == []


def test_a_draft_says_what_it_lacks_and_is_sent_when_it_lacks_nothing() -> None:
    written = dict.fromkeys(CRITERIA, "good") | {
        "strengths": "Gần gũi.", "limits": "Chưa đều.", "level": "good", "wish": "keep",
        "met_on": "2023-11-10", "signer_name": "Sùng A Mang", "signer_post": "Bí thư",
    }  # fmt: skip
    assert draft_of(written) == WHOLE
    assert missing(written) == []
    assert [check.key for check in missing({})] == list(CHECKED)
    assert draft_of(written | {"style": ""}) is None
    asking = {"wish": "replace", "reasons": "Không về xã."}
    for more, lack in (
        ({"wish": "replace"}, "Thiếu lý do"),
        (asking, "Chưa chọn loại lý do"),
        ({"signer_name": ""}, "Thiếu 1"),
    ):
        assert [check.lack for check in missing(written | more)] == [lack]
    assert missing(written | asking | {"replacement_reason": "other"}) == []
    assert missing(written | {"level": "một mức không có"}) == []


@pytest.mark.parametrize(
    ("text", "mark", "rest"),
    [
        ("Tốt\nGửi sớm.\nĐủ mục.", Mark.GOOD, "Gửi sớm.\nĐủ mục."),
        ("mức: TRUNG BÌNH.", Mark.AVERAGE, ""),
        ("Tốt lắm.", None, "Tốt lắm."),
        ("", None, ""),
    ],
)
def test_a_filled_section_names_its_mark_in_the_first_line(text: str, mark: Mark | None, rest: str) -> None:
    assert mark_from(text, Mark) == (mark, rest)


@pytest.mark.parametrize(
    ("fixed", "note", "named", "field"),
    [
        (Fixed.NONE, "", True, "fixed"),
        (Fixed.PARTLY, " ", True, "fixed_note"),
        (Fixed.YES, "Đã họp đủ hai lần.", True, None),
        (Fixed.YES, "", False, "fixed"),
        (Fixed.NONE, "", False, None),
    ],
)
def test_shortcomings_that_were_named_are_answered(fixed: Fixed, note: str, named: bool, field: str | None) -> None:
    assert [one.field for one in fixing_objections(fixed, note, named=named)] == ([field] if field else [])
