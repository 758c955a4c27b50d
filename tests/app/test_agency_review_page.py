"""An agency's review over its pages: written beside the records, commented on once, answered for the year after."""

from __future__ import annotations

import re
from datetime import date
from html import unescape

import pytest
from pytest_django.fixtures import Settings

from diaban.assessment.models import AgencyAssessment
from diaban.kit.clock import at_hanoi
from diaban.obligations.models import Obligation
from diaban.obligations.services import expect_year
from tests import make
from tests.app.test_assessment_send import sent
from tests.pages import NOWHERE, SURE, Browsers, browsers, posted, said

pytestmark = pytest.mark.django_db
WORDS = {"self_comment": "Đã họp nghe báo cáo hai lần.", "self_level": "good", "fixed": "none"}


@pytest.fixture
def people(settings: Settings) -> Browsers:
    settings.DIABAN_CLOCK = date(2023, 12, 1)
    return browsers()


def of(people: Browsers, year: int = 2023, tail: str = "soan/") -> str:
    return f"/nhan-xet-co-quan/{people.world.noi_vu.pk}/{year}/{tail}"


def reviewed(people: Browsers, **comment: str) -> str:
    assert posted(people.noi_vu, of(people), **WORDS).status_code == 302
    path = f"/nhan-xet-co-quan/{AgencyAssessment.objects.latest('sent_at').pk}/"
    said_once = {"board_comment": "Thống nhất.", "board_level": "good", **SURE} | comment
    assert posted(people.board, f"{path}y-kien/", **said_once).status_code == 302
    return path


def test_the_leadership_writes_beside_the_records_and_the_board_comments_once(people: Browsers) -> None:
    page = said(people.noi_vu.get(of(people, tail=""), follow=True))
    assert "1 đồng chí theo dõi 1 xã, phường, thị trấn" in page
    assert "0 cuộc họp kiểm điểm, nghe cán bộ báo cáo (tối thiểu 2)" in page
    wrong = posted(people.noi_vu, of(people), self_comment="Đã họp.", fixed="yes")
    assert (wrong.status_code, AgencyAssessment.objects.count()) == (422, 0)
    path = reviewed(people)
    assert posted(people.board, f"{path}y-kien/", board_comment="Lại.", board_level="good").status_code == 200
    again = {"board_comment": "Lại.", "board_level": "good", **SURE}
    assert posted(people.board, f"{path}y-kien/", **again).status_code == 422
    assert "Thống nhất." in said(people.noi_vu.get(path))
    for one in (people.lan, people.pa_co):
        assert one.get(path).status_code == one.get(f"/nhan-xet-co-quan/{NOWHERE}/").status_code == 404
    assert people.board.get(of(people)).status_code == 404


def test_each_number_of_papers_opens_just_those(people: Browsers) -> None:
    world = people.world
    expect_year(province=world.province, year=2023, by=world.as_board, at=make.AT)
    mine = Obligation.objects.filter(agency=world.noi_vu)
    assert mine.filter(kind="half_year_report").update(extended_to=date(2023, 12, 29)) == 1
    facts = said(people.noi_vu.get(of(people))).split("Chương trình, báo cáo của cán bộ")[1].split("</p>")[0]
    found = re.findall(r'<a href="(/ky-han/viec/[^"]*)">(\d+) ([^<]*)</a>', facts)
    assert [(n, what) for _, n, what in found] == [
        ("1", "chương trình theo dõi"), ("1", "chương trình theo dõi chậm hoặc chưa gửi"),
        ("1", "báo cáo 6 tháng"), ("1", "báo cáo năm"), ("1", "báo cáo năm chậm hoặc chưa gửi"),
    ]  # fmt: skip
    for href, _, _ in found:
        assert len(set(re.findall(r"/ky-han/viec/[0-9a-f-]{36}/", said(people.noi_vu.get(unescape(href)))))) == 1


def test_shortcomings_that_were_named_are_answered_the_year_after(people: Browsers, settings: Settings) -> None:
    reviewed(people, shortcomings="Chưa họp nghe báo cáo quý III.")
    settings.DIABAN_CLOCK = date(2024, 12, 2)
    assert "Chưa họp nghe báo cáo quý III." in said(people.noi_vu.get(of(people, 2024)))
    silent = posted(people.noi_vu, of(people, 2024), **WORDS)
    assert (silent.status_code, "Hãy chọn kết quả khắc phục" in said(silent)) == (422, True)
    told = WORDS | {"fixed": "yes", "fixed_note": "Đã họp cả bốn quý."}
    assert posted(people.noi_vu, of(people, 2024), **told).status_code == 302


def test_what_communes_said_is_a_number_for_whoever_may_read_it(people: Browsers) -> None:
    path = reviewed(people)
    people.noi_vu.get(path)  # what was said of the sending is said once
    before = said(people.noi_vu.get(path)).split("<main")[1]
    sent(people.world, at=at_hanoi(date(2023, 12, 1), 9))
    assert said(people.noi_vu.get(path)).split("<main")[1] == before
    assert "<b>1</b>" in said(people.board.get(path))
    conclusion = {"decision_symbol": "410-KL/TU", "concluded_on": "1/12/2023", **SURE}
    assert posted(people.board, "/phieu-nhan-xet/ket-luan/2023/", **conclusion).status_code == 302
    assert "<b>1</b>" in said(people.noi_vu.get(path))
