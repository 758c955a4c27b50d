"""A commune's form over its pages: written, sent sealed, returned, sent anew, opened, answered; and through Word."""

from __future__ import annotations

import copy
import io
import re
from datetime import date

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from docx import Document
from docx.oxml.ns import qn
from pytest_django.fixtures import Settings

from diaban.assessment.models import AssessmentDraft, CommuneAssessment
from diaban.assessment.rules import CRITERIA
from diaban.kit.actors import Role
from diaban.obligations.services import expect_year
from diaban.replacement.models import ReplacementRequest
from tests import make
from tests.lists import support
from tests.pages import NOWHERE, SURE, Browsers, audited, browsers, posted, said, sending, signed_in

pytestmark = pytest.mark.django_db
WHOLE = dict.fromkeys(CRITERIA, "fair") | {
    "strengths": "Gần gũi, nắm chắc địa bàn.",
    "limits": "Đi cơ sở chưa đều.",
    "level": "good",
    "wish": "keep",
    "met_on": "30/11/2023",
    "votes_for": "11",
    "votes_against": "1",
    "votes_other": "1",
    "signer_name": "Sùng A Mang",
    "signer_post": "Bí thư Đảng ủy",
}


CLOCK = re.compile(r"\b\d{2}:\d{2}\b")
"""The minute at which a page was made."""


@pytest.fixture
def people(settings: Settings) -> Browsers:
    settings.DIABAN_CLOCK = date(2023, 12, 1)
    made = browsers()
    expect_year(province=made.world.province, year=2023, by=made.world.as_board, at=make.AT)
    return made


def of(people: Browsers, tail: str = "") -> str:
    return f"/phieu-nhan-xet/phan-cong/{people.world.at_pa_co.pk}/2023/{tail}"


def drafted(people: Browsers, **changes: str) -> None:
    seen = value(said(people.pa_co.get(of(people, "soan/"))), "dau")
    assert posted(people.pa_co, of(people, "soan/"), **(WHOLE | {"dau": seen} | changes)).status_code == 302


def value(page: str, name: str) -> str:
    tag = next(tag for tag in re.findall(r"<input[^>]*>", page) if f'name="{name}"' in tag)
    found = re.search(r'value="([^"]*)"', tag)
    return found[1] if found else ""


def read_at() -> str:
    return AssessmentDraft.objects.get().saved_at.isoformat()


def sent(people: Browsers, **changes: str) -> CommuneAssessment:
    drafted(people, **changes)
    answer = posted(people.pa_co, of(people, "gui/"), read_at=read_at(), **SURE)
    assert answer.status_code == 302, said(answer)
    return CommuneAssessment.objects.latest("sent_at", "version")


def opened(people: Browsers, settings: Settings) -> None:
    """Hang Kia has not sent its form: until its day is over there is nothing to conclude."""
    waits = said(people.board.get("/phieu-nhan-xet/ket-luan/2023/"))
    assert "1 phiếu còn trong hạn đến hết ngày 05/12/2023" in waits
    conclusion = {"decision_symbol": "410-KL/TU", "concluded_on": "1/12/2023", **SURE}
    early = posted(people.board, "/phieu-nhan-xet/ket-luan/2023/", **conclusion)
    assert (early.status_code, "Còn 1 phiếu chưa gửi" in said(early)) == (422, True)
    settings.DIABAN_CLOCK = date(2023, 12, 6)
    assert posted(people.board, "/phieu-nhan-xet/ket-luan/2023/", **conclusion).status_code == 302
    late = people.hang_kia.get(f"/phieu-nhan-xet/phan-cong/{people.world.at_hang_kia.pk}/2023/soan/")
    assert "đã kết luận năm 2023 nên không nhận thêm" in said(late)


def test_the_form_is_saved_half_and_says_what_it_lacks(people: Browsers) -> None:
    assert [of(people) in said(people.pa_co.get(path)) for path in ("/", "/phieu-nhan-xet/")] == [True, True]
    assert "Soạn phiếu" not in said(people.board.get("/phieu-nhan-xet/"))
    page = said(people.pa_co.get(of(people), follow=True))
    assert "chỉ Đảng ủy xã và Ban Tổ chức Tỉnh ủy đọc phiếu này" in page
    assert "chưa có chương trình năm 2023" in page
    assert 'data-keep="no"' in page
    assert posted(people.pa_co, of(people, "soan/"), programme="poor", level="not_completed").status_code == 302
    lacking = said(people.pa_co.get(of(people, "gui/")))
    assert "Chưa đủ: 12 mục" in lacking
    assert "Mức độ hoàn thành nhiệm vụ: thiếu lý do" in lacking
    assert "chac-chan" not in lacking
    refused = posted(people.pa_co, of(people, "gui/"), read_at=read_at(), **SURE)
    assert (refused.status_code, CommuneAssessment.objects.count()) == (422, 0)
    assert "2/13 mục" in said(posted(people.pa_co, of(people, "kiem-tra/"), programme="poor", level="good"))


def test_it_goes_once_after_its_questions_and_a_second_press(people: Browsers) -> None:
    drafted(people)
    asked = said(people.pa_co.get(of(people, "gui/")))
    assert "Cả tám tiêu chí cùng một mức" in asked
    assert "chưa có chuyến đi nào" in asked
    once = sending(read_at=read_at())
    assert people.pa_co.post(of(people, "gui/"), once).status_code == 200
    assert CommuneAssessment.objects.count() == 0
    for _ in range(2):
        assert people.pa_co.post(of(people, "gui/"), once | SURE).status_code == 302
    form = CommuneAssessment.objects.get()
    assert (form.votes_other, form.met_on, form.released_at, audited("assessment.sent")) == (
        1, date(2023, 11, 30), None, 1,
    )  # fmt: skip
    assert people.pa_co.get(of(people, "soan/")).status_code == 302


def test_what_was_saved_after_the_page_was_opened_is_not_sent_unread(people: Browsers) -> None:
    drafted(people)
    first = read_at()
    AssessmentDraft.objects.update(saved_at=make.AT)
    refused = posted(people.pa_co, of(people, "gui/"), read_at=first, **SURE)
    assert refused.status_code == 422
    assert "Hãy đọc lại bản mới" in said(refused)
    other = posted(people.pa_co, of(people, "soan/"), **(WHOLE | {"strengths": "Khác.", "dau": "strengths:0"}))
    assert (other.status_code, AssessmentDraft.objects.get().written["strengths"]) == (422, WHOLE["strengths"])


def test_two_who_begin_the_same_form_choose_between_their_first_savings(people: Browsers) -> None:
    colleague = _client(people, Role.COMMUNE)
    opened_at_once = value(said(colleague.get(of(people, "soan/"))), "dau")
    first = sending(**(WHOLE | {"proposals": ""}), dau=value(said(people.pa_co.get(of(people, "soan/"))), "dau"))
    for _ in range(2):
        assert people.pa_co.post(of(people, "soan/"), first).status_code == 302
    typed = {"strengths": "Khác.", "proposals": "Cử thêm cán bộ.", "dau": opened_at_once}
    second = posted(colleague, of(people, "soan/"), **typed)
    assert (second.status_code, AssessmentDraft.objects.get().written["strengths"]) == (422, WHOLE["strengths"])
    page = said(second)
    assert sorted(re.findall(r'name="chon:(\w+)" value="mine" checked', page)) == ["proposals", "strengths"]
    chosen = {"chon:strengths": "mine", "chon:limits": "saved", "chon:proposals": "mine"}
    assert value(page, "dau") != opened_at_once
    assert posted(colleague, of(people, "soan/"), **(typed | chosen | {"dau": value(page, "dau")})).status_code == 302
    written = AssessmentDraft.objects.get().written
    assert [written[name] for name in ("strengths", "limits", "proposals")] == [
        "Khác.", WHOLE["limits"], "Cử thêm cán bộ.",
    ]  # fmt: skip


def test_lines_of_support_are_ticked_off_within_the_seal(people: Browsers) -> None:
    line = support(people.world.at_pa_co, on=date(2023, 3, 1))
    foreign = support(people.world.at_hang_kia, on=date(2023, 3, 1))
    refused = posted(people.pa_co, of(people, "soan/"), acknowledged=str(foreign.pk))
    assert refused.status_code == 422
    form = sent(people, acknowledged=str(line.pk))
    assert form.acknowledged == [str(line.pk)]
    line.refresh_from_db()
    assert line.confirmation == "silent"
    assert "xã đánh dấu" in said(people.board.get(f"/phieu-nhan-xet/{form.pk}/"))


def test_the_board_notes_the_paper_and_returns_a_form_with_its_request(people: Browsers) -> None:
    why = "Sáu tháng cuối năm không về xã lần nào."
    drafted(people, wish="replace", reasons=why, level="not_completed", replacement_reason="health")
    read = said(people.pa_co.get(of(people, "gui/")))
    whole = (">Sức khỏe</dd>", ">30/11/2023</dd>", "11 đồng ý, 1 không đồng ý, 1 ý kiến khác", "Sùng A Mang")
    assert [words for words in whole if words not in read] == []
    form = sent(people, wish="replace", reasons=why, level="not_completed", replacement_reason="health")
    asked = ReplacementRequest.objects.get()
    assert (asked.reason_text, asked.reason) == (why, "health")
    path = f"/phieu-nhan-xet/{form.pk}/"
    days = {"dated_on": "1/12/2023", "received_on": "1/12/2023"}
    assert posted(people.board, f"{path}ban-giay/", number="12-NX/ĐU", **days).status_code == 302
    assert posted(people.board, f"{path}tra-lai/", reason="Chưa có biên bản.").status_code == 302
    again = said(people.pa_co.get(of(people), follow=True))
    assert "Chưa có biên bản." in again
    assert WHOLE["strengths"] in again
    assert '<option value="health" selected>' in again
    second = sent(people)
    assert (second.version, ReplacementRequest.objects.get().state) == (2, "lapsed")
    assert "Bản 2" in said(people.board.get(path))


def test_before_the_conclusion_a_form_is_as_absent_as_none(people: Browsers) -> None:
    """The same answers, from as many queries, with a sealed form and without, for all but its commune and the Board."""
    district, standing, keeper = (_client(people, role) for role in (Role.DISTRICT, Role.STANDING, Role.SYSTEM))
    others = (people.lan, people.son, people.noi_vu, people.hang_kia, people.inspector, district, standing, keeper)
    shown = ("phieu-nhan-xet/", "phieu-nhan-xet/?xem=niem-phong", "nhan-xet-co-quan/", "ky-han/", "ky-han/viec/")
    told = ("", "tim/?tim=gan", "lich/", f"co-quan/{people.world.noi_vu.pk}/", "tong-hop/2023/")
    asked = ("thay-the/", "ban-giao/", "ket-luan-kiem-tra/", "ket-qua-theo-doi/", "nhat-ky/")
    doors = (*(f"/{path}" for path in (*shown, *told, *asked)), of(people))
    before = [[_answered(one, door) for door in doors] for one in others]
    wish = {"wish": "replace", "replacement_reason": "not_fulfilling"}
    form = sent(people, **wish, reasons="Sáu tháng cuối năm không về xã lần nào.")
    assert [[_answered(one, door) for door in doors] for one in others] == before
    for tail in ("", "ban-in/", "phieu-nhan-xet.docx", "phieu-nhan-xet.pdf", "y-kien/"):
        paths = (f"/phieu-nhan-xet/{form.pk}/{tail}", f"/phieu-nhan-xet/{NOWHERE}/{tail}")
        for one in others:
            there, nowhere = (_answered(one, path) for path in paths)
            assert there == nowhere
            assert there[0] in (404, 302)


def test_after_the_conclusion_the_cadre_reads_and_answers_once(people: Browsers, settings: Settings) -> None:
    form = sent(people)
    path = f"/phieu-nhan-xet/{form.pk}/"
    opened(people, settings)
    assert path in said(people.lan.get("/"))
    assert WHOLE["limits"] in said(people.lan.get(path))
    words = {"text": "Tôi tiếp thu.", **SURE}
    assert posted(people.noi_vu, f"{path}y-kien/", **words).status_code == 404
    assert posted(people.son, f"{path}y-kien/", **words).status_code == 404
    assert posted(people.lan, f"{path}y-kien/", **words).status_code == 302
    assert posted(people.lan, f"{path}y-kien/", text="Thêm.", **SURE).status_code == 422
    assert "Tôi tiếp thu." in said(people.pa_co.get(path))
    assert posted(people.board, f"{path}tra-lai/", reason="Muộn.").status_code == 422
    late = posted(people.pa_co, of(people, "soan/"), **WHOLE)
    assert late.status_code == 302


def test_it_is_printed_and_taken_in_from_word(people: Browsers, settings: Settings) -> None:
    blank = people.pa_co.get(of(people, "mau-word.docx")).content
    more = {"wish": "Xem xét thay thế cán bộ theo dõi.", "replacement_reason": "Sức khỏe"}
    more |= {"met_on": "30/11/2023", "votes_for": "11", "signer_name": "Sùng A Mang"}
    written = _filled(blank, programme="Khá\nGửi sớm.", limits="Đi chưa đều.", **more)
    file = SimpleUploadedFile("phieu.docx", written)
    back = people.pa_co.post(of(people, "tu-word/"), sending(file=file))
    page = said(back)
    assert 'name="programme" value="fair" checked' in page
    assert (">\nGửi sớm.</textarea>" in page, ">\nĐi chưa đều.</textarea>" in page) == (True, True)
    assert ('name="wish" value="replace" checked' in page, '<option value="health" selected>' in page) == (True, True)
    assert [value(page, name) for name in ("met_on", "votes_for", "signer_name")] == [
        "30/11/2023", "11", "Sùng A Mang",
    ]  # fmt: skip
    assert "7 mục khác bản đang lưu" in page
    assert not AssessmentDraft.objects.exists()
    form = sent(people)
    printed = said(people.pa_co.get(f"/phieu-nhan-xet/{form.pk}/ban-in/"))
    assert "T/M BAN THƯỜNG VỤ ĐẢNG ỦY" in printed
    make.post(cadre=form.cadre, agency=form.agency, title="Giám đốc", starts_on=date(2023, 12, 5))
    settings.DIABAN_CLOCK = date(2023, 12, 10)
    later = said(people.pa_co.get(f"/phieu-nhan-xet/{form.pk}/ban-in/"))
    assert ("Giám đốc Sở" in later, "đồng chí Hà Thị Lan" in later) == (False, True)
    assert people.board.get(f"/phieu-nhan-xet/{form.pk}/phieu-nhan-xet.docx").content[:2] == b"PK"


def test_a_page_of_a_form_costs_as_many_queries_with_three_lines_of_support(people: Browsers) -> None:
    path = f"/phieu-nhan-xet/{sent(people).pk}/"
    support(people.world.at_pa_co, on=date(2023, 3, 1))
    people.board.get(path)  # the first reading of the day is noted besides
    one = _answered(people.board, path)[1]
    support(people.world.at_pa_co, on=date(2023, 3, 2))
    assert _answered(people.board, path)[1] == one


def _client(people: Browsers, role: Role) -> Client:
    scope: dict[Role, dict[str, object]] = {
        Role.DISTRICT: {"unit": people.world.district},
        Role.STANDING: {"province": people.world.province},
        Role.SYSTEM: {},
        Role.COMMUNE: {"unit": people.world.pa_co},
    }
    return signed_in(role, **scope[role])


def _answered(client: Client, path: str) -> tuple[int, int, str]:
    """Status, number of queries, and the words without what is new in each answer."""
    with CaptureQueriesContext(connection) as asked:
        answer = client.get(path)
    body = "" if path.endswith((".docx", ".pdf")) and answer.status_code == 200 else said(answer)
    lines = (CLOCK.sub("", line) for line in body.splitlines() if "csrfmiddleware" not in line)
    return answer.status_code, len(asked), "\n".join(lines)


def _filled(blank: bytes, **texts: str) -> bytes:
    """The blank with words written into the content controls of some sections."""
    document = Document(io.BytesIO(blank))
    for control in document.element.body.iter(qn("w:sdt")):
        tag = next(one.get(qn("w:val")) for one in control.iter(qn("w:tag")))
        words = texts.get(tag.removeprefix("muc:"))
        if words:
            paragraphs = list(control.iter(qn("w:p")))
            runs = [next(paragraphs[0].iter(qn("w:t")))]
            runs[0].text = words.split("\n")[0]
            for line in words.split("\n")[1:]:
                more = copy.deepcopy(paragraphs[0])
                next(more.iter(qn("w:t"))).text = line
                paragraphs[-1].addnext(more)
    file = io.BytesIO()
    document.save(file)
    return file.getvalue()


def test_the_margin_says_of_a_section_what_the_list_beside_it_says(people: Browsers) -> None:
    drafted(people, **(WHOLE | {"level": "not_completed"}))
    page = said(people.pa_co.get(of(people, "soan/")))
    margins = dict(re.findall(r'<section class="row sec" id="(\w+)-muc".*?data-sec>.*?<span>(.*?)</span>', page, re.S))
    beside = dict(re.findall(r'<a href="#(\w+)-muc".*?<span>[^<]*</span>(?:<b>(.*?)</b>)?</a>', page, re.S))
    assert {key: lack or "Đủ" for key, lack in beside.items()} == margins
    assert margins["level"] == "Thiếu lý do"
