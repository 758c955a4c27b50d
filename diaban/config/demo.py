"""The demonstration: one province, one simulated year and the running one after it, the first text, the report."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from diaban.config import schema
from diaban.dashboards import services as dashboards
from diaban.dashboards.queries.summary import scope_of_year, summarise
from diaban.dashboards.rules.forms import FORMS
from diaban.dashboards.rules.sentences import Side
from diaban.kit import clock
from diaban.kit.actors import Role, the_system
from diaban.kit.clock import at_hanoi
from diaban.kit.errors import RuleBroken
from diaban.kit.formats import day_party
from diaban.newsroom import services as newsroom
from diaban.places.models import Unit
from diaban.places.queries import province_of_year
from diaban.reminders.services import run_night
from diaban.simulation.models import SimulatedYear
from diaban.simulation.rules.world import PROVINCE as ONE_PROVINCE
from diaban.simulation.services import simulate

PROVINCE, YEAR, SEED = "17", 2023, 26
"""Hòa Bình, the first year of the programme there; another seed makes another year."""
UNTIL = date(2024, 5, 10)
"""The morning on which the year after it stands: the demonstration's clock shows this day."""
SEEDED = f"{PROVINCE}-{YEAR}-{SEED}-{UNTIL}"


@dataclass(frozen=True, slots=True)
class Step:
    label: str
    work: Callable[[], object]


def is_ready() -> bool:
    return schema.remembered().get("demo") == SEEDED


def steps(reports: Path) -> list[Step]:
    """What fills an empty database, in order, and the report that comes out of it."""
    return [*data_steps(), Step(f"Lập báo cáo tổng hợp năm {YEAR}", lambda: write_reports(reports))]


def data_steps() -> list[Step]:
    """The records alone. They are only ever added by the same services that people use, or by the simulation."""
    return [
        Step(f"Nạp đơn vị hành chính, mô phỏng năm {YEAR} và năm {UNTIL.year} đến {day_party(UNTIL)}", _simulate),
        Step("Đăng tin đầu tiên: Kết luận số 1016-KL/TU", _publish_source_text),
        Step(f"Nhắc việc của ngày {day_party(UNTIL)}", _remind),
    ]


def write_reports(folder: Path) -> list[Path]:
    """The summary report of the year as Word, PDF and a page, and its figures as JSON."""
    folder.mkdir(parents=True, exist_ok=True)
    province = _province()
    by, at = the_system(province.pk), clock.now()
    files = []
    for form in FORMS:
        content = dashboards.make_summary(province=province, year=YEAR, form=form, by=by, at=at)
        files.append(folder / f"tong-hop-{YEAR}.{form}")
        files[-1].write_bytes(content)
    return files


def headline() -> list[tuple[str, list[str]]]:
    """The year in sentences: («Kết quả», […]), («Hạn chế», […])."""
    province = _province()
    scope = scope_of_year(the_system(province.pk), province=province.pk, year=YEAR, as_of=clock.today())
    said = summarise(scope).said
    return [
        (title, ["".join(part.text for part in one.paper) for one in said if one.side is side])
        for title, side in (("Kết quả", Side.RESULT), ("Hạn chế", Side.LIMIT))
    ]


def _remind() -> None:
    run_night(province=_province(), by=the_system(_province().pk), at=at_hanoi(UNTIL, 5))


def _publish_source_text() -> None:
    province = _province()
    newsroom.publish_source_text(province=province, by=the_system(province.pk), at=clock.now())


def _province() -> Unit:
    province = province_of_year(PROVINCE, YEAR)
    if province is None:
        raise RuleBroken(f"Danh mục đơn vị hành chính thiếu tỉnh mã {PROVINCE}; chạy bin/diaban units rồi thử lại.")
    return province


def _simulate() -> None:
    if SimulatedYear.objects.filter(province__code=PROVINCE, until=UNTIL).exists():
        return
    by = the_system(role=Role.BOARD)
    years = UNTIL.year - YEAR + 1
    simulate(codes=[PROVINCE], year=YEAR, years=years, seed=SEED, measure=ONE_PROVINCE, until=UNTIL, by=by)
