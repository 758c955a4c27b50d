"""Bad input of a visit or a support: a clear sentence at its field, nothing half-saved, what was typed still there."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping
from datetime import date
from typing import Any, NamedTuple

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import models
from django.test import Client
from pytest_django.fixtures import Settings

from diaban.attachments.models import Attachment, StoredFile
from diaban.fieldwork.models import Commitment, Difficulty, SituationNote, Support, Visit
from diaban.kit.models import AuditEvent
from diaban.planning.models import ProgrammeItem
from tests import make
from tests.lists import support as foreign_line
from tests.pages import Browsers, browsers, said, sending
from tests.rules.odd_files import HTML, pdf, photo

pytestmark = pytest.mark.django_db
VISIT, SUPPORT = "/chuyen-di/moi/", "/ho-tro/moi/"
WRITTEN: tuple[type[models.Model], ...] = (
    Visit, SituationNote, Support, Difficulty, Commitment, Attachment, StoredFile, AuditEvent,
)  # fmt: skip
LONG = "á" * 200_000
VND, NOTE, MATTER, PROMISE = "supports-0-value_vnd", "notes-0-", "difficulties-0-", "commitments-0-"


class Bad(NamedTuple):
    """What is wrong, changes to the right answers, and the sentence that is said of it."""

    wrong: str
    changes: Mapping[str, Any]
    sentence: str


def image(name: str, content: bytes = b"", kind: str = "image/jpeg") -> SimpleUploadedFile:
    return SimpleUploadedFile(name, content or photo(), content_type=kind)


FOUR_PHOTOS = [image(f"{n}.jpg", photo((640, 480 + n))) for n in range(4)]

VISITS = [
    Bad("no day", {"visited_on": ""}, "Chưa nhập ngày đi."),
    Bad("31/9", {"visited_on": "31/9/2023"}, "tháng 9 không có ngày 31"),
    Bad("29/2 of a common year", {"visited_on": "29/2/2023"}, "tháng 2 năm 2023 không có ngày 29" ),
    Bad("a day to come", {"visited_on": "21/3/2023"}, "Ngày 21/03/2023 chưa đến."),
    Bad("another century", {"visited_on": "1/1/3023"}, "Năm 3023 nằm ngoài khoảng 1900–2099."),
    Bad("before the assignment", {"visited_on": "1/12/2022"}, "nằm ngoài thời gian phân công"),
    Bad("a closed year", {"visited_on": "20/12/2022", "_clock": date(2024, 3, 20)}, "đã khóa sổ"),
    Bad("a month for a day", {"visited_on": "tháng 3/2023"}, "gồm nhiều ngày"),
    Bad("no day at all", {"visited_on": "hôm kia"}, "không phải là một ngày"),
    Bad("American order", {"visited_on": "3/15/2023"}, "viết tháng trước ngày"),
    Bad("no length", {"half_days": ""}, "Chưa chọn thời lượng chuyến đi."),
    Bad("a length not offered", {"half_days": "3"}, "Lựa chọn ở mục “Thời lượng” không có trong danh sách."),
    Bad("other days left empty", {"half_days": "khac", "other_days": ""}, "Chưa nhập số ngày."),
    Bad("a third of a day", {"half_days": "khac", "other_days": "0,3"}, "không phải là số ngày"),
    Bad("31 days", {"half_days": "khac", "other_days": "31"}, "Số buổi phải từ 1 đến 60."),
    Bad("no days", {"half_days": "khac", "other_days": "0"}, "Số buổi phải từ 1 đến 60."),
    Bad("negative days", {"half_days": "khac", "other_days": "-1"}, "không phải là số ngày"),
    Bad("no kind", {"event_kind": ""}, "Chưa chọn loại hoạt động."),
    Bad("an invented kind", {"event_kind": "picnic"}, "Lựa chọn ở mục “Loại hoạt động” không có trong danh sách."),
    Bad("no outcome", {"outcome": " \n "}, "Chưa nhập kết quả chuyến đi."),
    Bad("200,000 characters", {"outcome": LONG}, "Kết quả chuyến đi dài 200.000 ký tự, tối đa 1.000."),
    Bad("1,001 emoji", {"outcome": "🌾" * 1001}, "tối đa 1.000"),
    Bad("decomposed and too long", {"outcome": unicodedata.normalize("NFD", "ế" * 1001)}, "dài 1.001 ký tự"),
    Bad("a long place", {"place": "x" * 201}, "Nơi đến dài 201 ký tự, tối đa 200."),
    Bad("no commune", {"duty": ""}, "Chưa chọn địa bàn."),
    Bad("somebody else's commune", {"duty": "_son"}, "Lựa chọn ở mục “Địa bàn” không có trong danh sách."),
    Bad("a tampered duty", {"duty": "1 OR 1=1"}, "Lựa chọn ở mục “Địa bàn” không có trong danh sách."),
    Bad("somebody else's item", {"programme_item": "_item"}, "Lựa chọn ở mục “Theo nội dung chương trình” không có"),
    Bad("a tampered id", {"ma": "../../etc"}, "Trang này thiếu mã của hồ sơ."),
    Bad("no id", {"ma": ""}, "Trang này thiếu mã của hồ sơ."),
    Bad("501 companions", {"companions": "501"}, "Số người cùng đi phải từ 0 đến 500."),
    Bad("companions in words", {"companions": "vài người"}, "không phải là một số"),
    Bad("half a note", {f"{NOTE}text": "Chè được giá."}, "Chưa chọn lĩnh vực."),
    Bad("a note without a trend", {f"{NOTE}text": "x", f"{NOTE}topic": "economy"}, "Chưa chọn chiều hướng."),
    Bad("a difficulty without a level", {f"{MATTER}title": "Cầu ngập", f"{MATTER}topic": "economy"}, "Chưa chọn cấp"),
    Bad("no agency where one answers", {f"{MATTER}title": "Cầu", f"{MATTER}topic": "economy", f"{MATTER}kind":
        "reflection", f"{MATTER}authority": "agency"}, "Chưa chọn cơ quan giải quyết."),
    Bad("a promise due before it is made", {f"{PROMISE}text": "Gửi giống", f"{PROMISE}due_on": "1/3/2023"}, "trở đi"),
    Bad("4 photos", {"photos": FOUR_PHOTOS}, "Mỗi hồ sơ có tối đa 3 ảnh; đang gửi 4."),
    Bad("a page named .jpg", {"photos": [image("anh.jpg", HTML)]}, "Đây là trang web (HTML), không nhận được."),
    Bad("40 MB", {"photos": [image("to.jpg", photo() + b"\0" * 40 * 1024 * 1024)]}, "Tệp nặng 40,1 MB, tối đa 15 MB."),
    Bad("an empty file", {"photos": [image("rong.jpg", b" ")]}, "Tệp trống, không có gì để nhận."),
    Bad("a document for a photo", {"photos": [image("bien-ban.jpg", pdf())]}, "Đây là tệp PDF, không nhận được."),
]  # fmt: skip
MONEY = [
    Bad("negative money", {"value_vnd": "-5 triệu"}, "không thể âm"),
    Bad("more than a number", {"value_vnd": "trên 10 tỷ"}, "chưa phải là một con số cụ thể"),
    Bad("not yet known", {"value_vnd": "đang cập nhật"}, "chưa phải là một số tiền"),
    Bad("no unit", {"value_vnd": "500"}, "Ghi đủ đơn vị"),
    Bad("more than a province has", {"value_vnd": "1.000.000 tỷ"}, "lớn hơn 100.000 tỷ đồng"),
    Bad("half a đồng", {"value_vnd": "0,5 đồng"}, "số tiền phải là số đồng chẵn"),
    Bad("no basis", {"value_basis": ""}, "phải chọn căn cứ tính"),
    Bad("a basis without a value", {"value_vnd": ""}, "Chưa có giá trị."),
    Bad("a share larger than the whole", {"whole_vnd": "1 triệu"}, "Tổng giá trị phải lớn hơn phần của cơ quan."),
    Bad("no content", {"content": ""}, "Chưa nhập nội dung hỗ trợ."),
    Bad("negative households", {"households": "-3"}, "Số hộ được giúp không thể âm."),
    Bad("half a household", {"households": "2,5"}, "phải là số nguyên"),
]
SUPPORTS = [
    Bad("31/9", {"supported_on": "31/9/2023"}, "tháng 9 không có ngày 31"),
    Bad("a day to come", {"supported_on": "21/3/2023"}, "chưa đến"),
    Bad("before the assignment", {"supported_on": "1/12/2022"}, "nằm ngoài thời gian phân công"),
    Bad("somebody else's commune", {"duty": "_son"}, "không có trong danh sách"),
    Bad("200,000 characters", {"content": LONG}, "dài 200.000 ký tự, tối đa 500"),
    Bad("a page named .pdf", {"documents": [image("a.pdf", HTML, "application/pdf")]}, "Đây là trang web (HTML)"),
    *MONEY,
]


@pytest.fixture
def people(settings: Settings) -> Browsers:
    settings.DIABAN_CLOCK = date(2023, 3, 20)
    return browsers()


LINE = {"kind": "goods", "content": "Cây giống", "source": "budget", "value_vnd": "2 triệu", "value_basis": "invoice"}


def visit(people: Browsers) -> dict[str, Any]:
    return sending(
        duty=str(people.world.at_pa_co.pk), visited_on="15/3/2023", half_days="2", event_kind="village",
        outcome="Thăm bản Chà Đáy.", place="Bản Chà Đáy",
    )  # fmt: skip


def support(people: Browsers) -> dict[str, Any]:
    return sending(duty=str(people.world.at_pa_co.pk), supported_on="15/3/2023", **LINE)


def told(people: Browsers, changes: Mapping[str, Any]) -> dict[str, Any]:
    """Changes with what stands for somebody else's things."""
    make.programme(people.world.at_hang_kia)
    foreign = {"_son": str(people.world.at_hang_kia.pk), "_item": str(ProgrammeItem.objects.get().pk)}
    return {name: foreign.get(value, value) if isinstance(value, str) else value for name, value in changes.items()}


def refused(client: Client, path: str, sent: dict[str, Any], bad: Bad) -> None:
    before = [model._default_manager.count() for model in WRITTEN]
    answer = client.post(path, sent)
    assert (answer.status_code, [model._default_manager.count() for model in WRITTEN]) == (422, before)
    page = said(answer)
    assert bad.sentence in page[page.index("data-errors") :], bad
    assert "Cần sửa" in page
    for name, typed in sent.items():
        if name in ("outcome", "content", "place") and typed.strip() and len(typed) < 1000:
            assert typed in page, name


@pytest.mark.parametrize("bad", VISITS, ids=lambda bad: bad.wrong)
def test_a_visit_is_refused_with_a_sentence(people: Browsers, bad: Bad, settings: Settings) -> None:
    changes = told(people, bad.changes)
    settings.DIABAN_CLOCK = changes.pop("_clock", settings.DIABAN_CLOCK)
    refused(people.lan, VISIT, visit(people) | changes, bad)


@pytest.mark.parametrize("bad", MONEY, ids=lambda bad: bad.wrong)
def test_one_bad_row_keeps_the_whole_sitting_back(people: Browsers, bad: Bad) -> None:
    row = {f"supports-0-{name}": value for name, value in (LINE | dict(bad.changes)).items()}
    refused(people.lan, VISIT, visit(people) | row, bad)


@pytest.mark.parametrize("bad", SUPPORTS, ids=lambda bad: bad.wrong)
def test_a_support_is_refused_with_a_sentence(people: Browsers, bad: Bad) -> None:
    refused(people.lan, SUPPORT, support(people) | told(people, bad.changes), bad)


def test_odd_but_right_text_is_kept_clean(people: Browsers) -> None:
    outcome = unicodedata.normalize("NFD", "Đường vào bản Chà Đáy đã thông 🌾")
    people.lan.post(VISIT, visit(people) | {"outcome": outcome})
    assert Visit.objects.get().outcome == "Đường vào bản Chà Đáy đã thông 🌾"


def test_a_form_without_its_token_is_a_page_that_says_so(people: Browsers) -> None:
    strict = Client(enforce_csrf_checks=True)
    strict.cookies = people.lan.cookies
    answer = strict.post(VISIT, visit(people))
    assert (answer.status_code, Visit.objects.count()) == (403, 0)
    assert "<h1>" in said(answer)


def test_an_id_of_somebody_elses_record_is_not_taken(people: Browsers) -> None:
    foreign = make.visit(people.world.at_hang_kia)
    assert people.lan.post(VISIT, visit(people) | {"ma": str(foreign.pk)}).status_code == 404
    line = foreign_line(people.world.at_hang_kia)
    assert people.lan.post(SUPPORT, support(people) | {"ma": str(line.pk)}).status_code == 404
    assert (Visit.objects.get(), Support.objects.get()) == (foreign, line)
