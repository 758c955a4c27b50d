from __future__ import annotations

import pytest

from diaban.kit.errors import NotAllowed, RuleBroken
from diaban.kit.objections import Objection, demand, line, passage, refuse, step_objections
from diaban.planning.rules import NEXT, ProgrammeState


def test_all_sentences_are_said_at_the_first_field() -> None:
    with pytest.raises(RuleBroken) as refused:
        refuse([Objection("day", "Ngày sai."), Objection("text", "Thiếu chữ.")])
    assert (str(refused.value), refused.value.field) == ("Ngày sai. Thiếu chữ.", "day")


def test_no_objection_is_no_refusal() -> None:
    refuse([])
    demand(True, "không")


def test_no_right_is_its_own_refusal() -> None:
    with pytest.raises(NotAllowed, match=r"^Chỉ xã\.$"):
        demand(False, "Chỉ xã.")


def test_a_line_is_cleaned_and_a_passage_keeps_its_paragraphs() -> None:
    typed = " Hoà\u0300  bình\n\n xã "  # a second tone mark stays as typed; spaces go
    assert line("  Pa\u0300  Co\u0300 ", field="f", name="tên", limit=6) == "Pà Cò"
    assert passage("Một \n\n hai", field="f", name="nội dung", limit=9) == "Một\n\nhai"
    assert "\n" not in line(typed, field="f", name="tên", limit=50)


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        (" \u200b ", "Chưa có tên mô hình. Hãy nhập tên mô hình rồi gửi lại."),
        ("a" * 1201, "Tên mô hình dài 1.201 ký tự, tối đa 1.200. Hãy viết gọn lại."),
    ],
)
def test_missing_and_too_long_are_said_with_their_field(text: str, sentence: str) -> None:
    with pytest.raises(RuleBroken) as refused:
        line(text, field="title", name="tên mô hình", limit=1200)
    assert (str(refused.value), refused.value.field) == (sentence, "title")


def test_what_may_be_empty_may_be_empty() -> None:
    assert line("", field="f", name="nơi đến", limit=5, required=False) == ""


def test_a_step_that_is_not_in_the_table_is_refused_by_its_labels() -> None:
    assert step_objections(NEXT, now=ProgrammeState.DRAFT, then=ProgrammeState.SUBMITTED, thing="Chương trình") == []
    assert step_objections(NEXT, now=ProgrammeState.DRAFT, then=ProgrammeState.REGISTERED, thing="Chương trình") == [
        Objection(
            "state",
            "Chương trình đang ở bước “Đang soạn” nên không chuyển sang bước “Ban Tổ chức đã đăng ký” được.",
        )
    ]
