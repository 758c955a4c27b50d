"""What people type wrongly, each with the sentence that answers it; and what they type rightly in many ways."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from django import forms
from django.core.exceptions import ValidationError
from hypothesis import given
from hypothesis import strategies as st

from diaban.kit.fields import (
    CountField,
    DayChoice,
    DayField,
    LabelledField,
    LabelledManyField,
    LineField,
    MonthField,
    PassageField,
    PickField,
    Spoken,
    TickField,
    VndField,
)
from diaban.kit.formats import day as written
from diaban.kit.money import words_vnd
from diaban.planning.rules import EventKind, Topic
from tests.amounts import TYPED, random_amounts

ON = date(2024, 11, 28)


def day() -> DayField:
    field = DayField(label="Ngày đi")
    field.today = ON
    return field


LINE = LineField(label="Thôn, bản, điểm đến", noun="nơi đến", limit=200)
PASSAGE = PassageField(label="Nội dung", limit=1000)
VND = VndField(label="Giá trị quy ra tiền", least=1)
COUNT = CountField(label="Số hộ", unit="hộ", most=5000)
KIND = LabelledField(EventKind, label="Loại hoạt động")
TOPICS = LabelledManyField(Topic, label="Lĩnh vực")
MONTH, MONTH_2024 = MonthField(label="Tháng"), MonthField(label="Tháng", year=2024)
PICK = PickField(label="Địa bàn", choices=[("pa-co", "Xã Pà Cò")])

WRONG: list[tuple[Spoken, Any, str]] = [
    (LINE, "", "Chưa nhập nơi đến."),
    (LINE, " \t\n ", "Chưa nhập nơi đến."),
    (LINE, "\u200b\ufeff\u00ad", "Chưa nhập nơi đến."),
    (LINE, "a" * 201, "Nơi đến dài 201 ký tự, tối đa 200. Hãy viết gọn lại."),
    (PASSAGE, "ệ" * 200_000, "Nội dung dài 200.000 ký tự, tối đa 1.000. Hãy viết gọn lại."),
    (PASSAGE, "\x00\x08", "Chưa nhập nội dung."),
    (PASSAGE, None, "Chưa nhập nội dung."),
    (day(), "", "Chưa nhập ngày đi."),
    (day(), "31/9", "«31/9»: tháng 9 không có ngày 31."),
    (day(), "31/9/2024", "«31/9/2024»: tháng 9 không có ngày 31."),
    (day(), "29/2/2023", "«29/2/2023»: tháng 2 năm 2023 không có ngày 29."),
    (day(), "30/02/2024", "«30/02/2024»: tháng 2 không có ngày 30."),
    (day(), "0/5/2024", "«0/5/2024»: không có ngày 0."),
    (day(), "45/11/2024", "«45/11/2024»: không có ngày 45."),
    (day(), "45/13/2024", "«45/13/2024»: không có tháng 13."),
    (day(), "11/28/2024", "«11/28/2024» viết tháng trước ngày; có phải là ngày 28/11/2024 không?"),
    (day(), "28/11/3024", "Năm 3024 nằm ngoài khoảng 1900–2099."),
    (day(), "28/11/0024", "Năm 24 nằm ngoài khoảng 1900–2099."),
    (day(), "28/11/20245", "«28/11/20245» không phải là một ngày."),
    (day(), "2024-11-31", "«2024-11-31»: tháng 11 không có ngày 31."),
    (day(), "31112024", "«31/11/2024»: tháng 11 không có ngày 31."),
    (day(), "hôm kia", "«hôm kia» không phải là một ngày."),
    (day(), "45624", "«45624» không phải là một ngày. Ghi ngày/tháng/năm, ví dụ 28/11/2024."),
    (day(), "11/2024", "«11/2024» gồm nhiều ngày. Ghi một ngày, ví dụ 28/11/2024."),
    (day(), "26-28/11/2024", "«26-28/11/2024» gồm nhiều ngày. Ghi một ngày, ví dụ 28/11/2024."),
    (day(), "2" * 200_000, "Ngày đi dài 200.000 ký tự, tối đa 80. Hãy viết gọn lại."),
    (DayField(label="Hạn"), "28/11", "«28/11» không ghi năm; là năm nào?"),
    (MONTH, "", "Chưa chọn tháng."),
    (MONTH, "13/2024", "«13/2024» không phải là một tháng. Ghi tháng/năm, ví dụ 11/2024."),
    (MONTH, "quý I/2024", "«quý I/2024» không phải là một tháng. Ghi tháng/năm, ví dụ 11/2024."),
    (MONTH_2024, "tháng 13", "Không có tháng 13. Chọn từ tháng 1 đến tháng 12."),
    (MONTH_2024, "2023-11", "«2023-11» không thuộc năm 2024."),
    (MONTH_2024, "9999-11", "Năm 9999 nằm ngoài khoảng 1900–2099."),
    (VND, "", "Chưa nhập giá trị quy ra tiền."),
    (VND, "0", "Giá trị quy ra tiền phải từ 1\u00a0₫ trở lên."),
    (VND, "-5 triệu", "«-5 triệu»: số tiền hỗ trợ không thể âm."),
    (VND, "(5.000.000)", "«(5.000.000)»: số tiền hỗ trợ không thể âm."),
    (VND, "12,5", "«12,5» thiếu đơn vị. Ghi đủ, ví dụ 12,5 triệu."),
    (VND, "500", "«500» mới là 500 đồng. Ghi đủ đơn vị, ví dụ 500 nghìn, 500 triệu."),
    (VND, "0,0005 nghìn", "«0,0005 nghìn»: số tiền phải là số đồng chẵn. Ghi bằng chữ số, ví dụ 12,5 triệu."),
    (VND, "trên 10 tỷ", "«trên 10 tỷ» chưa phải là một con số cụ thể. Ghi số tiền, ví dụ 10 tỷ; "
                        "chữ kèm theo ghi vào nội dung."),
    (VND, "đang cập nhật", "«đang cập nhật» chưa phải là một số tiền. Ghi con số, ví dụ 12,5 triệu."),
    (VND, "mười triệu", "«mười triệu»: không đọc được thành một số tiền. Ghi bằng chữ số, ví dụ 12,5 triệu."),
    (VND, "1.2.3", "«1.2.3»: không đọc được thành một số tiền. Ghi bằng chữ số, ví dụ 12,5 triệu."),
    (VND, "10 triệu 5 tỷ", "«10 triệu 5 tỷ»: không đọc được thành một số tiền. Ghi bằng chữ số, ví dụ 12,5 triệu."),
    (VND, "100.001 tỷ", "Giá trị quy ra tiền lớn hơn 100.000 tỷ đồng. Kiểm tra lại đơn vị đã ghi."),
    (VND, "9" * 80, "Giá trị quy ra tiền lớn hơn 100.000 tỷ đồng. Kiểm tra lại đơn vị đã ghi."),
    (VND, "9" * 200_000, "Giá trị quy ra tiền dài 200.000 ký tự, tối đa 80. Hãy viết gọn lại."),
    (COUNT, "", "Chưa nhập số hộ."),
    (COUNT, "-3", "Số hộ không thể âm."),
    (COUNT, "2,5", "Số hộ phải là số nguyên."),
    (COUNT, "1000000000000", "Số hộ phải từ 0 đến 5.000. Kiểm tra lại số đã ghi."),
    (COUNT, "10^12", "«10^12» không phải là một số. Ghi bằng chữ số, ví dụ 25."),
    (COUNT, "vài chục", "«vài chục» không phải là một số. Ghi bằng chữ số, ví dụ 25."),
    (KIND, "", "Chưa chọn loại hoạt động."),
    (KIND, "hop", "Lựa chọn ở mục “Loại hoạt động” không có trong danh sách. Hãy chọn lại."),
    (KIND, "' OR 1=1 --", "Lựa chọn ở mục “Loại hoạt động” không có trong danh sách. Hãy chọn lại."),
    (TOPICS, [], "Chưa chọn lĩnh vực."),
    (TOPICS, ["economy", "hop"], "Lựa chọn ở mục “Lĩnh vực” không có trong danh sách. Hãy chọn lại."),
    (TOPICS, "economy", "Lựa chọn ở mục “Lĩnh vực” không có trong danh sách. Hãy chọn lại."),
    (PICK, "hang-kia", "Lựa chọn ở mục “Địa bàn” không có trong danh sách. Hãy chọn lại."),
    (TickField(label="Đã đối chiếu"), False, "Chưa đánh dấu mục “Đã đối chiếu”."),
]  # fmt: skip


@pytest.mark.parametrize(("field", "typed", "sentence"), WRONG, ids=lambda value: repr(value)[:30])
def test_what_is_wrong_is_said_in_one_sentence(field: Spoken, typed: Any, sentence: str) -> None:
    with pytest.raises(ValidationError) as refused:
        field.clean(typed)
    assert refused.value.messages == [sentence]


def test_there_are_fifty_kinds_of_it() -> None:
    assert len({sentence for _, _, sentence in WRONG}) >= 50


@pytest.mark.parametrize(
    ("field", "typed", "value"),
    [
        (LINE, "  Ba\u0309n  Cha\u0300 \n Đáy ", "Bản Chà Đáy"),
        (PASSAGE, "Một 😀\r\n\r\n  hai\u200b ", "Một 😀\n\nhai"),
        (PASSAGE, "a" * 1000, "a" * 1000),
        (VND, "12,5 triệu", 12_500_000),
        (VND, "500 đồng", 500),
        (VND, "5 triệu đồng/hộ x 3 hộ", 15_000_000),
        (VND, "100.000 tỷ", 10**14),
        (COUNT, "1.200", 1200),
        (COUNT, "25 hộ", 25),
        (COUNT, "0", 0),
        (KIND, "cell", EventKind.CELL),
        (TOPICS, ["relation", "economy", "economy"], [Topic.ECONOMY, Topic.RELATION]),
        (MONTH, "11/2024", date(2024, 11, 1)),
        (MONTH, "tháng 12 năm 2023", date(2023, 12, 1)),
        (MONTH_2024, "Tháng 3", date(2024, 3, 1)),
        (MONTH_2024, "2024-12", date(2024, 12, 1)),
        (PICK, "pa-co", "pa-co"),
    ],
    ids=lambda value: repr(value)[:30],
)
def test_what_is_right_is_taken(field: Spoken, typed: Any, value: Any) -> None:
    cleaned = field.clean(typed)
    assert (cleaned, type(cleaned)) == (value, type(value))


@pytest.mark.parametrize(
    "typed",
    ["28/11/2024", "28-11-2024", "28.11.2024", "28 / 11 / 2024", "28/11", "28-11", "28/11/24", "28112024", "2024-11-28",
     "ngày 28 tháng 11 năm 2024", "28 tháng 11"],
)  # fmt: skip
def test_a_day_in_every_writing(typed: str) -> None:
    assert day().clean(typed) == ON


@pytest.mark.parametrize("kind", [DayField, VndField, CountField, MonthField, TickField])
def test_what_may_stay_empty_may_stay_empty(kind: type[Spoken]) -> None:
    assert kind(label="Mục", required=False).clean("") in (None, False)
    assert LineField(label="Mục", limit=5, required=False).clean(" ") == ""


def test_no_limit_is_handed_to_the_browser_which_would_cut_without_a_word() -> None:
    class Form(forms.Form):
        text = LineField(label="Tên", limit=5)

    assert "maxlength" not in str(Form()["text"])


@given(st.dates(date(1900, 1, 1), date(2099, 12, 31)))
def test_a_day_is_shown_as_it_can_be_typed(on: date) -> None:
    assert day().clean(day().prepare_value(on)) == on
    assert day().prepare_value(on) == written(on)


@given(st.integers(0, 10**14))
def test_an_amount_is_shown_as_it_can_be_typed(dong: int) -> None:
    field = VndField(label="Giá trị")
    assert field.clean(field.prepare_value(dong)) == dong


@given(st.text(max_size=100))
def test_nothing_typed_breaks_a_field(typed: str) -> None:
    for field in (day(), MONTH, MONTH_2024, VND, COUNT, LINE, PASSAGE):
        assert all(sentence.endswith((".", "?")) for sentence in refusals(field, typed))


def refusals(field: Spoken, typed: str) -> list[str]:
    try:
        field.clean(typed)
    except ValidationError as refused:
        return refused.messages
    return []


def test_the_words_beside_an_amount_are_those_of_a_document() -> None:
    field = VndField(label="Giá trị")
    assert field.words("12,5 triệu") == "Mười hai triệu năm trăm nghìn đồng"
    assert [field.words(typed) for typed in ("", "trên 10 tỷ", "500", "100.001 tỷ")] == [""] * 4
    for typed in [*TYPED, *random_amounts(200)]:
        said = field.words(typed)
        assert not said or said == words_vnd(field.clean(typed))


def test_today_and_yesterday_carry_their_dates_and_another_day_is_typed() -> None:
    field = DayField(label="Ngày đi", widget=DayChoice)
    field.today = ON
    widget = DayChoice()
    assert [(option.value, option.label, option.words) for option in field.options] == [
        ("2024-11-28", "Hôm nay", "Thứ Năm, ngày 28/11/2024"),
        ("2024-11-27", "Hôm qua", "Thứ Tư, ngày 27/11/2024"),
        ("khac", "Ngày khác", ""),
    ]
    posted = [{"d": "2024-11-27", "d-khac": "1/1/2024"}, {"d": "khac", "d-khac": "1/11"}, {"d-khac": "1/11"}]
    taken = [field.clean(widget.value_from_datadict(data, {}, "d")) for data in posted]
    assert taken == [date(2024, 11, 27), date(2024, 11, 1), date(2024, 11, 1)]
    assert [field.split(value) for value in ("28/11/2024", "2024-11-01", "hôm kia", "")] == [
        ("2024-11-28", ""),
        ("khac", "01/11/2024"),
        ("khac", "hôm kia"),
        ("", ""),
    ]
