"""Support as its pages take and show it: value typed and read out, confirmed line by line, corrected by a second."""

from __future__ import annotations

import re
from datetime import date
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from pytest_django.fixtures import Settings

from diaban.attachments.models import Attachment
from diaban.fieldwork.models import Commitment, Support
from diaban.fieldwork.rules import CommitmentState, Confirmation
from diaban.fieldwork.services import promise, reverse_support
from tests import make
from tests.lists import support
from tests.make import AT
from tests.pages import NOWHERE, SURE, Browsers, audited, browsers, posted, said, sending
from tests.rules.odd_files import pdf

pytestmark = pytest.mark.django_db
NEW = "/ho-tro/moi/"


@pytest.fixture
def people(settings: Settings) -> Browsers:
    settings.DIABAN_CLOCK = date(2023, 3, 20)
    return browsers()


def answers(people: Browsers, **changes: Any) -> dict[str, Any]:
    given = {
        "duty": str(people.world.at_pa_co.pk),
        "supported_on": "15/3",
        "kind": "works",
        "content": "Xóa nhà tạm",
        "source": "budget",
        "value_vnd": "60 triệu",
        "value_basis": "invoice",
    }
    return given | changes


def test_a_support_with_its_evidence_is_recorded_once_and_read_out_in_words(people: Browsers) -> None:
    sent = sending(**answers(people, whole_vnd="100 triệu", partners="Hội Nông dân tỉnh", households="1"))
    for _ in range(2):
        answer = people.lan.post(NEW, sent | {"documents": SimpleUploadedFile("bien-ban.pdf", pdf())}, follow=True)
    page = said(answer)
    for words in ("60.000.000 ₫", "Sáu mươi triệu đồng", "tổng giá trị 100.000.000 ₫", "cùng chi với Hội Nông dân tỉnh",
                  "Hóa đơn, chứng từ", "bien-ban"):  # fmt: skip
        assert words in page, words
    one, kept = Support.objects.get(), Attachment.objects.get()
    path = f"/ho-tro/{one.pk}/tep/{kept.pk}/"
    assert people.pa_co.get(path).headers["Content-Disposition"].startswith("attachment")
    assert people.hang_kia.get(path).status_code == people.son.get(path).status_code == 404


def test_without_a_value_it_is_not_counted_in_money(people: Browsers) -> None:
    answer = people.lan.post(NEW, sending(**answers(people, value_vnd="", value_basis="")), follow=True)
    assert "Không quy ra tiền." in said(answer)
    assert Support.objects.get().value_vnd == 0


def test_the_commune_confirms_line_by_line_or_says_why_not(people: Browsers) -> None:
    first, second = support(people.world.at_pa_co), support(people.world.at_pa_co, value=2_000_000)
    assert people.pa_co.post(f"/ho-tro/{first.pk}/xac-nhan/").headers["Location"] == f"/ho-tro/{first.pk}/"
    assert posted(people.pa_co, f"/ho-tro/{second.pk}/y-kien/", reason="Chưa nhận.").status_code == 302
    assert [one.confirmation for one in Support.objects.order_by("value_vnd")] == ["confirmed", "disputed"]
    assert "Chưa nhận." in said(people.lan.get(f"/ho-tro/{second.pk}/"))


def test_ticked_lines_are_confirmed_together(people: Browsers) -> None:
    lines = [support(people.world.at_pa_co) for _ in range(3)]
    foreign = support(people.world.at_hang_kia)
    chosen = [str(one.pk) for one in (*lines[:2], foreign)]
    answer = people.pa_co.post("/ho-tro/xac-nhan/", {"chon": chosen}, follow=True)
    assert "Đã xác nhận 2 dòng hỗ trợ." in said(answer)
    assert Support.objects.filter(confirmation=Confirmation.CONFIRMED).count() == audited("support.confirmed") == 2


def test_a_correction_asks_twice_and_then_offers_the_right_line_filled_in(people: Browsers) -> None:
    wrong = support(people.world.at_pa_co, value=60_000_000)
    path = f"/ho-tro/{wrong.pk}/dieu-chinh/"
    sent = sending(reason="Ghi nhầm số")
    asked = people.lan.post(path, sent)
    assert (asked.status_code, Support.objects.count()) == (200, 1)
    assert "Dòng điều chỉnh đã ghi thì không rút lại được." in said(asked)

    page = said(people.lan.post(path, sent | SURE, follow=True))
    reversal = Support.objects.get(reverses=wrong)
    assert (reversal.value_vnd, reversal.reverse_reason) == (-60_000_000, "Ghi nhầm số")
    assert f"/ho-tro/{reversal.pk}/" in page
    again = f"{NEW}?thay={wrong.pk}&amp;xa={people.world.pa_co.key}"
    assert again in page
    form = said(people.lan.get(again.replace("&amp;", "&")))
    assert 'value="60.000.000"' in form
    assert "Tặng bò giống." in form
    assert people.lan.get(f"{NEW}?thay={reversal.pk}").status_code == 404


def test_confirmed_and_unconfirmed_money_stand_apart_and_open_their_lines(people: Browsers) -> None:
    support(people.world.at_pa_co, value=5_000_000, confirmation=Confirmation.CONFIRMED)
    support(people.world.at_pa_co, value=7_000_000)
    page = said(people.pa_co.get("/ho-tro/"))
    assert '<a href="?xem=da-xac-nhan">5.000.000 ₫</a>' in page
    assert '<a href="?xem=chua-xac-nhan">7.000.000 ₫</a>' in page
    assert people.pa_co.get("/ho-tro/tep.xlsx").status_code == 200


def test_a_line_that_was_taken_back_is_counted_as_no_activity(people: Browsers) -> None:
    duty, by = people.world.at_pa_co, people.world.as_lan
    support(duty, value=5_000_000)
    reverse_support(support=support(duty, value=7_000_000), reason="Ghi nhầm.", by=by, at=make.AT)
    page, tabs = said(people.lan.get("/ho-tro/")), r'class="tab"[^>]*>([^<]+)<span class="n">(\d+)'
    assert ("Cộng 1 hoạt động hỗ trợ" in page, '<a href="?xem=chua-xac-nhan">5.000.000 ₫</a>' in page) == (True, True)
    assert {label.strip(): count for label, count in re.findall(tabs, page)} == {
        "Tất cả": "1",
        "Chờ xã xác nhận": "1",
        "Xã không thống nhất": "0",
        "Xã đã xác nhận": "0",
        "Chưa xác nhận": "1",
        "Dòng điều chỉnh và bị điều chỉnh": "2",
    }


def test_what_is_not_ones_own_looks_like_nothing(people: Browsers) -> None:
    line = support(people.world.at_pa_co)
    for client, path, method in [
        (people.son, f"/ho-tro/{line.pk}/", "get"),
        (people.hang_kia, f"/ho-tro/{line.pk}/xac-nhan/", "post"),
        (people.hang_kia, f"/ho-tro/{line.pk}/y-kien/", "post"),
        (people.lan, f"/ho-tro/{line.pk}/xac-nhan/", "post"),
        (people.son, f"/ho-tro/{line.pk}/dieu-chinh/", "post"),
        (people.pa_co, f"/ho-tro/{line.pk}/dieu-chinh/", "get"),
        (people.inspector, NEW, "get"),
        (people.lan, f"{NEW}?thay={NOWHERE}", "get"),
        (people.lan, f"{NEW}?thay={line.pk}", "get"),
    ]:
        assert getattr(client, method)(path).status_code == 404, path
    assert Support.objects.get().confirmation == Confirmation.SILENT


def promised(people: Browsers) -> Commitment:
    return promise(
        assignment=people.world.at_pa_co, text="Trả lời về giống chè", made_on=date(2023, 3, 15),
        due_on=date(2023, 3, 18), by=people.world.as_lan, at=AT,
    )  # fmt: skip


def test_a_promise_is_kept_or_given_up_with_a_reason_and_the_commune_reads_it(people: Browsers) -> None:
    one = promised(people)
    base = f"/cam-ket/{one.pk}/"
    assert "Quá hạn 2 ngày" in said(people.pa_co.get(base))
    assert "Ghi kết quả" not in said(people.pa_co.get(base))
    assert posted(people.lan, f"{base}ket-qua/", then="dropped", result="").status_code == 422
    assert posted(people.lan, f"{base}ket-qua/", then="dropped", result="Sở chưa có giống.").status_code == 302
    assert "Sở chưa có giống." in said(people.pa_co.get(base))
    assert posted(people.lan, f"{base}ket-qua/", then="kept", result="Đã có giống.").status_code == 302
    one.refresh_from_db()
    assert one.state == CommitmentState.KEPT
    assert people.lan.get(f"{base}ket-qua/").status_code == 404
    for client in (people.pa_co, people.son, people.noi_vu):
        assert client.get(f"{base}ket-qua/").status_code == 404
    assert people.son.get(base).status_code == 404


def test_overdue_promises_have_a_view(people: Browsers) -> None:
    promised(people)
    for view, shown in [("mo", 1), ("qua-han", 1), ("da-thuc-hien", 0), ("khong-thuc-hien", 0)]:
        assert ("Trả lời về giống chè" in said(people.lan.get(f"/cam-ket/?xem={view}"))) == bool(shown)
    assert people.lan.get("/cam-ket/tep.xlsx").status_code == 200


def queries(client: Client, path: str) -> int:
    with CaptureQueriesContext(connection) as caught:
        assert client.get(path).status_code == 200
    return len(caught)


def test_lists_and_pages_ask_the_same_at_one_row_and_at_three(people: Browsers) -> None:
    line, one = support(people.world.at_pa_co), promised(people)
    paths = ["/ho-tro/", f"/ho-tro/{line.pk}/", "/cam-ket/", f"/cam-ket/{one.pk}/", NEW]
    for path in paths:
        people.lan.get(path)
    before = [queries(people.lan, path) for path in paths]
    for _ in range(2):
        support(people.world.at_pa_co)
        promised(people)
    make.visit(people.world.at_pa_co)
    assert [queries(people.lan, path) for path in paths] == before
