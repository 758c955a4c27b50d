"""A report over its pages: written half, sent whole, endorsed, received, returned; and through Word, there and back."""

from __future__ import annotations

import io
import re
from datetime import date

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test.utils import CaptureQueriesContext
from docx import Document
from docx.oxml.ns import qn
from pytest_django.fixtures import Settings

from diaban.documents.filled import HERE
from diaban.fieldwork.rules import Trend
from diaban.fieldwork.services import note_situation
from diaban.kit.clock import at_hanoi
from diaban.kit.ids import uuid7
from diaban.obligations.services import expect_year
from diaban.planning.rules import Topic
from diaban.reporting.models import PeriodicReport
from diaban.reporting.rules import SECTIONS, ReportState
from tests import make
from tests.lists import support
from tests.pages import NOWHERE, SURE, Browsers, browsers, posted, said, sending
from tests.rules.odd_files import pdf

pytestmark = pytest.mark.django_db
WHOLE = {key: f"Nội dung của mục {key}." for key in SECTIONS}
DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


@pytest.fixture
def people(settings: Settings) -> Browsers:
    settings.DIABAN_CLOCK = date(2023, 6, 17)
    return browsers()


def new(people: Browsers, kind: str = "6-thang") -> str:
    return f"/bao-cao/phan-cong/{people.world.at_pa_co.pk}/{kind}/2023/moi/"


def drafted(people: Browsers, **texts: str) -> tuple[PeriodicReport, str]:
    assert posted(people.lan, new(people), **texts).status_code == 302
    report = PeriodicReport.objects.latest("pk")
    return report, f"/bao-cao/{report.pk}/"


def sent(people: Browsers) -> tuple[PeriodicReport, str]:
    report, path = drafted(people, **WHOLE)
    assert posted(people.lan, f"{path}gui/", **SURE).status_code == 302
    return report, path


def state(report: PeriodicReport) -> str:
    report.refresh_from_db()
    return report.state


def test_a_draft_is_saved_half_written_and_once(people: Browsers) -> None:
    form = sending(programme="Đã đi 2 chuyến.")
    for _ in range(2):
        people.lan.post(new(people), form)
    report = PeriodicReport.objects.get()
    path = f"/bao-cao/{report.pk}/"
    page = said(people.lan.get(f"{path}soan/"))
    assert "Đã đi 2 chuyến." in page
    assert "1/8 mục" in page
    assert people.lan.get(f"/bao-cao/phan-cong/{people.world.at_pa_co.pk}/6-thang/2023/").headers["Location"] == path
    assert {who.get(path).status_code for who in (people.son, people.noi_vu, people.pa_co, people.board)} == {404}


def test_the_list_leads_its_cadre_to_what_is_to_be_written_first(people: Browsers) -> None:
    world = people.world
    assert "Soạn báo cáo" not in said(people.lan.get("/bao-cao/"))
    expect_year(province=world.province, year=2023, by=world.as_board, at=make.AT)
    page = said(people.lan.get("/bao-cao/"))
    href = f'href="/bao-cao/phan-cong/{world.at_pa_co.pk}/6-thang/2023/"'
    assert (href in page, "Soạn báo cáo 6 tháng 2023, xã Pà Cò" in page) == (True, True)
    assert "Soạn báo cáo" not in said(people.board.get("/bao-cao/"))


def test_what_the_records_say_stands_beside_and_opens_them(people: Browsers) -> None:
    for day in (3, 4):
        make.visit(people.world.at_pa_co, on=date(2023, 3, day))
    for seen in (date(2023, 3, 3), date(2023, 6, 16)):  # the numbers are those up to 14/6
        note_situation(
            assignment=people.world.at_pa_co, noted_on=seen, topic=Topic.ECONOMY, trend=Trend.STEADY, text="Ổn định.",
            by=people.world.as_lan, at=at_hanoi(date(2023, 6, 17)),
        )  # fmt: skip
    support(people.world.at_pa_co)
    page = said(people.lan.get(new(people)))
    assert "Đã đi cơ sở 1 ngày (2 chuyến)" in page
    for path, words in (("/chuyen-di/", "2 chuyến đi"), ("/tinh-hinh/", "1 ghi nhận tình hình")):
        asked = page.split(f'href="{path}?')[1].split('"')[0].replace("&amp;", "&")
        assert words in said(people.lan.get(f"{path}?{asked}"))


def test_an_incomplete_report_is_not_sent_and_says_what_is_missing(people: Browsers) -> None:
    report, path = drafted(people, programme="Đã đi.")
    answer = posted(people.lan, f"{path}gui/", **SURE)
    assert answer.status_code == 422
    assert "Mục “II. Tình hình địa bàn” chưa có nội dung." in said(answer)
    assert state(report) == ReportState.DRAFT


def test_sent_it_asks_twice_freezes_its_numbers_and_goes_on(people: Browsers) -> None:
    make.visit(people.world.at_pa_co, on=date(2023, 3, 3))
    report, path = drafted(people, **WHOLE)
    assert "Sau khi gửi chỉ sửa được khi bị trả lại" in said(posted(people.lan, f"{path}gui/")).replace(
        "sau khi gửi", "Sau khi gửi"
    )
    assert state(report) == ReportState.DRAFT
    posted(people.lan, f"{path}gui/", **SURE)
    assert people.lan.get(f"{path}soan/").status_code == 404

    make.visit(people.world.at_pa_co, on=date(2023, 3, 6))
    assert "Chuyến đi cơ sở: khi gửi 1, nay 2." in said(people.noi_vu.get(path))

    assert posted(people.noi_vu, f"{path}thong-nhat/").status_code == 302
    assert posted(people.board, f"{path}nhan/").status_code == 302
    assert state(report) == ReportState.RECEIVED
    assert "Báo cáo 6 tháng" in said(people.pa_co.get("/bao-cao/"))


def test_returned_with_a_reason_it_goes_on_as_a_new_version(people: Browsers) -> None:
    report, path = sent(people)
    assert posted(people.noi_vu, f"{path}tra-lai/", reason=" ").status_code == 422
    assert posted(people.noi_vu, f"{path}tra-lai/", reason="Mục VI còn chung chung.").status_code == 302
    assert "Mục VI còn chung chung." in said(people.lan.get("/"))
    assert posted(people.lan, f"{path}ban-moi/").status_code == 302
    again = PeriodicReport.objects.get(version=2)
    posted(people.lan, f"/bao-cao/{again.pk}/soan/", limits="Trả lời kiến nghị số 14 chậm.")
    page = said(people.lan.get(f"/bao-cao/{again.pk}/so-sanh/"))
    assert '<ins><span class="vh">Thêm: </span>Trả lời kiến nghị số 14 chậm.</ins>' in page
    assert state(report) == ReportState.REPLACED


def test_two_who_write_one_draft_are_shown_both_versions(people: Browsers) -> None:
    report, path = drafted(people, programme="Một.")
    found = re.search(r'name="dau"[^>]*value="([^"]*)"', said(people.lan.get(f"{path}soan/")))
    assert found
    seen = found[1]
    posted(people.lan, f"{path}soan/", programme="Hai.", dau=seen)
    answer = said(posted(people.lan, f"{path}soan/", programme="Ba.", dau=seen))
    assert "Hai." in answer
    assert "Ba." in answer
    report.refresh_from_db()
    assert report.sections["programme"]["text"] == "Hai."


def filled(people: Browsers, path: str, text: str) -> SimpleUploadedFile:
    """The form of the report, written over with Word."""
    document = Document(io.BytesIO(people.lan.get(f"{path}mau-word.docx").content))
    for one in document.element.body.iter(qn("w:t")):
        if one.text == HERE:
            one.text = text
    file = io.BytesIO()
    document.save(file)
    return SimpleUploadedFile("bao-cao.docx", file.getvalue(), DOCX)


def test_a_report_written_in_word_is_read_shown_and_saved_by_its_writer(people: Browsers) -> None:
    report, path = drafted(people, programme="Đã đi.")
    page = said(posted(people.lan, f"{path}tu-word/", file=filled(people, path, "Viết ở bản, không mạng.")))
    assert "Đã đọc tệp Word: 7 mục khác bản đang lưu" in page
    assert page.count("Viết ở bản, không mạng.") >= 14
    report.refresh_from_db()
    assert report.sections["limits"]["text"] == ""


def test_a_file_that_is_not_this_report_s_is_refused_with_a_sentence(people: Browsers) -> None:
    _, other = drafted(people, programme="Đã đi.")
    posted(people.lan, new(people).replace("6-thang", "nam"), programme="Cả năm.")
    foreign = filled(people, f"/bao-cao/{PeriodicReport.objects.latest('pk').pk}/", "Chữ.")
    for file, sentence in (
        (foreign, "mẫu của một hồ sơ khác"),
        (SimpleUploadedFile("a.docx", pdf(), DOCX), "không mở được như một tệp Word"),
    ):
        answer = posted(people.lan, f"{other}tu-word/", file=file)
        assert answer.status_code == 422
        assert sentence in said(answer)
    assert "Chưa chọn tệp" in said(posted(people.lan, f"{other}tu-word/"))


def test_it_is_printed_as_page_word_and_pdf(people: Browsers) -> None:
    _, path = sent(people)
    page = said(people.noi_vu.get(f"{path}ban-in/"))
    assert "kết quả theo dõi Xã Pà Cò" in page
    assert "Nội dung của mục limits." in page
    assert people.noi_vu.get(f"{path}bao-cao.docx").content.startswith(b"PK")
    assert people.noi_vu.get(f"{path}bao-cao.pdf").content.startswith(b"%PDF")


def test_whoever_has_no_right_finds_no_page(people: Browsers) -> None:
    _, path = sent(people)
    for tail in ("", "gui/", "soan/", "tra-lai/", "ban-in/"):
        assert people.son.get(path + tail).status_code == 404, tail
        assert people.board.get(f"/bao-cao/{NOWHERE}/{tail}").status_code == 404, tail
    for who, tail in ((people.lan, "thong-nhat/"), (people.noi_vu, "nhan/"), (people.board, "thong-nhat/")):
        assert posted(who, path + tail).status_code == 404, tail
    for kind, year in (("thang", 2023), ("nam", 1900)):
        assert people.lan.get(f"/bao-cao/phan-cong/{NOWHERE}/{kind}/{year}/").status_code == 404


def test_the_list_asks_as_often_for_three_as_for_one(people: Browsers) -> None:
    sent(people)
    people.board.get("/bao-cao/")
    counts = []
    for number in (1, 2):
        with CaptureQueriesContext(connection) as caught:
            people.board.get("/bao-cao/")
        counts.append(len(caught))
        one = PeriodicReport.objects.latest("pk")
        PeriodicReport.objects.filter(pk=one.pk).update(state=ReportState.REPLACED)
        one.pk, one.version = uuid7(), number + 5
        one.save(force_insert=True)
    assert counts[0] == counts[1]


def test_what_cannot_be_sent_yet_says_so_before_anything_is_pressed(people: Browsers, settings: Settings) -> None:
    _, path = drafted(people, **(WHOLE | {"tasks": ""}))
    settings.DIABAN_CLOCK = date(2023, 6, 1)
    page = said(people.lan.get(path))
    assert re.search(r'<button[^>]*aria-disabled="true" aria-describedby="chua-gui-duoc">.*?Gửi cơ quan', page)
    assert "Số liệu chốt ngày 14/06/2023, chưa gửi báo cáo trước ngày đó được." in page
    assert f'Chưa có nội dung: <a href="{path}soan/#tasks-muc">VII. Nhiệm vụ kỳ tới</a>.' in page
    assert people.lan.get(f"{path}gui/").headers["Location"] == path

    settings.DIABAN_CLOCK = date(2023, 6, 17)
    posted(people.lan, f"{path}soan/", **WHOLE)
    page = said(people.lan.get(path))
    assert ("chua-gui-duoc" in page, f'href="{path}gui/"' in page) == (False, True)
    assert people.lan.get(f"{path}gui/").status_code == 200


@pytest.mark.parametrize("tail", ["gui/", "tu-word/"])
def test_a_page_with_nothing_to_write_tells_of_no_draft(people: Browsers, tail: str) -> None:
    _, path = drafted(people, **WHOLE)
    page = said(people.lan.get(f"{path}{tail}"))
    assert ("Chưa viết" in page, "Chưa lưu" in page, "Bỏ bản nháp" in page) == (False, False, False)


def test_a_document_writes_dong_where_the_screen_has_its_sign(people: Browsers) -> None:
    support(people.world.at_pa_co, value=127_800_000)
    _, path = drafted(people, **WHOLE)
    assert "127.800.000 ₫" in said(people.lan.get(path))
    paper = said(people.lan.get(f"{path}ban-in/"))
    assert ("₫" in paper, paper.count("127.800.000 đồng")) == (False, 3)
    blank = Document(io.BytesIO(people.lan.get(f"{path}mau-word.docx").content))
    words = " ".join(paragraph.text for paragraph in blank.paragraphs)
    assert ("₫" in words, "127.800.000\u00a0đồng" in words) == (False, True)
