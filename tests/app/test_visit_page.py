"""A visit as its pages take and show it: recorded in one sitting, planned, cancelled, confirmed, disputed, answered."""

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
from diaban.fieldwork.models import Commitment, Difficulty, SituationNote, Support, Visit
from diaban.fieldwork.rules import Confirmation, VisitState
from diaban.fieldwork.services import confirm_visit, dispute_visit, plan_visit, record_visit
from diaban.kit.models import FormUse
from diaban.planning.models import ProgrammeItem
from diaban.planning.rules import EventKind
from tests import make
from tests.make import AT
from tests.pages import NOWHERE, Browsers, audited, browsers, posted, said, sending
from tests.rules.odd_files import photo

pytestmark = pytest.mark.django_db
NEW = "/chuyen-di/moi/"


@pytest.fixture
def people(settings: Settings) -> Browsers:
    settings.DIABAN_CLOCK = date(2023, 3, 20)
    return browsers()


def answers(people: Browsers, **changes: Any) -> dict[str, Any]:
    given = {
        "duty": str(people.world.at_pa_co.pk),
        "visited_on": "15/3",
        "half_days": "2",
        "event_kind": "village",
        "outcome": "Thăm bản, nghe ý kiến.",
    }
    return given | changes


EVERYTHING = {
    "notes-0-topic": "economy", "notes-0-trend": "better", "notes-0-text": "Chè được giá.",
    "supports-0-kind": "goods", "supports-0-content": "Cây giống", "supports-0-source": "sponsor",
    "supports-0-value_vnd": "12,5 triệu", "supports-0-value_basis": "invoice", "supports-0-households": "25 hộ",
    "difficulties-0-title": "Cầu tràn ngập", "difficulties-0-topic": "economy", "difficulties-0-kind": "reflection",
    "difficulties-0-authority": "standing",
    "commitments-0-text": "Trả lời về giống chè", "commitments-0-due_on": "1/4",
}  # fmt: skip


def test_a_sitting_is_recorded_once_with_everything_under_it(people: Browsers) -> None:
    sent = sending(**answers(people), **EVERYTHING, photos=SimpleUploadedFile("cau.jpg", photo()))
    first = people.lan.post(NEW, sent, follow=True)
    visit = Visit.objects.get()

    assert first.redirect_chain == [(f"/chuyen-di/{visit.pk}/", 302)]
    page = said(first)
    assert "Đã ghi nhận chuyến đi tại xã Pà Cò lúc " in page
    for words in ("Thăm bản, nghe ý kiến.", "Chè được giá.", "Cây giống", "12.500.000 ₫", "Cầu tràn ngập",
                  "Trả lời về giống chè", 'alt="cau', "Chưa xác nhận"):  # fmt: skip
        assert words in page, words
    assert (visit.half_days, visit.late, Support.objects.get().households) == (2, False, 25)

    again = people.lan.post(NEW, sent | {"photos": SimpleUploadedFile("cau.jpg", photo())}, follow=True)
    assert "đã được nhận từ lần gửi trước" in said(again)
    counted = [model._default_manager.count() for model in (Visit, SituationNote, Support, Difficulty, Commitment)]
    assert (counted, Attachment.objects.count(), FormUse.objects.count()) == ([1, 1, 1, 1, 1], 1, 1)


def test_several_short_visits_in_one_go_lead_back_to_the_form_of_the_same_commune(people: Browsers) -> None:
    answer = posted(people.lan, NEW, **answers(people, half_days="1", tiep="1"))
    assert answer.headers["Location"] == f"{NEW}?xa={people.world.pa_co.key}"
    page = said(people.lan.get(answer.headers["Location"]))
    assert "Đã ghi nhận chuyến đi" in page
    assert f'value="{people.world.at_pa_co.pk}" checked' in page


def test_a_late_record_is_marked_and_never_refused(people: Browsers) -> None:
    answer = people.lan.post(NEW, sending(**answers(people, visited_on="7/3")), follow=True)
    assert Visit.objects.get().late
    assert said(answer).count("Ghi muộn 3 ngày so với hạn 10 ngày") == 2


def test_days_are_typed_in_halves_where_no_button_has_them(people: Browsers) -> None:
    posted(people.lan, NEW, **answers(people, half_days="khac", other_days="2,5"))
    assert Visit.objects.get().half_days == 5


def test_a_planned_visit_fills_the_form_and_becomes_the_record(people: Browsers) -> None:
    posted(people.lan, "/chuyen-di/du-kien/", **answers(people, visited_on="20/3", place="Bản Chà Đáy"))
    planned = Visit.objects.get()
    assert planned.state == VisitState.PLANNED
    page = said(people.lan.get(f"{NEW}?du-kien={planned.pk}"))
    assert "Dự kiến ngày 20/03/2023, nay ghi kết quả." in page
    assert "Bản Chà Đáy" in page

    sent = sending(**answers(people, visited_on="19/3"))
    first, again = (people.lan.post(f"{NEW}?du-kien={planned.pk}", sent, follow=True) for _ in range(2))
    assert "Đã ghi nhận chuyến đi" in said(first)
    assert "đã được nhận từ lần gửi trước" in said(again)
    assert FormUse.objects.filter(form="chuyen-di").count() == 1
    made = Visit.objects.get()
    assert (made.pk, made.state, made.visited_on) == (planned.pk, VisitState.DONE, date(2023, 3, 19))
    assert people.lan.get(f"{NEW}?du-kien={planned.pk}").headers["Location"] == f"/chuyen-di/{planned.pk}/"


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ("19/3/2023", "Ngày 19/03/2023 đã qua. Hãy chọn từ hôm nay trở đi; chuyến đã đi thì ghi ở “Ghi chuyến đi”."),
        ("20/5/2035", "Chỉ dự kiến đến hết ngày 31/12/2024. Hãy chọn ngày sớm hơn."),
        ("31/12/2024", ""),
    ],
)
def test_a_visit_is_planned_from_today_to_the_end_of_next_year(people: Browsers, typed: str, sentence: str) -> None:
    answer = posted(people.lan, "/chuyen-di/du-kien/", **answers(people, visited_on=typed))
    assert (answer.status_code, Visit.objects.count()) == ((422, 0) if sentence else (302, 1))
    assert sentence in said(answer)


def test_one_sending_tells_what_is_wrong_in_every_part(people: Browsers) -> None:
    wrong = EVERYTHING | {
        "supports-0-value_basis": "", "difficulties-0-authority": "agency", "commitments-0-due_on": "1/3",
    }  # fmt: skip
    sent = sending(**answers(people, visited_on="21/3"), **wrong, photos=SimpleUploadedFile("cau.jpg", b"no photo"))
    answer = people.lan.post(NEW, sent)
    assert (answer.status_code, Visit.objects.count()) == (422, 0)
    page = said(answer)
    assert "Cần sửa 5 chỗ" in page
    for words in ("Ngày 21/03/2023 chưa đến", "Có giá trị bằng tiền thì phải chọn căn cứ tính.",
                  "Chưa chọn cơ quan giải quyết.", "Hạn thực hiện phải từ 21/03/2023 trở đi."):  # fmt: skip
        assert words in page, words


def test_what_the_programmes_hold_stands_by_commune_and_goes_with_the_one_that_is_picked(people: Browsers) -> None:
    world = people.world
    bao_la = make.commune("Xã Bao La", district=world.district, code="05300")
    second = make.assignment(cadre=world.lan, commune=bao_la, agency=world.noi_vu)
    make.programme(world.at_pa_co)
    assert "<optgroup" not in said(people.lan.get(NEW))
    make.programme(second)
    page = said(people.lan.get(NEW))
    assert re.findall(r'<optgroup label="([^"]+)"', page) == ["Xã Pà Cò", "Xã Bao La"]
    assert '<select name="programme_item" data-of="duty"' in page

    foreign = ProgrammeItem.objects.get(programme__assignment=second)
    answer = posted(people.lan, NEW, **answers(people, programme_item=str(foreign.pk), other="x", half_days=""))
    assert "Nội dung chương trình đã chọn không thuộc phân công này. Hãy chọn lại." in said(answer)
    assert "Cần sửa 2 chỗ" in said(answer)


def test_an_item_of_the_programme_is_chosen_before_and_ticked_off(people: Browsers) -> None:
    make.programme(people.world.at_pa_co)
    item = ProgrammeItem.objects.get()
    page = said(people.lan.get(f"{NEW}?muc={item.pk}"))
    assert f'value="{item.pk}" selected' in page

    posted(people.lan, NEW, **answers(people, programme_item=str(item.pk)))
    assert ProgrammeItem.objects.get().done_on == date(2023, 3, 15)
    assert Visit.objects.get().programme_item == item


def test_the_board_enters_what_came_on_paper_after_choosing_the_commune(people: Browsers) -> None:
    key = people.world.pa_co.key
    assert f'<option value="{key}">Xã Pà Cò, Huyện Mai Châu' in said(people.board.get(NEW))
    assert "Hà Thị Lan" not in said(people.board.get(NEW))
    posted(people.board, f"{NEW}?xa={key}", **answers(people))
    assert Visit.objects.get().cadre == people.world.lan


def test_beside_the_form_stands_what_to_ask_about(people: Browsers) -> None:
    posted(people.lan, NEW, **answers(people), **EVERYTHING)
    page = said(people.lan.get(NEW))
    for words in ("Việc cần hỏi lại tại xã Pà Cò", "Cầu tràn ngập", "Trả lời về giống chè", "Thăm bản, nghe ý kiến.",
                  "1/12 ngày trong năm"):  # fmt: skip
        assert words in page, words


def test_a_cancelled_visit_says_why_and_stays(people: Browsers) -> None:
    world = people.world
    visit = plan_visit(
        assignment=world.at_pa_co, visited_on=date(2023, 3, 25), event_kind=EventKind.CELL, by=world.as_lan, at=AT
    )
    path = f"/chuyen-di/{visit.pk}/khong-di/"
    assert posted(people.lan, path).status_code == 422
    assert posted(people.lan, path, reason="weather").status_code == 302
    visit.refresh_from_db()
    assert (visit.state, visit.cancel_reason) == (VisitState.CANCELLED, "weather")
    assert posted(people.lan, path, reason="weather").status_code == 422


def test_the_commune_confirms_in_one_tap_and_comes_back_where_it_was(people: Browsers) -> None:
    visit = make.visit(people.world.at_pa_co)
    path = f"/chuyen-di/{visit.pk}/xac-nhan/"
    assert people.pa_co.post(path, {"ve": "/?x=1"}).headers["Location"] == "/?x=1"
    assert Visit.objects.get().confirmation == Confirmation.CONFIRMED
    for elsewhere in ("https://ac.example/", "//ac.example/", "javascript:alert(1)"):
        assert people.pa_co.post(path, {"ve": elsewhere}).headers["Location"] == f"/chuyen-di/{visit.pk}/"
    assert audited("visit.confirmed") == 1
    assert people.pa_co.get(path).status_code == 405


def test_a_dispute_is_answered_once(people: Browsers) -> None:
    visit = make.visit(people.world.at_pa_co)
    base = f"/chuyen-di/{visit.pk}/"
    assert posted(people.pa_co, f"{base}y-kien/", reason="").status_code == 422
    assert posted(people.pa_co, f"{base}y-kien/", reason="Hôm đó xã không họp.").status_code == 302
    assert "Trả lời ý kiến của xã" in said(people.lan.get(base))
    assert posted(people.lan, f"{base}tra-loi/", answer="Họp tại nhà văn hóa bản.").status_code == 302
    assert posted(people.lan, f"{base}tra-loi/", answer="Nói thêm.").status_code == 422
    page = said(people.pa_co.get(base))
    assert "Hôm đó xã không họp." in page
    assert "Họp tại nhà văn hóa bản." in page


def test_an_act_that_is_over_has_no_page_and_what_was_written_meanwhile_is_told_why(people: Browsers) -> None:
    visit = make.visit(people.world.at_pa_co)
    path = f"/chuyen-di/{visit.pk}/"
    assert people.lan.get(f"{path}tra-loi/").status_code == people.lan.get(f"{path}khong-di/").status_code == 404
    assert people.pa_co.get(f"{path}y-kien/").status_code == 200
    confirm_visit(visit=visit, by=people.world.as_pa_co, at=AT)
    assert people.pa_co.get(f"{path}y-kien/").status_code == 404
    late = posted(people.pa_co, f"{path}y-kien/", reason="Hôm đó xã không họp.")
    assert (late.status_code, "Hôm đó xã không họp." in said(late)) == (422, True)


def test_ticked_visits_are_confirmed_together_and_others_are_not_there(people: Browsers) -> None:
    world = people.world
    own = [make.visit(world.at_pa_co, on=date(2023, 3, day)) for day in (1, 2, 3)]
    foreign = make.visit(world.at_hang_kia)
    chosen = [str(one.pk) for one in (*own[:2], foreign)] + ["x"]
    answer = people.pa_co.post("/chuyen-di/xac-nhan/?xem=cho-xac-nhan", {"chon": chosen}, follow=True)
    assert answer.redirect_chain == [("/chuyen-di/?xem=cho-xac-nhan", 302)]
    assert "Đã xác nhận 2 chuyến đi." in said(answer)
    confirmed = set(Visit.objects.filter(confirmation=Confirmation.CONFIRMED).values_list("pk", flat=True))
    assert confirmed == {one.pk for one in own[:2]}


def test_what_is_not_ones_own_looks_like_nothing(people: Browsers) -> None:
    world = people.world
    visit = make.visit(world.at_pa_co)
    planned = plan_visit(
        assignment=world.at_pa_co, visited_on=date(2023, 3, 25), event_kind=EventKind.CELL, by=world.as_lan, at=AT
    )
    make.programme(world.at_pa_co)
    item = ProgrammeItem.objects.get()
    for client, path, method in [
        (people.son, f"/chuyen-di/{visit.pk}/", "get"),
        (people.hang_kia, f"/chuyen-di/{visit.pk}/", "get"),
        (people.hang_kia, f"/chuyen-di/{visit.pk}/xac-nhan/", "post"),
        (people.hang_kia, f"/chuyen-di/{visit.pk}/y-kien/", "get"),
        (people.lan, f"/chuyen-di/{visit.pk}/xac-nhan/", "post"),
        (people.lan, f"/chuyen-di/{visit.pk}/y-kien/", "get"),
        (people.pa_co, f"/chuyen-di/{planned.pk}/khong-di/", "get"),
        (people.son, f"/chuyen-di/{planned.pk}/khong-di/", "post"),
        (people.son, f"/chuyen-di/{visit.pk}/tra-loi/", "post"),
        (people.noi_vu, NEW, "get"),
        (people.inspector, NEW, "post"),
        (people.pa_co, "/chuyen-di/du-kien/", "get"),
        (people.son, f"{NEW}?du-kien={planned.pk}", "get"),
        (people.son, f"{NEW}?muc={item.pk}", "get"),
        (people.son, f"{NEW}?xa={world.pa_co.key}", "get"),
    ]:
        answer = getattr(client, method)(path)
        absent = getattr(client, method)(f"/chuyen-di/{NOWHERE}/")
        assert (answer.status_code, len(answer.content)) == (404, len(client.get("/khong-co/").content)), path
        assert absent.status_code in (404, 405)
    assert Visit.objects.filter(confirmation=Confirmation.SILENT).count() == 2


def test_a_photo_is_shown_to_whoever_sees_the_visit_and_to_nobody_else(people: Browsers) -> None:
    people.lan.post(NEW, sending(**answers(people), photos=SimpleUploadedFile("cau.jpg", photo())))
    visit, kept = Visit.objects.get(), Attachment.objects.get()
    path = f"/chuyen-di/{visit.pk}/anh/{kept.pk}/"
    whole, small = people.pa_co.get(path), people.noi_vu.get(f"{path}?nho")
    assert (whole.status_code, small.status_code, whole.headers["Content-Type"]) == (200, 200, "image/jpeg")
    assert len(small.content) < len(whole.content)
    assert b"Bi Mat" not in whole.content
    other = make.visit(people.world.at_hang_kia)
    assert people.son.get(path).status_code == people.hang_kia.get(path).status_code == 404
    assert people.lan.get(f"/chuyen-di/{other.pk}/anh/{kept.pk}/").status_code == 404
    assert people.board.get(f"/chuyen-di/{other.pk}/anh/{kept.pk}/").status_code == 404


def queries(client: Client, path: str) -> int:
    with CaptureQueriesContext(connection) as caught:
        assert client.get(path).status_code == 200
    return len(caught)


@pytest.mark.parametrize("who", ["lan", "pa_co", "board"])
def test_list_and_pages_ask_the_same_at_one_row_and_at_three(people: Browsers, who: str) -> None:
    client: Client = getattr(people, who)
    everything = {
        f"{name.replace('-0-', f'-{place}-')}": value for place in range(3) for name, value in EVERYTHING.items()
    }
    posted(people.lan, NEW, **answers(people), **EVERYTHING)
    first = Visit.objects.get()
    paths = [
        "/chuyen-di/",
        f"/chuyen-di/{first.pk}/",
        *([f"{NEW}?xa={people.world.pa_co.key}"] if who != "pa_co" else []),
    ]
    for path in paths:
        client.get(path)
    one = [queries(client, path) for path in paths]
    for _ in range(2):
        posted(people.lan, NEW, **answers(people, visited_on="16/3"), **everything)
    last = Visit.objects.filter(visited_on=date(2023, 3, 16)).latest("recorded_at")
    three = [queries(client, path.replace(str(first.pk), str(last.pk))) for path in paths]
    assert three == one


def test_the_views_of_the_list_hold_what_they_say(people: Browsers) -> None:
    world = people.world
    late = make.visit(world.at_pa_co, on=date(2023, 2, 1))
    good, bad = make.visit(world.at_pa_co), make.visit(world.at_pa_co, on=date(2023, 3, 16))
    confirm_visit(visit=good, by=world.as_pa_co, at=AT)
    dispute_visit(visit=bad, reason="Không gặp.", by=world.as_pa_co, at=AT)
    plan_visit(
        assignment=world.at_pa_co, visited_on=date(2023, 4, 2), event_kind=EventKind.CELL, by=world.as_lan, at=AT
    )
    record_visit(
        assignment=world.at_hang_kia, visited_on=date(2023, 3, 17), event_kind=EventKind.CELL, outcome="Họp.",
        by=world.as_son, at=AT,
    )  # fmt: skip
    shown = {
        view: said(people.lan.get(f"/chuyen-di/?xem={view}")).count('<th scope="row" class="wide"><a class="rec"')
        for view in ("tat-ca", "du-kien", "cho-xac-nhan", "khong-thong-nhat", "ghi-muon", "khong-thuc-hien")
    }
    assert list(shown.values()) == [4, 1, 1, 1, 1, 0]
    assert late.late
    assert people.lan.get("/chuyen-di/tep.xlsx").headers["Content-Type"].endswith("sheet")
