"""The way of a difficulty over its pages: raised, routed, answered, graded, accepted; and who finds none of it."""

from __future__ import annotations

import re
from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from pytest_django.fixtures import Settings

from diaban.fieldwork.models import Difficulty
from diaban.fieldwork.rules import AnswerGrade, Authority, DifficultyKind, DifficultyState
from tests.pages import NOWHERE, SURE, Browsers, browsers, posted, said, sending

pytestmark = pytest.mark.django_db
NEW = "/kho-khan/moi/"


@pytest.fixture
def people(settings: Settings) -> Browsers:
    settings.DIABAN_CLOCK = date(2023, 3, 20)
    return browsers()


def answers(people: Browsers, **changes: str) -> dict[str, str]:
    return {
        "duty": str(people.world.at_pa_co.pk),
        "kind": next(iter(DifficultyKind)).value,
        "topic": "economy",
        "title": "Đường vào bản Chà Đáy sạt lở",
        "description": "Ba điểm sạt, xe không qua được khi mưa.",
        "authority": Authority.AGENCY.value,
        "owner": str(people.world.noi_vu.pk),
    } | changes


def raised(people: Browsers, **changes: str) -> Difficulty:
    posted(people.lan, NEW, **answers(people, **changes))
    return Difficulty.objects.latest("pk")


def test_from_raised_to_accepted_each_does_the_own_part(people: Browsers) -> None:
    path = f"/kho-khan/{raised(people).pk}/"
    assert "Trả lời" in said(people.noi_vu.get(path))
    sent = posted(people.noi_vu, f"{path}tra-loi/", text="Sẽ sửa trong tháng 5.", document="123/SNV")
    assert sent.headers["Location"] == path
    assert posted(people.pa_co, f"{path}danh-gia/", grade=next(iter(AnswerGrade)).value).status_code == 302
    assert posted(people.lan, f"{path}chap-nhan/", text="").status_code == 302

    one = Difficulty.objects.get()
    assert (one.state, bool(one.grade)) == (DifficultyState.SOLVED, True)
    page = said(people.pa_co.get(path))
    assert [words in page for words in ("Sẽ sửa trong tháng 5.", "123/SNV")] == [True, True]


def test_the_same_form_twice_raises_one(people: Browsers) -> None:
    sent = sending(**answers(people))
    for _ in range(2):
        assert people.lan.post(NEW, sent).status_code == 302
    assert Difficulty.objects.count() == 1


@pytest.mark.parametrize(
    ("wrong", "sentence"),
    [
        ({"title": ""}, "Chưa nhập tên việc."),
        ({"title": "x" * 201}, "201"),
        ({"topic": "sao-hoa"}, "không có trong danh sách"),
        ({"duty": NOWHERE}, "không có trong danh sách"),
        ({"authority": Authority.AGENCY.value, "owner": ""}, "Chưa chọn cơ quan giải quyết."),
    ],
)
def test_what_is_wrong_is_said_at_its_field_and_nothing_is_saved(
    people: Browsers, wrong: dict[str, str], sentence: str
) -> None:
    answer = posted(people.lan, NEW, **answers(people, **wrong))
    assert (answer.status_code, Difficulty.objects.count()) == (422, 0)
    assert sentence in said(answer)
    assert "Ba điểm sạt" in said(answer)


def test_the_board_extends_once_and_closes_with_a_reason_asked_for_twice(people: Browsers) -> None:
    path = f"/kho-khan/{raised(people).pk}/"
    due = Difficulty.objects.get().due_on
    assert due
    given = {"new_due_on": "28/04/2023", "reason": "Chờ khảo sát."}
    assert "Gia hạn trả lời việc này?" in said(posted(people.board, f"{path}gia-han/", **given))
    assert Difficulty.objects.get().due_on == due
    assert posted(people.board, f"{path}gia-han/", **given, **SURE).status_code == 302
    assert posted(people.board, f"{path}gia-han/", **given, **SURE).status_code in {404, 409, 422}
    assert Difficulty.objects.get().due_on == date(2023, 4, 28) > due
    posted(people.noi_vu, f"{path}tra-loi/", text="Chưa có nguồn.", document="")
    sent = sending(reason="Ngoài khả năng của tỉnh.")
    assert "Kết thúc việc này?" in said(people.board.post(f"{path}ket-thuc/", sent))
    assert people.board.post(f"{path}ket-thuc/", sent | SURE).status_code == 302
    assert Difficulty.objects.get().state == DifficultyState.NOT_FEASIBLE


def test_more_time_is_one_more_term_at_most_and_the_course_tells_it_as_such(people: Browsers) -> None:
    path = f"/kho-khan/{raised(people).pk}/"
    given = {"new_due_on": "10/06/2030", "reason": "Chờ khảo sát."} | SURE
    refused = posted(people.board, f"{path}gia-han/", **given)
    assert refused.status_code == 422
    assert "hạn mới chậm nhất là 04/05/2023" in said(refused)

    assert posted(people.board, f"{path}gia-han/", **(given | {"new_due_on": "28/4/2023"})).status_code == 302
    page = said(people.board.get(path))
    told = ("Gia hạn đến 28/04/2023", "Lý do: Chờ khảo sát.", "Đã chuyển cơ quan giải quyết</h3>")
    assert [page.count(words) for words in told] == [1, 1, 1]


def test_the_kinds_stand_one_below_the_other_as_in_a_visit(people: Browsers) -> None:
    kind = re.search(r'<fieldset class="f" id="id_kind".*?<div class="([^"]+)"', said(people.pa_co.get(NEW)), re.DOTALL)
    assert kind
    assert kind[1] == "seg v"


def test_whoever_has_no_right_finds_no_page(people: Browsers) -> None:
    path = f"/kho-khan/{raised(people).pk}/"
    for stranger in (people.son, people.hang_kia):
        assert {stranger.get(path + tail).status_code for tail in ("", "tra-loi/", "danh-gia/", "chuyen/")} == {404}
    assert people.lan.get(f"{path}danh-gia/").status_code == people.pa_co.get(f"{path}gia-han/").status_code == 404


def test_the_list_asks_as_often_for_three_as_for_one(people: Browsers) -> None:
    raised(people)
    people.board.get("/kho-khan/")
    with CaptureQueriesContext(connection) as one:
        people.board.get("/kho-khan/")
    for number in range(2):
        raised(people, title=f"Việc {number}")
    with CaptureQueriesContext(connection) as three:
        assert "Việc 1" in said(people.board.get("/kho-khan/"))
    assert len(three) == len(one)
