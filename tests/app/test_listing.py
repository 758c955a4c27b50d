"""The machine of every list, over rows that came from a policy."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta
from uuid import UUID

import pytest
from django.db import connection
from django.db.models import Q, QuerySet
from django.http import QueryDict
from django.template import engines
from django.test.utils import CaptureQueriesContext

from diaban.fieldwork.models import Support, Visit
from diaban.fieldwork.policies import visible_supports, visible_visits
from diaban.fieldwork.rules import Confirmation, Source, SupportKind
from diaban.kit.clock import at_hanoi
from diaban.kit.figures import Kind
from diaban.kit.ids import uuid7
from diaban.kit.listing import Dates, Filter, ListColumn, Listing, ListPage, View, ticked
from diaban.people.models import Agency
from tests import make
from tests.lists import DYNAMIC, drawn, open_at, opened, support
from tests.make import AT, World

pytestmark = pytest.mark.django_db


@pytest.fixture
def world() -> World:
    """Three lines at Pà Cò, one of them confirmed, and one at Hang Kia, disputed."""
    made = make.world()
    support(made.at_pa_co, on=date(2023, 1, 10), value=5_000_000, confirmation=Confirmation.CONFIRMED, confirmed_at=AT)
    support(made.at_pa_co, on=date(2023, 2, 10), value=2_000_000, kind=SupportKind.CASH)
    support(made.at_pa_co, on=date(2023, 3, 10), value=0, source=Source.SPONSOR)
    support(made.at_hang_kia, on=date(2023, 2, 20), value=7_000_000, confirmation=Confirmation.DISPUTED)
    return made


def everything(world: World) -> QuerySet[Support]:
    return visible_supports(world.as_board)


def days(page: ListPage) -> list[str]:
    return [row.cells[0].text for row in page.rows]


def choices(page: ListPage, key: str) -> list[tuple[str, str]]:
    return [(choice.word, choice.label) for choice in page.options[key]]


def test_a_list_opens_with_everything_in_its_usual_order(world: World) -> None:
    page = opened(everything(world))
    assert days(page) == ["10/03/2023", "20/02/2023", "10/02/2023", "10/01/2023"]
    assert (page.count, page.first, page.last, page.number) == (4, 1, 4, 1)


def test_a_row_says_what_its_columns_say_and_leads_to_its_record(world: World) -> None:
    row = opened(everything(world), tu="10/01/2023", den="10/01/2023").rows[0]
    assert [(one.text, one.tag, one.sub) for one in row.cells] == [
        ("10/01/2023", None, ""),
        ("Hà Thị Lan", None, "Sở Nội vụ"),
        ("Hỗ trợ hiện vật", None, ""),
        ("Xã đã xác nhận", "ok", ""),
        ("Đã xong", None, ""),
        ("20/03/2023", None, ""),
        ("5.000.000\u00a0₫", None, ""),
    ]
    assert row.cells[0].day == ("10", "01/2023")
    assert row.href == f"/ho-tro/{row.key}/"


def test_words_that_follow_from_the_day_are_said_of_today(world: World) -> None:
    said = [row.cells[4] for row in opened(everything(world), xem="cho").rows]
    assert [(one.text, one.tag) for one in said] == [("427 ngày", "late"), ("455 ngày", "late")]


def test_every_view_has_its_count_under_the_filters(world: World) -> None:
    assert [tab["count"] for tab in opened(everything(world)).tabs] == ["4", "2", "1"]
    assert [tab["count"] for tab in opened(everything(world), hinh_thuc="ho-tro-hien-vat").tabs] == ["3", "1", "1"]


@pytest.mark.parametrize(
    ("params", "found"),
    [
        ({"xem": "xong"}, ["10/01/2023"]),
        ({"hinh-thuc": "ho-tro-tien"}, ["10/02/2023"]),
        ({"xac-nhan": "xa-khong-thong-nhat"}, ["20/02/2023"]),
        ({"nguon": "sponsor"}, ["10/03/2023"]),
        ({"xa": "05209"}, ["20/02/2023"]),
        ({"tu": "10/2/2023"}, ["10/03/2023", "20/02/2023", "10/02/2023"]),
        ({"den": "10/2/2023"}, ["10/02/2023", "10/01/2023"]),
        ({"tu": "tháng 2/2023", "den": "tháng 2/2023"}, ["20/02/2023", "10/02/2023"]),
        ({"tim": "HA THI LAN", "xem": "cho"}, ["10/03/2023", "10/02/2023"]),
        ({"tim": "bu\u0300i va\u0306n so\u031bn"}, ["20/02/2023"]),
        ({"tim": "🐃"}, []),
        ({"tim": "%"}, []),
    ],
)
def test_what_an_address_asks_for_is_what_is_listed(world: World, params: dict[str, str], found: list[str]) -> None:
    assert days(open_at(params, everything(world))) == found


def test_choices_that_are_read_are_those_of_the_own_rows(world: World) -> None:
    board, lan = opened(everything(world)), opened(visible_supports(world.as_lan))
    assert choices(board, "xa") == [("05209", "Xã Hang Kia"), ("05212", "Xã Pà Cò")]
    assert choices(lan, "xa") == [("05212", "Xã Pà Cò")]
    assert choices(lan, "co-quan") == [(str(world.noi_vu.pk), "Sở Nội vụ")]
    assert choices(opened(visible_supports(make.system())), "co-quan") == []


def test_choices_are_found_over_several_steps_and_name_what_may_be_missing(world: World) -> None:
    visit = make.visit(world.at_pa_co)
    everything(world).filter(kind=SupportKind.CASH).update(visit=visit)
    page = opened(everything(world))
    assert choices(page, "huyen") == [("156", "Huyện Mai Châu"), ("chua-ro", "Chưa rõ")]
    assert choices(page, "chuyen-di") == [(str(visit.pk), "Làm việc với Đảng ủy xã."), ("chua-ro", "Chưa rõ")]
    assert days(opened(everything(world), chuyen_di=str(visit.pk))) == ["10/02/2023"]
    assert len(days(opened(everything(world), chuyen_di="chua-ro"))) == 3
    assert (len(days(opened(everything(world), huyen="156"))), days(opened(everything(world), huyen="chua-ro"))) == (
        4,
        [],
    )


def test_choices_do_not_shrink_to_what_is_already_filtered(world: World) -> None:
    assert len(choices(opened(everything(world), xa="05212"), "xa")) == 2


@pytest.mark.parametrize("key", ["co-quan", "xa"])
def test_a_value_of_somebody_else_and_one_that_is_not_there_are_one_page(world: World, key: str) -> None:
    """Byte for byte, and in the same number of queries."""
    foreign = {"co-quan": str(world.xay_dung.pk), "xa": "05209"}[key]
    pages, asked = [], []
    for word in (foreign, str(uuid7()), "00000", "khong-co", "a'b\"<c>", "🐃", "x" * 5000, str(Agency.objects.count())):
        with CaptureQueriesContext(connection) as counted:
            pages.append(drawn(open_at({key: word}, visible_supports(world.as_lan))))
        asked.append(len(counted))
    assert set(pages) == {pages[0]}
    assert set(asked) == {asked[0]}
    assert "không có trong danh sách này" in pages[0]
    assert "Không có hỗ trợ nào ứng với bộ lọc" in pages[0]


def test_what_others_have_changes_nothing_on_the_page(world: World) -> None:
    before = drawn(opened(visible_supports(world.as_lan)))
    for month in range(1, 4):
        support(world.at_hang_kia, on=date(2023, month, 1), value=9_000_000, source=Source.STAFF)
    assert drawn(opened(visible_supports(world.as_lan))) == before


@pytest.mark.parametrize(
    ("sort", "found"),
    [
        ("ngay", ["10/01/2023", "10/02/2023", "20/02/2023", "10/03/2023"]),
        ("-ngay", ["10/03/2023", "20/02/2023", "10/02/2023", "10/01/2023"]),
        ("-gia-tri", ["20/02/2023", "10/01/2023", "10/02/2023", "10/03/2023"]),
    ],
)
def test_a_list_stands_in_the_order_asked_for(world: World, sort: str, found: list[str]) -> None:
    assert days(opened(everything(world), sap=sort)) == found


def test_names_stand_in_the_order_of_given_names_and_no_value_comes_last_either_way(world: World) -> None:
    names = [row.cells[1].text for row in opened(everything(world), sap="can-bo").rows]
    assert names == ["Hà Thị Lan", "Hà Thị Lan", "Hà Thị Lan", "Bùi Văn Sơn"]
    for sort in ("xac-nhan-luc", "-xac-nhan-luc"):
        assert days(opened(everything(world), sap=sort))[0] == "10/01/2023"


def test_confirmed_and_unconfirmed_money_stand_apart_and_are_of_the_whole_filter(world: World) -> None:
    def lines(**params: str) -> object:
        return opened(everything(world), **params).total[-1]["lines"]

    assert lines() == [("Đã xác nhận", "5.000.000\u00a0₫", ""), ("Chưa xác nhận", "9.000.000\u00a0₫", "")]
    assert lines(xa="05209") == [("Đã xác nhận", "0\u00a0₫", ""), ("Chưa xác nhận", "7.000.000\u00a0₫", "")]
    assert lines(xem="xong") == [("Đã xác nhận", "5.000.000\u00a0₫", ""), ("Chưa xác nhận", "0\u00a0₫", "")]


def test_a_long_list_comes_in_pages_that_make_up_the_whole_in_order(world: World) -> None:
    fill(world, 120)
    pages = list(walk(everything(world)))
    assert [len(page.rows) for page in pages] == [50, 50, 24]
    keys = [row.key for page in pages for row in page.rows]
    assert keys == [str(key) for key in everything(world).order_by("-supported_on", "pk").values_list("pk", flat=True)]


@pytest.mark.parametrize(("number", "shown"), [("3", 3), ("4", 3), ("999999999", 3), ("abc", 1), ("", 1)])
def test_a_page_beyond_the_last_is_the_last(world: World, number: str, shown: int) -> None:
    fill(world, 120)
    page = opened(everything(world), trang=number)
    assert (page.number, bool(page.rows)) == (shown, True)


def test_a_list_without_rows_is_a_page_without_rows(world: World) -> None:
    for number in ("1", "2"):
        page = opened(visible_supports(make.system()), trang=number)
        assert (page.rows, page.count, page.number, page.way_out) == ([], 0, 1, None)
    assert "Chưa có hỗ trợ nào" in drawn(page)


def test_one_row_three_rows_and_many_cost_the_same_number_of_queries(world: World) -> None:
    Support.objects.all().delete()
    asked, params = [], {"tim": "lan", "tu": "1/1/2023", "xem": "cho", "sap": "can-bo"}
    for more in (1, 2, 200):
        fill(world, more)
        for given in ({}, params):
            with CaptureQueriesContext(connection) as counted:
                drawn(open_at(given, everything(world)))
            asked.append(len(counted))
    assert asked == [2 + DYNAMIC] * 6


TYPED = [
    "trang=abc", "trang=999999999", "trang=%00", "sap=__class__", "sap=-", "sap=cadre__account__password",
    "tu=31/9/2024", "tu=%00", "den=0/0/0", "tu=2023-02-30", "tu=1/1/0001", "den=99999", "tu=-1", "tu=%D9%A1/1/2023",
    "tim=%00%00", "tim=a%00b", "tim=%F0%9F%90%83", "tim=Pa%CC%80", "tim=%FF%FE", "tim=%27%3B--", "tim=%25%5F",
    "tim=\\", "tim=a&tim=b", "co-quan=%00", "co-quan=%F0%9F%90%83", "xa=%FF", "xem=%00", "hinh-thuc[]=1",
    "supported_on__year=2023", "co-quan__name=x", "%00=1",
]  # fmt: skip


@pytest.mark.parametrize("typed", [*TYPED, "tim=" + "x" * 5000, "xem=" + "x" * 5000, "tim=" + "a%CC%81" * 300])
def test_nothing_that_is_typed_breaks_a_list(world: World, typed: str) -> None:
    page = open_at(QueryDict(typed).dict(), everything(world))
    assert drawn(page)
    assert all(problem.sentence.endswith(".") for problem in page.asked.problems)


def test_a_query_of_django_is_taken_as_it_is(world: World) -> None:
    page = open_at(QueryDict("xa=05212&xa=05209"), everything(world))
    assert days(page) == ["20/02/2023"], "the last word counts"


def test_records_without_a_value_can_be_asked_for() -> None:
    world = make.world()
    made = [make.visit(world.at_pa_co, on=date(2023, 3, day)) for day in (1, 2, 3)]
    Visit.objects.filter(pk=made[0].pk).update(confirmed_at=AT, confirmed_by="Bí thư")
    listing = Listing(
        noun="chuyến đi",
        columns=(ListColumn("Ngày đi", "visited_on", Kind.DATE),),
        order=("visited_on",),
        filters=(Filter("luc", "Xác nhận lúc", "confirmed_at"), Filter("boi", "Người xác nhận", "confirmed_by")),
    )
    rows = visible_visits(world.as_board)
    assert [choice[1] for choice in choices(opened(rows, listing), "luc")][-1] == "Chưa rõ"
    assert choices(opened(rows, listing), "boi")[0] == ("de-trong", "Để trống")
    assert days(opened(rows, listing, luc="chua-ro")) == days(opened(rows, listing, boi="de-trong"))
    assert len(days(opened(rows, listing, luc="chua-ro"))) == 2


def test_a_day_of_moments_lasts_from_midnight_to_midnight_in_hanoi() -> None:
    world = make.world()
    moments = [at_hanoi(date(2023, 3, 14), 23, 59), at_hanoi(date(2023, 3, 15), 0), at_hanoi(date(2023, 3, 15), 23, 59),
               at_hanoi(date(2023, 3, 16), 0)]  # fmt: skip
    for day, moment in enumerate(moments, 1):
        made = make.visit(world.at_pa_co, on=date(2023, 3, day))
        Visit.objects.filter(pk=made.pk).update(recorded_at=moment)
    listing = Listing(
        noun="chuyến đi",
        columns=(ListColumn("Ngày đi", "visited_on", Kind.DATE), ListColumn("Ghi lúc", "recorded_at", Kind.DATE)),
        order=("visited_on",),
        dates=Dates("Ghi lúc", "recorded_at", moments=True),
    )
    page = opened(visible_visits(world.as_board), listing, tu="15/3/2023", den="15/3/2023")
    assert days(page) == ["02/03/2023", "03/03/2023"]
    assert [row.cells[1].text for row in page.rows] == ["15/03/2023", "15/03/2023"]


def test_a_filter_may_have_a_condition_of_its_own() -> None:
    world = make.world()
    make.visit(world.at_pa_co)
    Visit.objects.update(topics=["economy", "system"])
    listing = Listing(
        noun="chuyến đi",
        columns=(ListColumn("Ngày đi", "visited_on", Kind.DATE),),
        order=("visited_on",),
        filters=(
            Filter("linh-vuc", "Lĩnh vực", "topics", labels={"economy": "Kinh tế", "defence": "Quốc phòng"},
                   where=lambda topic: Q(topics__contains=[topic])),
        ),
    )  # fmt: skip
    rows = visible_visits(world.as_board)
    assert [len(opened(rows, listing, linh_vuc=word).rows) for word in ("kinh-te", "quoc-phong")] == [1, 0]


def test_a_view_of_its_own_opens_first() -> None:
    world = make.world()
    make.visit(world.at_pa_co)
    listing = Listing(
        noun="chuyến đi",
        columns=(ListColumn("Ngày đi", "visited_on", Kind.DATE),),
        order=("visited_on",),
        views=(View("muon", "Ghi muộn", Q(late=True)), View("kip", "Ghi kịp", Q(late=False))),
    )
    page = opened(visible_visits(world.as_board), listing)
    assert (page.count, page.way_out is not None) == (0, True)
    assert "Nhóm “Ghi muộn” không có chuyến đi nào" in drawn(page)


def test_ticked_rows_are_the_persons_own_whatever_was_sent(world: World) -> None:
    own = visible_supports(world.as_lan).values_list("pk", flat=True)[:2]
    foreign = Support.objects.get(commune=world.hang_kia).pk
    sent = [*map(str, own), str(foreign), str(uuid7()), "abc", "", "\x00", "'; --", "🐃"]
    assert {one.pk for one in ticked(visible_supports(world.as_lan), sent)} == set(own)


def test_what_a_record_says_is_never_markup(world: World) -> None:
    Agency.objects.filter(pk=world.noi_vu.pk).update(name="<script>alert(1)</script>")
    shown = drawn(opened(everything(world), tim="<b>lan</b>"))
    assert ("<script" in shown, "<b>lan" in shown) == (False, False)
    assert "&lt;script&gt;" in shown


def test_the_page_marks_the_field_that_is_wrong(world: World) -> None:
    shown = drawn(opened(everything(world), tu="31/9/2024"))
    assert re.search(r'name="tu" value="31/9/2024"[^>]* aria-invalid="true" aria-describedby="loi-tu"', shown)
    assert re.search(r'id="loi-tu">.*«31/9/2024»: tháng 9 không có ngày 31', shown)
    assert "Cộng 4 hỗ trợ" in shown


def test_acts_on_ticked_rows_are_sent_back_to_the_filter_they_came_from(world: World) -> None:
    source = (
        '{% from "ui/components.html" import listing, button %}'
        '{{ listing(page=page, made_at=at, acts=button(label="Nhắc"), action="/nhac/", csrf=token) }}'
    )
    page = opened(everything(world), xa="05212")
    shown = engines["jinja2"].from_string(source).render({"page": page, "at": AT, "token": "T"})
    assert '<form method="post" action="/nhac/?xa=05212">T' in shown
    keys = re.findall(r'name="chon" value="([^"]+)" aria-label="Chọn Hà Thị Lan"', shown)
    assert set(map(UUID, keys)) == set(everything(world).filter(commune=world.pa_co).values_list("pk", flat=True))


def fill(world: World, number: int) -> None:
    """More lines at Pà Cò, three a day."""
    known = Support.objects.count()
    made = support(world.at_pa_co)
    fields = {f.attname: getattr(made, f.attname) for f in Support._meta.concrete_fields if f.attname != "id"}
    Support.objects.bulk_create(
        Support(**(fields | {"id": uuid7(), "supported_on": date(2023, 1, 1) + timedelta(days=(known + index) // 3)}))
        for index in range(1, number)
    )


def walk(rows: QuerySet[Support], **params: str) -> Iterator[ListPage]:
    """From the first page to the last by the list's own links."""
    page = opened(rows, **params)
    yield page
    while page.next:
        page = open_at(QueryDict(page.next[1:]).dict(), rows)
        yield page
