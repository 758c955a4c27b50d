"""A cadre begins the report of a period, writes its sections and sends it with its numbers frozen."""

from __future__ import annotations

from datetime import date

import pytest

from diaban.fieldwork.rules import Source, SupportKind, ValueBasis
from diaban.fieldwork.services import confirm_support, record_support
from diaban.kit.clock import at_hanoi
from diaban.kit.errors import NotAllowed, RuleBroken
from diaban.kit.ids import uuid7
from diaban.regulations.rules import ReportKind, ReportPeriod
from diaban.reporting.models import PeriodicReport
from diaban.reporting.policies import visible_reports
from diaban.reporting.rules import SECTIONS, CompletionLevel, ReportState, sections_of
from diaban.reporting.services import begin_report, submit_report, write_report
from tests import make
from tests.make import World

pytestmark = pytest.mark.django_db
AT = at_hanoi(date(2023, 6, 18))
TEXTS = dict.fromkeys(SECTIONS, "Có nội dung.")


def begun(world: World, **changes: object) -> PeriodicReport:
    given: dict[str, object] = {
        "assignment": world.at_pa_co,
        "period": ReportPeriod(ReportKind.HALF_YEAR),
        "year": 2023,
        "by": world.as_lan,
        "at": AT,
    }
    return begin_report(**(given | changes))  # type: ignore[arg-type]  # each test gives what fits


def written(world: World, **changes: object) -> PeriodicReport:
    return write_report(report=begun(world, **changes), texts=TEXTS, by=world.as_lan, at=AT)


def test_a_report_begins_with_the_headings_of_today() -> None:
    world, same = make.world(), uuid7()
    assert begun(world, id=same) == begun(world, id=same)
    stored = PeriodicReport.objects.get()
    assert (stored.sections, stored.state, stored.version, stored.commune) == (
        sections_of({}),
        ReportState.DRAFT,
        1,
        world.pa_co,
    )
    assert make.audited() == ["report.begun"]


def test_a_period_has_one_report() -> None:
    world = make.world()
    begun(world)
    with pytest.raises(RuleBroken, match="Báo cáo 6 tháng 2023 của địa bàn này đã có"):
        begun(world)
    begun(world, period=ReportPeriod(ReportKind.YEAR))


def test_sections_are_written_one_by_one() -> None:
    world = make.world()
    report = begun(world)
    write_report(report=report, texts={"tasks": " Một.\n\nHai. "}, by=world.as_lan, at=AT)
    write_report(report=report, texts={"limits": "Ba."}, by=world.as_lan, at=AT)
    texts = {key: section["text"] for key, section in PeriodicReport.objects.get().sections.items() if section["text"]}
    assert texts == {"tasks": "Một.\n\nHai.", "limits": "Ba."}


def test_an_unknown_or_endless_section_is_refused() -> None:
    world = make.world()
    report = begun(world)
    for texts, field in (({"khac": "x"}, "khac"), ({"tasks": "a" * 20_001}, "tasks")):
        with pytest.raises(RuleBroken) as refused:
            write_report(report=report, texts=texts, by=world.as_lan, at=AT)
        assert refused.value.field == field


def test_an_incomplete_report_is_not_sent() -> None:
    world = make.world()
    report = begun(world)
    with pytest.raises(
        RuleBroken, match=r"Mục “I\. Kết quả thực hiện chương trình theo dõi” chưa có nội dung"
    ) as refused:
        submit_report(report=report, by=world.as_lan, at=AT)
    stored = PeriodicReport.objects.get()
    assert (refused.value.field, stored.state, stored.submitted_at) == ("programme", ReportState.DRAFT, None)


def test_the_numbers_are_those_up_to_the_cut_off_and_stay() -> None:
    world = make.world()
    make.visit(world.at_pa_co, on=date(2023, 3, 15))
    make.visit(world.at_pa_co, on=date(2023, 6, 16), at=AT)
    make.visit(world.at_hang_kia, on=date(2023, 3, 16))
    support = record_support(
        assignment=world.at_pa_co,
        supported_on=date(2023, 6, 14),
        kind=SupportKind.CASH,
        content="Quà Tết",
        source=Source.STAFF,
        value_vnd=5_000_000,
        value_basis=ValueBasis.INVOICE,
        by=world.as_lan,
        at=AT,
    )
    report = submit_report(report=written(world), by=world.as_lan, at=AT)
    confirm_support(support=support, by=world.as_pa_co, at=AT)
    make.visit(world.at_pa_co, on=date(2023, 3, 17), at=AT)

    report.refresh_from_db()
    assert report.figures == {
        "den-ngay": "2023-06-14",
        "chuyen-di": 1,
        "so-buoi": 1,
        "luot-tham-du": 0,
        "ho-tro": 1,
        "tong-ho-tro": 5_000_000,
        "ho-tro-da-xac-nhan": 0,
        "ghi-nhan-tinh-hinh": 0,
        "kho-khan": 0,
        "kho-khan-da-tra-loi": 0,
        "kho-khan-da-giai-quyet": 0,
        "kho-khan-qua-han": 0,
        "mo-hinh": 0,
        "noi-dung": 0,
        "noi-dung-da-lam": 0,
    }


def test_the_year_asks_for_a_level() -> None:
    world, at = make.world(), at_hanoi(date(2023, 11, 20))
    report = written(world, period=ReportPeriod(ReportKind.YEAR))
    with pytest.raises(RuleBroken, match="Báo cáo năm phải tự nhận mức hoàn thành"):
        submit_report(report=report, by=world.as_lan, at=at)
    write_report(report=report, texts={}, self_level=CompletionLevel.GOOD, by=world.as_lan, at=at)
    submit_report(report=report, by=world.as_lan, at=at)
    assert PeriodicReport.objects.get().self_level == CompletionLevel.GOOD


@pytest.mark.parametrize("who", ["son", "noi_vu", "pa_co", "board", "standing", "system"])
def test_nobody_else_writes_it(who: str) -> None:
    world = make.world()
    with pytest.raises(NotAllowed):
        begun(world, by=world.everybody[who])
    report = begun(world)
    with pytest.raises(NotAllowed):
        write_report(report=report, texts=TEXTS, by=world.everybody[who], at=AT)


def test_a_draft_is_its_writers_and_what_is_sent_is_for_all_in_scope() -> None:
    world = make.world()
    report = written(world)
    assert make.seen_by(world, visible_reports) == {"lan"}
    submit_report(report=report, by=world.as_lan, at=AT)
    assert make.seen_by(world, visible_reports) == {
        "lan",
        "noi_vu",
        "pa_co",
        "district",
        "board",
        "standing",
        "inspector",
    }
