"""A province whose rule set asks for a report each month: each is owed, written and counted by itself."""

from __future__ import annotations

from datetime import date

import pytest
from pytest_django.fixtures import Settings

from diaban.assessment.queries.facts import facts_beside
from diaban.kit.clock import at_hanoi
from diaban.obligations.models import Obligation
from diaban.obligations.services import expect_year
from diaban.regulations.rules import Mark, ReportKind, Source
from diaban.regulations.services import draft_rule_set, publish_rule_set
from diaban.reminders.models import Message
from diaban.reminders.services import run_night
from diaban.reporting.models import PeriodicReport
from diaban.reporting.rules import SECTIONS
from tests import make
from tests.pages import SURE, Browsers, browsers, posted, said

pytestmark = pytest.mark.django_db
WHOLE = {key: f"Nội dung của mục {key}." for key in SECTIONS}


@pytest.fixture
def people(settings: Settings) -> Browsers:
    settings.DIABAN_CLOCK = date(2023, 3, 17)
    people = browsers()
    world, kinds = people.world, (ReportKind.MONTH, ReportKind.QUARTER, ReportKind.YEAR)
    wanted = draft_rule_set(
        province=world.province,
        code="thang",
        name="Báo cáo tháng",
        starts_on=date(2023, 1, 1),
        changes={"report_kinds": (kinds, Source(Mark.SOURCE, "Quyết định thử"))},
        by=world.as_board,
        at=make.AT,
    )
    publish_rule_set(rule_set=wanted, by=world.as_board, at=make.AT)
    expect_year(province=world.province, year=2023, by=world.as_board, at=make.AT)
    return people


def page_of(people: Browsers, period: str) -> str:
    return f"/bao-cao/phan-cong/{people.world.at_pa_co.pk}/{period}/2023/moi/"


def owed(people: Browsers, kind: str) -> dict[int, bool]:
    """By number of the period whether it was received."""
    rows = Obligation.objects.filter(assignment=people.world.at_pa_co, kind=kind, year=2023).order_by("period")
    return {one.period: one.received_on is not None for one in rows}


def test_a_month_is_owed_counted_and_received_by_itself(people: Browsers) -> None:
    make.visit(people.world.at_pa_co, on=date(2023, 2, 10))
    make.visit(people.world.at_pa_co, on=date(2023, 3, 10))
    assert "Báo cáo kết quả theo dõi tháng 3/2023" in said(people.lan.get(page_of(people, "thang-3")))
    assert posted(people.lan, page_of(people, "thang-3"), **WHOLE).status_code == 302
    report = PeriodicReport.objects.get()
    assert posted(people.lan, f"/bao-cao/{report.pk}/gui/", **SURE).status_code == 302
    report.refresh_from_db()
    assert (str(report), report.figures["chuyen-di"]) == ("Báo cáo tháng 3/2023, Xã Pà Cò", 1)
    assert [month for month, received in owed(people, "month_report").items() if received] == [3]
    assert not any(owed(people, "quarter_report").values())
    assert "tháng 3 năm 2023" in said(people.lan.get(f"/bao-cao/{report.pk}/ban-in/"))
    beside = facts_beside(people.world.as_board, people.world.at_pa_co, 2023, today=date(2023, 3, 17))
    assert "báo cáo tháng 3/2023: đúng hạn" in [fact.words for fact in beside["situation"]]
    run_night(province=people.world.province, by=make.system(), at=at_hanoi(date(2023, 3, 24), 5))
    written = [line["text"] for one in Message.objects.all() for line in one.lines]
    assert "Báo cáo tháng 3/2023, Xã Pà Cò: chờ thống nhất 7 ngày" in written


def test_what_the_rule_set_does_not_ask_for_has_no_page(people: Browsers) -> None:
    for period in ("6-thang", "thang-13", "quy-5", "tuan-1"):
        assert people.lan.get(page_of(people, period)).status_code == 404
    assert people.lan.get(page_of(people, "quy-1")).status_code == 200
