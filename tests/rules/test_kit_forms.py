"""The form of a record without a database: rows that repeat, what a page says of it, the second press, two versions."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any, ClassVar
from urllib.parse import urlencode
from uuid import UUID

import pytest
from django import forms
from django.http import Http404, QueryDict

from diaban.kit.clock import at_hanoi
from diaban.kit.editions import Saved, moved, stamp
from diaban.kit.errors import NotAllowed, RuleBroken
from diaban.kit.fields import DayField, LineField, MonthField, PassageField, TickField, VndField
from diaban.kit.forms import RecordForm, act
from diaban.kit.ids import uuid7
from diaban.kit.problems import problems, section_state
from diaban.kit.rows import Repeat, RowForm

ON = date(2024, 11, 28)
MA = str(uuid7())


class SupportRow(RowForm):
    content = LineField(label="Nội dung hỗ trợ", limit=50)
    value = VndField(label="Giá trị")


class VisitForm(RecordForm):
    key = "thu"
    repeats: ClassVar[Mapping[str, Repeat]] = {"supports": Repeat(SupportRow, "hoạt động hỗ trợ", most=3)}

    on = DayField(label="Ngày đi")
    outcome = PassageField(label="Kết quả", limit=100)
    place = LineField(label="Nơi đến", limit=20, required=False)
    sure = TickField(label="Đã đối chiếu", required=False)


class SureForm(RecordForm):
    key = "thu-gui"
    confirms = True
    reason = LineField(label="Lý do", limit=50)


def posted(**given: Any) -> QueryDict:
    """What a browser would send; rows are given as `supports__0__content`."""
    pairs = {"ma": MA, "on": "27/11", "outcome": "Xong.", **given}
    return QueryDict(urlencode({name.replace("__", "-"): value for name, value in pairs.items()}, doseq=True))


def sent(**given: Any) -> VisitForm:
    form = VisitForm(posted(**given), today=ON)
    form.is_valid()
    return form


def test_what_was_sent_comes_out_clean_with_the_id_that_the_page_made() -> None:
    form = VisitForm(posted(supports__0__content="Cây giống", supports__0__value="12,5 triệu", giay="41"), today=ON)
    assert form.is_valid()
    assert form.values == {
        "on": date(2024, 11, 27),
        "outcome": "Xong.",
        "place": "",
        "sure": False,
        "supports": [{"content": "Cây giống", "value": 12_500_000}],
    }
    assert (form.id, form.seconds, form.seen, form.status, form.answered) == (UUID(MA), 41, "", 422, 4)


def test_each_page_makes_an_id_of_its_own_and_asks_the_browser_for_no_opinion() -> None:
    one, other = VisitForm(today=ON), VisitForm(today=ON)
    assert one["ma"].value() != other["ma"].value()
    assert "required" not in str(one["on"]) + str(one["outcome"])
    assert (one.status, one["on"].label_tag()) == (200, '<label for="id_on">Ngày đi</label>')


@pytest.mark.parametrize("ma", ["", "1", "không"])
def test_a_page_without_its_id_says_so_on_top(ma: str) -> None:
    form = sent(ma=ma)
    assert form.non_field_errors() == ["Trang này thiếu mã của hồ sơ. Hãy mở lại trang rồi gửi lại."]


@pytest.mark.parametrize(
    ("typed", "seconds"), [("", None), ("abc", None), ("-4", None), ("9" * 5000, None), ("60", 60)]
)
def test_seconds_are_what_a_script_counted_or_nothing(typed: str, seconds: int | None) -> None:
    assert sent(giay=typed).seconds == seconds


def test_blank_rows_count_for_nothing_wherever_they_stand() -> None:
    form = sent(supports__0__content="", supports__0__value="", supports__4__content="B", supports__4__value="1 tỷ")
    assert [row["content"] for row in form.values["supports"]] == ["B"]
    assert [row.prefix for row in form.rows["supports"]] == ["supports-4"]


def test_each_row_says_what_is_wrong_with_it_by_its_place() -> None:
    form = sent(supports__2__content="A", supports__2__value="5 triệu", supports__7__content="B", on="31/9")
    assert not form.is_valid()
    assert [tuple(one) for one in problems(form)] == [
        ("id_on", "Ngày đi", "«31/9»: tháng 9 không có ngày 31."),
        ("id_supports-7-value", "Hoạt động hỗ trợ thứ 2, giá trị", "Chưa nhập giá trị."),
    ]


def test_too_many_rows_are_refused_and_none_is_lost() -> None:
    many = {f"supports__{n}__{part}": "5 triệu" for n in range(4) for part in ("content", "value")}
    form = sent(**many)
    assert not form.is_valid()
    assert [one.sentence for one in problems(form)] == ["Có 4 hoạt động hỗ trợ, nhiều nhất 3. Hãy bỏ bớt."]
    assert len(form.rows["supports"]) == 4


def test_too_few_rows_are_refused() -> None:
    class Programme(VisitForm):
        repeats: ClassVar[Mapping[str, Repeat]] = {"supports": Repeat(SupportRow, "nội dung", least=1, shown=2)}

    form = Programme(posted(), today=ON)
    assert not form.is_valid()
    assert [one.sentence for one in problems(form)] == ["Chưa có nội dung nào. Hãy thêm ít nhất 1 nội dung."]
    assert [row.prefix for row in form.rows["supports"]] == ["supports-0", "supports-1"]


def test_a_button_adds_a_row_without_judging_or_losing_anything() -> None:
    form = VisitForm(posted(them="supports", on="31/9", supports__3__content="A", supports__3__value="sai"), today=ON)
    assert (form.is_valid(), form.status, problems(form)) == (False, 200, [])
    assert form["on"].value() == "31/9"
    assert [row.prefix for row in form.rows["supports"]] == ["supports-3", "supports-4"]
    assert [row["content"].value() for row in form.rows["supports"]] == ["A", None]


def test_a_button_takes_a_row_away_and_leaves_the_others() -> None:
    rows = {"supports__0__content": "A", "supports__1__content": "B", "supports__2__content": "C"}
    form = VisitForm(posted(bo="supports-1", **rows), today=ON)
    assert (form.is_valid(), form.status) == (False, 200)
    assert [row["content"].value() for row in form.rows["supports"]] == ["A", "C"]


def test_a_refusal_goes_to_its_field_its_row_or_on_top() -> None:
    given = {"supports__1__content": "", "supports__3__content": "A", "supports__3__value": "5 triệu"}
    form = sent(**given)
    for field in ("outcome", "supports", "supports-0-value", "supports-9-value", "elsewhere", "ma", None):
        form.take(RuleBroken(f"Sai ở {field}.", field=field))
    assert [(one.anchor, one.sentence) for one in problems(form)] == [
        ("", "Sai ở supports-9-value."),
        ("", "Sai ở elsewhere."),
        ("", "Trang này thiếu mã của hồ sơ. Hãy mở lại trang rồi gửi lại."),
        ("", "Sai ở None."),
        ("id_outcome", "Sai ở outcome."),
        ("id_supports", "Sai ở supports."),
        ("id_supports-3-value", "Sai ở supports-0-value."),
    ]


def test_acting_turns_refusals_into_sentences_and_no_right_into_no_page() -> None:
    form = sent()

    def refuse() -> Any:
        raise RuleBroken("Ngày đi nằm ngoài phân công.", field="on")

    def forbid() -> Any:
        raise NotAllowed("Không có quyền.")

    assert act(form, refuse) is None
    assert (list(form.errors["on"]), form.status) == (["Ngày đi nằm ngoài phân công."], 422)
    with pytest.raises(Http404):
        act(form, forbid)


def test_what_cannot_be_taken_back_asks_for_a_second_press() -> None:
    first = SureForm(QueryDict(f"ma={MA}&reason=Sai"))
    assert (first.is_valid(), first.unsure, first.status, problems(first)) == (False, True, 200, [])
    second = SureForm(QueryDict(f"ma={MA}&reason=Sai&chac-chan=1"))
    assert (second.is_valid(), second.unsure) == (True, False)
    wrong = SureForm(QueryDict(f"ma={MA}&reason="))
    assert (wrong.is_valid(), wrong.unsure, wrong.status) == (False, False, 422)


@pytest.mark.parametrize(
    ("given", "state"),
    [
        ({}, ("", "ring", "Chưa viết")),
        ({"on": "27/11"}, ("", "half", "Thiếu 1")),
        ({"on": "27/11", "outcome": "Xong."}, ("ok", "check", "Đủ")),
    ],
)
def test_the_state_of_a_section_while_it_is_written(given: dict[str, str], state: tuple[str, str, str]) -> None:
    form = VisitForm(initial=given, today=ON)
    assert section_state([form["on"], form["outcome"], form["place"]]) == state


@pytest.mark.parametrize(
    ("given", "lack", "state"),
    [
        ({}, "Chưa điền", ("", "ring", "Chưa điền")),
        ({"place": "Chà Đáy"}, "Thiếu lý do", ("", "half", "Thiếu lý do")),
        ({"place": "Chà Đáy"}, "", ("ok", "check", "Đủ")),
    ],
)
def test_the_word_of_the_form_on_what_it_lacks_wins(given: dict[str, str], lack: str, state: object) -> None:
    assert section_state([VisitForm(initial=given, today=ON)["place"]], lack=lack) == state


def test_where_nothing_is_written_there_is_no_state() -> None:
    class Upload(RecordForm):
        file = forms.FileField()

    assert section_state([]) == section_state([Upload()["file"]]) == ("", "", "")
    assert (RecordForm().writes, Upload().writes, SureForm().writes, VisitForm(today=ON).writes) == (
        False,
        False,
        True,
        True,
    )


def test_the_state_of_a_section_that_was_refused() -> None:
    form = sent(on="31/9", supports__0__content="A")
    assert section_state([form["on"], form["outcome"]]) == ("todo", "warn", "Sai 1")
    assert section_state([], form.rows["supports"]) == ("todo", "warn", "Sai 1")


STORED = {"on": ON, "outcome": "Cũ.", "place": "Chà Đáy", "supports": [{"content": "Cây", "value": 1_000_000}]}
SAVED = Saved(at_hanoi(ON, 9, 40), "Bùi Văn Sơn", by_self=False)


def edited(**given: Any) -> VisitForm:
    """What comes back from a form that was opened on STORED."""
    rows = {"supports__0__content": "Cây", "supports__0__value": "1.000.000"}
    seen = VisitForm(initial=STORED, today=ON)["dau"].value()
    data = posted(**({"dau": seen, "on": "28/11/2024", "outcome": "Cũ.", "place": "Chà Đáy", **rows} | given))
    form = VisitForm(data, initial=STORED, today=ON)
    assert form.is_valid()
    return form


def test_a_form_that_nobody_touched_is_as_it_was_seen() -> None:
    form = edited()
    assert (moved(form.seen, STORED), moved(form.seen, form.values)) == (set(), set())


def test_two_versions_stand_side_by_side_where_they_differ() -> None:
    form = edited(outcome="Của tôi.")
    now = STORED | {"outcome": "Của người khác.", "place": "Hang Kia"}
    assert form.compare(now, SAVED)
    assert [(one.name, one.mine, one.saved, one.theirs_only) for one in form.comparison] == [
        ("outcome", ["Của tôi."], ["Của người khác."], False),
        ("place", ["Chà Đáy"], ["Hang Kia"], True),
    ]
    assert SAVED.when_and_who == "lúc 09:40 ngày 28/11/2024, do Bùi Văn Sơn"


def test_rows_are_compared_as_a_whole_and_read_as_lines() -> None:
    form = edited(supports__0__value="2 triệu")
    assert form.compare(STORED | {"supports": []}, SAVED)
    assert [(one.mine, one.saved) for one in form.comparison] == [(["Cây, 2.000.000\u00a0₫"], [])]


def test_two_versions_that_say_the_same_leave_nothing_to_choose() -> None:
    form = edited(outcome="Mới.")
    assert not form.compare(STORED | {"outcome": "Mới."}, SAVED)


def test_the_chosen_version_is_sent_with_the_stamp_of_what_was_shown() -> None:
    form = edited(outcome="Của tôi.", place="Chỗ tôi", supports__0__value="9 triệu")
    now = STORED | {"outcome": "Của người khác.", "place": "Hang Kia", "supports": [{"content": "X", "value": 5000}]}
    form.compare(now, SAVED)

    again = QueryDict(mutable=True)
    for name, value in form.carried():
        again.appendlist(name, value)
    again.update({"chon:outcome": "mine", "chon:place": "saved", "chon:supports": "saved"})
    chosen = VisitForm(again, initial=now, today=ON)

    assert chosen.is_valid()
    assert (chosen.seen, chosen.id) == (stamp(now, STORED), form.id)
    assert chosen.values == {
        "on": ON,
        "outcome": "Của tôi.",
        "place": "Hang Kia",
        "sure": False,
        "supports": [{"content": "X", "value": 5000}],
    }


def test_back_from_the_comparison_to_the_form_nothing_is_judged() -> None:
    form = VisitForm(posted(**{"xem-lai": "1", "on": "31/9", "chon:place": "saved"}), initial=STORED, today=ON)
    assert (form.is_valid(), form.status, problems(form)) == (False, 200, [])
    assert (form["on"].value(), form["place"].value()) == ("31/9", "Chà Đáy")


def test_months_are_chosen_among_the_twelve_of_the_year_in_every_row_that_may_come() -> None:
    class ItemRow(RowForm):
        month = MonthField(label="Tháng")

    class Programme(RecordForm):
        key = "thu-nam"
        repeats: ClassVar[Mapping[str, Repeat]] = {"items": Repeat(ItemRow, "nội dung")}

    form = Programme(posted(items__0__month="2024-11", them="items"), initial={"items": []}, year=2024)
    rows = [*form.rows["items"], form.rows["items"].empty_row]
    assert ['<option value="2024-12">Tháng 12</option>' in str(row["month"]) for row in rows] == [True] * 3
    assert '<option value="2024-11" selected>' in str(rows[0]["month"])
