"""What an address asks of a list, without a database: every word is looked up, and what cannot be read is said."""

from __future__ import annotations

from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from diaban.kit.figures import Kind
from diaban.kit.listing import Choice, Dates, Filter, ListColumn, Listing, ListPage, Measured, Total, View, ask
from diaban.kit.listing.asked import Asked

TODAY = date(2024, 5, 10)
LISTING = Listing(
    noun="chuyến đi",
    columns=(
        ListColumn("Ngày đi", "on", Kind.DATE, sort=("on", "pk"), margin=True),
        ListColumn("Cán bộ", "cadre", sort=("cadre__sort_key",)),
        ListColumn("Số buổi", "half_days", Kind.HALF_DAYS, sort=("half_days",), totals=(Total(),)),
    ),
    order=("-on", "-pk"),
    views=(View("tat-ca", "Tất cả"), View("muon", "Ghi muộn")),
    filters=(Filter("linh-vuc", "Lĩnh vực", "topic", labels={"economy": "Kinh tế"}), Filter("xa", "Xã", "commune")),
    dates=Dates("Ngày đi", "on"),
    search=lambda rows, _words: rows,
)
OPTIONS = {"linh-vuc": LISTING.filters[0].offered, "xa": (Choice("05212", "05212", "Xã Pà Cò"),)}


def asked(params: dict[str, str] | None = None, listing: Listing = LISTING) -> Asked:
    return ask(listing, params or {}, OPTIONS, today=TODAY)


def page(params: dict[str, str] | None = None, *, count: int = 118, number: int = 1) -> ListPage:
    measured = Measured({"tat-ca": count, "muon": 7}, (9,))
    values = [{"pk": 1, "on": TODAY, "cadre": "Hà Thị Lan", "half_days": 3}] if count else []
    return ListPage(LISTING, OPTIONS, asked(params), measured, number, values, TODAY)


def sentences(params: dict[str, str]) -> dict[str, str]:
    return {problem.field: problem.sentence for problem in asked(params).problems}


def test_an_empty_address_asks_for_the_first_page_of_the_first_view() -> None:
    found = asked()
    assert (found.view.key, found.number, found.sort, found.chosen, found.problems) == ("tat-ca", 1, "", (), ())
    assert found.state(LISTING) == {}


def test_an_address_is_understood_word_for_word() -> None:
    typed = {"xem": "muon", "linh-vuc": "kinh-te", "xa": "05212", "tu": "1/3/2024", "den": "15-03-2024", "tim": " Lan ",
             "sap": "-so-buoi", "trang": "3"}  # fmt: skip
    found = asked(typed)
    assert [(one.filter.key, one.label) for one in found.chosen] == [("linh-vuc", "Kinh tế"), ("xa", "Xã Pà Cò")]
    assert (found.start, found.end, found.number) == (date(2024, 3, 1), date(2024, 3, 15), 3)
    assert found.state(LISTING) == {"xem": "muon", "linh-vuc": "kinh-te", "xa": "05212", "tu": "01/03/2024",
                                    "den": "15/03/2024", "tim": "Lan", "sap": "-so-buoi"}  # fmt: skip
    assert found.problems == ()


@pytest.mark.parametrize(
    ("typed", "start", "end"),
    [
        ({"tu": "quý I/2024", "den": "quý I/2024"}, date(2024, 1, 1), date(2024, 3, 31)),
        ({"tu": "2023", "den": "9/2023"}, date(2023, 1, 1), date(2023, 9, 30)),
        ({"tu": "15/3"}, date(2024, 3, 15), None),
        ({"den": "ngày 08 tháng 5 năm 2024"}, None, date(2024, 5, 8)),
    ],
)
def test_days_are_read_as_people_write_them(typed: dict[str, str], start: date | None, end: date | None) -> None:
    assert (asked(typed).start, asked(typed).end, asked(typed).problems) == (start, end, ())


NO_DAYS = " Danh sách chưa lọc theo ngày."


@pytest.mark.parametrize(
    ("typed", "field", "sentence"),
    [
        ({"tu": "31/9/2024"}, "tu", "«31/9/2024»: tháng 9 không có ngày 31." + NO_DAYS),
        (
            {"den": "12/25/2024"},
            "den",
            "«12/25/2024» viết tháng trước ngày; có phải là ngày 25/12/2024 không?" + NO_DAYS,
        ),
        ({"tu": "hôm qua"}, "tu", "«hôm qua» không phải là một ngày." + NO_DAYS),
        ({"tu": "9" * 5000}, "tu", "Chưa đọc được ngày đã nhập. Hãy nhập ngày, tháng, năm: 28/11/2024." + NO_DAYS),
        ({"tu": "2/5/2024", "den": "1/5/2024"}, "tu", "Từ ngày 02/05/2024 là sau đến ngày 01/05/2024." + NO_DAYS),
        ({"tim": "x" * 5000}, "tim", "Nội dung tìm dài 5.000 ký tự, tối đa 200. Danh sách chưa lọc theo nội dung tìm."),
        ({"trang": "abc"}, "trang", "Số trang là một số từ 1 trở lên. Đang xem trang 1."),
        ({"trang": "0"}, "trang", "Số trang là một số từ 1 trở lên. Đang xem trang 1."),
        ({"trang": "-1"}, "trang", "Số trang là một số từ 1 trở lên. Đang xem trang 1."),
        ({"trang": "9" * 400}, "trang", "Số trang là một số từ 1 trở lên. Đang xem trang 1."),
        ({"sap": "__class__"}, "sap", "Danh sách không có cách xếp này, đang xếp theo thứ tự thường lệ."),
        ({"sap": "cadre__sort_key"}, "sap", "Danh sách không có cách xếp này, đang xếp theo thứ tự thường lệ."),
        ({"sap": "--ngay-di"}, "sap", "Danh sách không có cách xếp này, đang xếp theo thứ tự thường lệ."),
        ({"xem": "khac"}, "xem", "Danh sách không có nhóm này. Đang xem nhóm “Tất cả”."),
    ],
)
def test_what_cannot_be_read_is_said_and_narrows_nothing(typed: dict[str, str], field: str, sentence: str) -> None:
    assert sentences(typed) == {field: sentence}
    assert asked(typed).state(LISTING) == {}


def test_one_wrong_day_leaves_the_other_out_too() -> None:
    """A half of a range would show rows that nobody asked for."""
    found = asked({"tu": "31/9/2024", "den": "1/10/2024"})
    assert (found.start, found.end) == (None, None)
    assert (found.typed["tu"], found.typed["den"]) == ("31/9/2024", "1/10/2024")


@pytest.mark.parametrize("word", ["khong-co", "05209", "economy", "None", "-", "'; drop", "\x00", "🐃", "x" * 5000])
def test_a_value_that_is_not_offered_is_nothing_whatever_it_is(word: str) -> None:
    chosen = asked({"linh-vuc": word}).chosen
    assert [(one.choice, one.word, one.label) for one in chosen] in (
        [(None, "-", "không có trong danh sách này")],
        [],  # invisible signs alone are nothing typed
    )
    assert bool(chosen) is (word != "\x00")


def test_nfd_nul_and_emoji_are_cleaned_before_anything_is_asked() -> None:
    assert asked({"tim": "Pa\u0300 \x00Co\u0300 🐃"}).words == "Pà Cò 🐃"


@given(st.fixed_dictionaries({}, optional=dict.fromkeys(
    ("tim", "tu", "den", "xem", "sap", "trang", "linh-vuc", "xa", "la"), st.text(max_size=40))))  # fmt: skip
def test_no_address_is_an_error_and_what_is_understood_is_understood_again(typed: dict[str, str]) -> None:
    once = asked(typed)
    again = asked(once.state(LISTING))
    assert (again.state(LISTING), again.problems) == (once.state(LISTING), ())


def test_without_search_and_days_their_keys_mean_nothing() -> None:
    bare = Listing(noun="việc", columns=(ListColumn("Việc", "title"),), order=("title",))
    found = ask(bare, {"tim": "x" * 999, "tu": "31/9/2024"}, {}, today=TODAY)
    assert (found.words, found.start, found.problems) == ("", None, ())


def test_links_keep_everything_else_and_begin_at_the_first_page() -> None:
    shown = page({"xem": "muon", "linh-vuc": "kinh-te", "tu": "1/3/2024", "tim": "Lan", "trang": "2"}, number=2)
    kept = "linh-vuc=kinh-te&tu=01/03/2024&tim=Lan"
    assert [tab["href"] for tab in shown.tabs] == [f"?{kept}", f"?xem=muon&{kept}"]
    assert shown.link() == f"?xem=muon&{kept}"
    assert shown.here == f"?xem=muon&{kept}&trang=2"
    assert shown.previous == f"?xem=muon&{kept}"
    assert [(one["text"], one["href"]) for one in shown.drops] == [
        ("Lĩnh vực: Kinh tế", "?xem=muon&tu=01/03/2024&tim=Lan"),
        ("Ngày đi từ 01/03/2024", "?xem=muon&linh-vuc=kinh-te&tim=Lan"),
        ("Tìm: “Lan”", "?xem=muon&linh-vuc=kinh-te&tu=01/03/2024"),
    ]
    assert shown.without_filters == "?xem=muon"
    assert shown.form.kept == (("xem", "muon"),)


def test_an_unknown_value_stays_unknown_in_every_link() -> None:
    """So that the workbook of an empty list is as empty."""
    assert page({"xa": "05209"}).link() == "?xa=-"
    assert asked({"xa": "-"}).chosen[0].choice is None


def test_words_of_a_person_are_quoted_in_links() -> None:
    assert page({"tim": "a&b=c #d"}).link() == "?tim=a%26b%3Dc+%23d"


def test_a_head_turns_the_order_and_says_how_it_stands() -> None:
    heads = page().heads
    assert [head.get("sorted") for head in heads] == ["descending", "", ""]
    assert [head["sort_href"] for head in heads] == ["?sap=ngay-di", "?sap=can-bo", "?sap=-so-buoi"]
    assert page({"sap": "ngay-di"}).heads[0]["sort_href"] == "?sap=-ngay-di"
    assert page({"sap": "can-bo"}).heads[1]["sort_href"] == "?sap=-can-bo"


def test_pages_follow_one_another_to_the_last() -> None:
    numbers = [page(number=number) for number in (1, 2, 3)]
    assert [(one.previous, one.next) for one in numbers] == [
        ("", "?trang=2"),
        ("?", "?trang=3"),
        ("?trang=2", ""),
    ]
    assert [one.next == two.here for one, two in pairwise(numbers)] == [True, True]


def test_the_foot_says_how_many_and_what_the_columns_add_up_to() -> None:
    assert page().total == [
        {"cls": "m ph-hide"},
        {"value": "Cộng 118 chuyến đi", "head": True, "span": 1},
        {"label": "Số buổi", "cls": "num", "lines": [("", "4,5", "")]},
    ]


def test_an_empty_page_says_where_rows_are() -> None:
    assert page(count=0).way_out == {
        "title": "Nhóm “Tất cả” không có chuyến đi nào",
        "text": "Các nhóm khác vẫn còn.",
        "label": "Xem nhóm “Ghi muộn”",
        "href": "?xem=muon",
    }
    filtered = page({"xa": "05212", "sap": "can-bo", "tim": "a", "tu": "1/3", "den": "2/3"}, count=0).way_out
    assert filtered is not None
    assert (filtered["title"], filtered["href"]) == ("Không có chuyến đi nào ứng với bộ lọc", "?sap=can-bo")
    nothing = ListPage(LISTING, OPTIONS, asked(), Measured({"tat-ca": 0, "muon": 0}), 1, [], TODAY)
    assert nothing.way_out is None


def test_paper_is_told_what_the_list_was_narrowed_by_and_a_mark_of_its_content() -> None:
    shown = page({"xa": "05212", "tu": "1/3/2024", "den": "9/3/2024"})
    assert shown.said == "Nhóm: Tất cả. Xã: Xã Pà Cò. Ngày đi từ 01/03/2024 đến 09/03/2024"
    assert len(shown.code) == 8
    assert shown.code == page({"xa": "05212", "tu": "01/03/2024", "den": "09/03/2024"}).code
    assert shown.code != page().code


@pytest.mark.parametrize(
    "wrong",
    [
        {"filters": (Filter("tu", "Từ", "x"),)},
        {"filters": (Filter("a", "A", "x"), Filter("a", "B", "y"))},
        {"views": (View("a", "A"), View("a", "B"))},
        {"columns": (ListColumn("Tên", "a"), ListColumn("Ten", "b"))},
        {"columns": (ListColumn("Tên", "a", totals=(Total(),)),)},
    ],
)
def test_a_list_that_names_a_thing_twice_is_refused_when_it_is_said(wrong: dict[str, object]) -> None:
    said: dict[str, object] = {"noun": "việc", "columns": (ListColumn("Việc", "title"),), "order": ("title",)}
    with pytest.raises(ValueError, match="việc"):
        Listing(**(said | wrong))  # type: ignore[arg-type]  # each case gives what fits


def test_two_labels_that_are_one_word_in_an_address_are_refused() -> None:
    with pytest.raises(ValueError, match="hinh-thuc: named twice: ca"):
        Filter("hinh-thuc", "Hình thức", "kind", labels={"a": "Cà", "b": "Cá"})
