"""Deadlines over their pages: the matrix opens its records, the Board decides, an agency sees its own."""

from __future__ import annotations

import re
from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from pytest_django.fixtures import Settings

from diaban.deadlines.queries.matrix import By, matrix
from diaban.kit.clock import at_hanoi
from diaban.obligations.models import Obligation, UrgedObligation
from diaban.obligations.rules import ObligationKind
from diaban.obligations.services import expect_year, mark_received
from tests import make
from tests.make import AT
from tests.pages import NOWHERE, Browsers, browsers, posted, said, sending

pytestmark = pytest.mark.django_db
TODAY = date(2023, 7, 3)
LONG = f"?nam={'2' * 5000}"


@pytest.fixture
def people(settings: Settings) -> Browsers:
    settings.DIABAN_CLOCK = TODAY
    people = browsers()
    expect_year(province=people.world.province, year=2023, by=people.world.as_board, at=AT)
    return people


def owed(people: Browsers, kind: ObligationKind = ObligationKind.HALF_YEAR_REPORT) -> Obligation:
    return Obligation.objects.get(assignment=people.world.at_pa_co, kind=kind)


def received(one: Obligation, day: date) -> None:
    at = at_hanoi(day)
    mark_received(
        obligation=one, record_id=one.pk, record_kind="planning.programme", received_at=at, by=make.system(), at=at
    )


def test_each_number_of_the_matrix_opens_as_many_records(people: Browsers) -> None:
    received(owed(people, ObligationKind.PROGRAMME), date(2023, 1, 20))
    for way in ("huyen", "xa", "co-quan"):
        assert len(opened(people, f"/ky-han/?theo={way}")) > 4


def opened(people: Browsers, path: str) -> dict[str, int]:
    """The numbers of a matrix by the lists that they open, each held against its list."""
    cells = re.findall(r'class="mx" href="([^"]+)">.*?<b>\d+</b>/(\d+)', said(people.board.get(path)))
    for href, total in cells:
        assert f"Cộng {total} việc phải làm" in said(people.board.get(href.replace("&amp;", "&"))), href
    return {href: int(total) for href, total in cells}


def test_what_need_not_be_done_any_more_is_in_no_number(people: Browsers) -> None:
    done_with = Obligation.objects.filter(assignment=people.world.at_pa_co, kind=ObligationKind.YEAR_REPORT)
    done_with.update(closed_on=TODAY, closed_reason="Chuyển công tác")
    numbers = opened(people, "/ky-han/?theo=xa")
    assert max(numbers.values()) == Obligation.objects.filter(year=2023, closed_on=None).count()


def test_all_of_a_list_or_the_ticked_are_reminded_once_a_day(people: Browsers) -> None:
    path, one = "/ky-han/viec/nhac/", owed(people)
    asking = said(people.board.post(path, {"chon": str(one.pk)}))
    assert "Nhắc 1 việc" in asking
    answers = sending(chon=str(one.pk), note="Đề nghị gửi trong tuần.")
    for _ in range(2):
        assert people.board.post(path, answers).status_code == 302
    assert [line.obligation for line in UrgedObligation.objects.all()] == [one]
    assert posted(people.board, f"{path}?xem=chua-gui&loai=bao-cao-6-thang").status_code == 302
    assert UrgedObligation.objects.count() == 2
    again = posted(people.board, f"{path}?xem=chua-gui&loai=bao-cao-6-thang")
    assert (again.status_code, "Không còn việc nào cần nhắc" in said(again)) == (422, True)
    assert "Đề nghị gửi trong tuần." in said(people.lan.get(f"/ky-han/viec/{one.pk}/"))
    assert people.noi_vu.post(path, answers).status_code == 404


def test_what_is_left_out_of_a_reminder_is_counted_by_its_reason(people: Browsers) -> None:
    asking = "/ky-han/viec/nhac/?xem=phai-co&nam=2023"
    everything = Obligation.objects.filter(year=2023)
    received(owed(people, ObligationKind.PROGRAMME), date(2023, 1, 20))
    people.board.post("/ky-han/viec/nhac/", sending(chon=str(owed(people).pk)))
    everything.filter(assignment=people.world.at_hang_kia, kind=ObligationKind.PROGRAMME).update(locks_on=TODAY)
    ahead = everything.filter(opens_on__gt=TODAY).count()
    page = said(people.board.get(asking))
    found = re.search(r"Không nhắc (\d+) việc khác trong danh sách: (.*?)\.</p>", page)
    assert found
    assert sorted(found[2].split("; ")) == sorted(
        [
            f"{ahead} việc chưa đến kỳ",
            "1 việc đã nhận",
            "1 việc hôm nay đã nhắc",
            "1 việc năm đã khóa sổ, không gửi được nữa",
        ]
    )
    head = re.search(r"Nhắc (\d+) việc", page)
    assert head
    assert int(found[1]) + int(head[1]) == everything.count()


def test_an_agency_and_a_cadre_see_their_own_alone(people: Browsers) -> None:
    for who in (people.noi_vu, people.lan):
        page = said(who.get("/ky-han/?theo=xa"))
        assert ("Xã Pà Cò" in page, "Xã Hang Kia" in page) == (True, False)
    theirs = Obligation.objects.filter(assignment=people.world.at_hang_kia)[0]
    assert people.lan.get(f"/ky-han/viec/{theirs.pk}/").status_code == 404
    assert people.board.get(f"/ky-han/viec/{NOWHERE}/").status_code == 404


def test_the_sealed_form_is_no_number_of_the_assessed(people: Browsers) -> None:
    assert "Phiếu nhận xét" in said(people.board.get("/ky-han/"))
    for who in (people.lan, people.noi_vu):
        assert "Phiếu nhận xét" not in said(who.get("/ky-han/")).split("<main")[1]


def test_the_board_extends_with_a_reason_and_nobody_else(people: Browsers) -> None:
    one = owed(people)
    path = f"/ky-han/viec/{one.pk}/"
    assert "Chưa gửi, quá hạn 20/6/2023 9 ngày làm việc." in said(people.board.get(path))
    for who in (people.lan, people.noi_vu, people.pa_co, people.inspector):
        assert who.get(f"{path}gia-han/").status_code == 404
    for wrong, sentence in (
        ({"new_due_on": "19/6"}, "Hạn mới phải sau hạn cũ 20/06/2023."),
        ({"new_due_on": "31/9"}, "31/9"),
        ({"new_due_on": "20/7", "reason": ""}, "Chưa nhập lý do"),
    ):
        answer = posted(people.board, f"{path}gia-han/", **{"reason": "Mưa lũ."} | wrong)
        assert (answer.status_code, sentence in said(answer)) == (422, True), wrong
    given = {"new_due_on": "20/7", "reason": "Mưa lũ.", "document": "12-CV/BTCTU, 03/7/2023"}
    assert posted(people.board, f"{path}gia-han/", **given).status_code == 302
    page = said(people.lan.get(path))
    assert "Gia hạn đến 20/07/2023" in page
    assert "12-CV/BTCTU, 03/7/2023. Mưa lũ." in page


def test_a_confirmed_cause_lifts_the_lateness_and_keeps_the_days(people: Browsers) -> None:
    one = owed(people)
    received(one, date(2023, 6, 26))
    path = f"/ky-han/viec/{one.pk}/"
    assert "Chậm 4 ngày làm việc từ 20/6" in said(people.board.get(path))
    posted(people.board, f"{path}nguyen-nhan/", reason="Đi chống lũ theo điều động.")
    assert "Có nguyên nhân khách quan" in said(people.board.get(path))
    one.refresh_from_db()
    assert (one.days_late, one.cause_confirmed) == (4, True)


def test_the_ledger_counts_what_fell_due_in_the_time(people: Browsers) -> None:
    received(owed(people, ObligationKind.PROGRAMME), date(2023, 2, 7))
    page = said(people.board.get("/ky-han/so-cham/?tu=1/1/2023&den=30/6/2023"))
    found = re.search(r"Hà Thị Lan</a>.*?</tr>", page, re.DOTALL)
    assert found
    assert re.findall(r'data-l="[^"]+">(\d+)', found[0]) == ["2", "0", "1", "5", "1", "0"]
    assert people.board.get("/ky-han/so-cham/tep.xlsx").content.startswith(b"PK")
    assert "Bùi Văn Sơn" not in said(people.lan.get("/ky-han/so-cham/"))


@pytest.mark.parametrize("asked", ["?tu=31/9", "?tu=abc&den=%00", "?theo=sao-hoa", "?nam=99999", "?nam=-1", LONG])
def test_an_address_typed_wrongly_is_answered(people: Browsers, asked: str) -> None:
    for path in ("/ky-han/", "/ky-han/so-cham/", "/ky-han/viec/"):
        assert people.board.get(path + asked).status_code == 200


@pytest.mark.parametrize("by", list(By))
def test_the_matrix_takes_as_many_queries_for_three_as_for_one_and_few(people: Browsers, by: By) -> None:
    counts = []
    for number in (1, 2):
        with CaptureQueriesContext(connection) as caught:
            matrix(people.world.as_board, year=2023, by=by, today=TODAY)
        counts.append(len(caught))
        place = make.commune(f"Xã Mới {number}", district=people.world.district, code=f"0999{number}")
        make.assignment(cadre=people.world.lan, commune=place, agency=people.world.noi_vu)
        expect_year(province=people.world.province, year=2023, by=people.world.as_board, at=AT)
    assert counts[0] == counts[1] <= 6
