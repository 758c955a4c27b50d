"""One summary a person: of what is owed and has not come, of what lies with an agency, of what is vacant."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from django.db.models import Q
from pytest_django.fixtures import Settings

from diaban.assignments.models import EndReason
from diaban.assignments.services.changing import end_assignment
from diaban.kit.actors import Role
from diaban.kit.clock import at_hanoi
from diaban.obligations.models import Obligation
from diaban.obligations.rules import ObligationKind
from diaban.obligations.services import expect_year, mark_received, urge
from diaban.people.models import Account
from diaban.planning.services import endorse_programme, submit_programme
from diaban.regulations.queries import rule_values_on
from diaban.reminders.models import Message, Preference, Run
from diaban.reminders.queries import owing
from diaban.reminders.queries.people import directory
from diaban.reminders.rules import Channel, MessageState
from diaban.reminders.services import deliver, run_night, tell_urged
from tests import make
from tests.make import AT
from tests.pages import Browsers, browsers, posted, said

pytestmark = pytest.mark.django_db
DUE = date(2023, 6, 20)


@pytest.fixture
def people(settings: Settings) -> Browsers:
    settings.DIABAN_CLOCK = DUE
    people = browsers()
    expect_year(province=people.world.province, year=2023, by=people.world.as_board, at=AT)
    return people


def night(people: Browsers, day: date) -> Run:
    return run_night(province=people.world.province, by=make.system(), at=at_hanoi(day, 5))


def told(day: date, **whose: object) -> list[str]:
    """What one person reads of a day."""
    found = Message.objects.filter(on=day, channel=Channel.PAGE, **whose)
    return [line["text"] for one in found for line in one.lines]


def of(people: Browsers, name: str) -> Account:
    grants = {
        "lan": Q(grants__cadre=people.world.lan),
        "noi_vu": Q(grants__agency=people.world.noi_vu),
        "pa_co": Q(grants__unit=people.world.pa_co),
        "board": Q(grants__role="board"),
    }
    return Account.objects.get(grants[name])


def report(people: Browsers) -> Obligation:
    return Obligation.objects.get(assignment=people.world.at_pa_co, kind=ObligationKind.HALF_YEAR_REPORT)


@pytest.mark.parametrize(("days", "words"), [(14, "còn 14 ngày"), (7, "còn 7 ngày"), (3, "còn 3 ngày"), (0, "hôm nay")])
def test_the_author_is_told_before_the_day(people: Browsers, days: int, words: str) -> None:
    day = DUE - timedelta(days=days)
    night(people, day - timedelta(days=1))
    night(people, day)
    mine = [text for text in told(day, account=of(people, "lan")) if "Báo cáo 6 tháng" in text]
    assert [words in text for text in mine] == [True]
    assert not [text for text in told(day, account=of(people, "noi_vu")) if "Báo cáo 6 tháng" in text]


def test_a_rule_set_may_remind_long_before_the_day(people: Browsers) -> None:
    province, day = people.world.province, DUE - timedelta(days=90)
    rules = replace(rule_values_on(province, day), reminder_days_before=(90,))
    said = owing.told(province, directory(day), rules, after=day - timedelta(days=1), today=day)
    assert "Báo cáo 6 tháng 2023, Xã Pà Cò: còn 90 ngày (hạn 20/06/2023)" in [
        line.text for line in said[of(people, "lan").pk]
    ]


def test_a_night_twice_is_one_summary_and_other_days_are_quiet(people: Browsers) -> None:
    assert night(people, DUE) == night(people, DUE)
    assert Message.objects.filter(account=of(people, "lan")).count() == 1
    night(people, DUE + timedelta(days=1))
    assert told(DUE + timedelta(days=1), account=of(people, "lan")) == []


def test_nights_that_were_missed_are_caught_up_once(people: Browsers) -> None:
    night(people, DUE - timedelta(days=10))
    night(people, DUE - timedelta(days=5))
    night(people, DUE - timedelta(days=4))
    assert len([text for text in told(DUE - timedelta(days=5), account=of(people, "lan")) if "6 tháng" in text]) == 1
    assert told(DUE - timedelta(days=4), account=of(people, "lan")) == []


def test_nobody_is_told_of_what_has_come(people: Browsers) -> None:
    for one in Obligation.objects.filter(assignment=people.world.at_pa_co):
        mark_received(obligation=one, record_id=one.pk, record_kind="x.y", received_at=AT, by=make.system(), at=AT)
    night(people, DUE)
    assert told(DUE, account=of(people, "lan")) == []


def test_after_the_day_the_leadership_is_told_too_and_every_week(people: Browsers) -> None:
    night(people, DUE + timedelta(days=6))
    night(people, DUE + timedelta(days=7))
    for name in ("lan", "noi_vu"):
        lines = told(DUE + timedelta(days=7), account=of(people, name))
        assert [text for text in lines if "6 tháng" in text and "quá hạn 5 ngày làm việc" in text]


def test_a_sealed_form_is_told_to_its_commune_alone(people: Browsers) -> None:
    day = date(2023, 12, 5)
    night(people, day)
    assert [text for text in told(day, account=of(people, "pa_co")) if "Phiếu nhận xét" in text]
    for name in ("lan", "noi_vu", "board"):
        assert not [text for text in told(day, account=of(people, name)) if "Phiếu nhận xét" in text]


def test_whoever_a_paper_lies_with_is_told_every_week(people: Browsers) -> None:
    programme = make.programme(people.world.at_pa_co)
    sent = at_hanoi(date(2023, 3, 1))
    submit_programme(programme=programme, late_reason="Mới nhận.", by=people.world.as_lan, at=sent)
    night(people, date(2023, 3, 7))
    night(people, date(2023, 3, 8))
    assert [t for t in told(date(2023, 3, 8), account=of(people, "noi_vu")) if "chờ thống nhất 7 ngày" in t]
    assert told(date(2023, 3, 7), account=of(people, "noi_vu")) == []
    # with the Board it lies since it was endorsed, not since it was sent to the agency
    endorse_programme(programme=programme, by=people.world.as_noi_vu, at=at_hanoi(date(2023, 3, 9)))
    night(people, date(2023, 3, 15))
    night(people, date(2023, 3, 16))
    assert [told(date(2023, 3, day), account=of(people, "board")) for day in (15, 16)] == [
        [],
        ["Chương trình theo dõi 2023, Xã Pà Cò: chờ Ban Tổ chức 7 ngày"],
    ]


def test_a_vacant_commune_is_a_task_of_the_board(people: Browsers) -> None:
    world = people.world
    end_assignment(
        assignment=world.at_hang_kia, ends_on=date(2023, 4, 1), reason=EndReason.RETIRED, by=world.as_board, at=AT
    )
    night(people, date(2023, 4, 1))
    assert "Xã Hang Kia: trống cán bộ theo dõi 0 ngày (mục tiêu cử trong 30 ngày)" in told(
        date(2023, 4, 1), account=of(people, "board")
    )


def test_a_person_reads_the_own_page_and_chooses_a_channel(people: Browsers) -> None:
    night(people, DUE)
    page = said(people.lan.get("/nhac-viec/"))
    assert ("Báo cáo 6 tháng 2023, Xã Pà Cò" in page, "Hang Kia" in page, ">Mới<" in page) == (True, False, True)
    assert ">Mới<" not in said(people.lan.get("/nhac-viec/"))
    wrong = posted(people.lan, "/nhac-viec/cach-nhan/", email="lan@", by_email="on")
    assert (wrong.status_code, "chưa đúng dạng" in said(wrong)) == (422, True)
    bare = posted(people.lan, "/nhac-viec/cach-nhan/", email="", by_email="on")
    assert (bare.status_code, "ghi địa chỉ thư công vụ" in said(bare)) == (422, True)
    assert "Chỉ báo trong phần mềm." in said(people.lan.get("/nhac-viec/"))
    assert posted(people.lan, "/nhac-viec/cach-nhan/", email="lan@so.vn", by_email="on").status_code == 302
    assert "Tóm tắt cũng gửi tới lan@so.vn." in said(people.lan.get("/nhac-viec/"))
    night(people, DUE + timedelta(days=7))
    assert Message.objects.get(channel=Channel.EMAIL).account == of(people, "lan")


def test_without_a_mail_server_mail_waits_and_the_board_sees_it(people: Browsers) -> None:
    Preference.objects.create(account=of(people, "lan"), email="lan@so.vn", by_email=True)
    night(people, DUE)
    assert deliver(by=make.system(), at=AT) == (0, 0)
    assert Message.objects.get(channel=Channel.EMAIL).state == MessageState.WAITING
    page = said(people.board.get("/nhac-viec/thu/?xem=cho-gui"))
    assert ("Máy chủ chưa đặt đường gửi thư" in page, "1 thông báo" in page) == (True, True)
    assert people.lan.get("/nhac-viec/thu/").status_code == 404


def test_whom_the_board_urges_is_written_to_once_with_its_word(people: Browsers) -> None:
    one, by = report(people), people.world.as_board
    urge(province=people.world.province.pk, obligations=[one.pk], note="Gửi trong tuần.", by=by, at=at_hanoi(DUE, 9))
    assert [tell_urged(by=make.system(), at=at_hanoi(DUE, hour)) for hour in (9, 10)] == [1, 0]
    # who turns mail on afterwards was told on the page
    Preference.objects.create(account=of(people, "lan"), email="lan@so.vn", by_email=True)
    assert tell_urged(by=make.system(), at=at_hanoi(DUE + timedelta(days=6), 9)) == 0
    page = said(people.lan.get("/nhac-viec/"))
    assert ("Gửi trong tuần." in page, "Báo cáo 6 tháng 2023, Xã Pà Cò" in page) == (True, True)
    assert told(DUE, account=of(people, "noi_vu")) == []


def test_a_person_of_two_roles_reads_one_summary_and_opens_each_line_in_its_role(people: Browsers) -> None:
    lan, world = of(people, "lan"), people.world
    leads = make.grant(account=lan, role=Role.AGENCY, agency=world.at_hang_kia.agency)
    programme = make.programme(world.at_hang_kia)
    submit_programme(
        programme=programme, late_reason="Mới nhận.", by=world.as_son, at=at_hanoi(DUE - timedelta(days=7))
    )
    night(people, DUE)
    assert Message.objects.filter(account=lan, on=DUE).count() == 1
    page = said(people.lan.get("/nhac-viec/"))
    there = f"/chuong-trinh/{programme.pk}/"
    assert f'href="/ky-han/viec/{report(people).pk}/"' in page
    assert (f'href="{there}"' in page, people.lan.get(there).status_code) == (False, 404)
    assert "Việc ở vai trò khác: Lãnh đạo cơ quan, Sở Xây dựng" in page

    changed = people.lan.post("/vai-tro/", {"grant": str(leads.pk), "next": there})

    assert (changed.headers["Location"], people.lan.get(there).status_code) == (there, 200)
    assert f'href="{there}"' in said(people.lan.get("/nhac-viec/"))
    leads.ends_on = DUE
    leads.save()
    assert "Lãnh đạo cơ quan (nay đã thôi)" in said(people.lan.get("/nhac-viec/"))
