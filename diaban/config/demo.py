"""The demonstration: one province, one simulated year, the text that the programme began with, the summary report."""

from __future__ import annotations

import argparse
import io
from collections.abc import Callable
from contextlib import redirect_stdout
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path

from diaban.config import cli, schema
from diaban.dashboards import services as dashboards
from diaban.dashboards.queries.summary import summarise
from diaban.dashboards.rules.forms import FORMS
from diaban.dashboards.rules.sentences import Side
from diaban.kit import clock
from diaban.kit.actors import the_system
from diaban.kit.errors import RuleBroken
from diaban.kit.figures import Scope
from diaban.newsroom import services as newsroom
from diaban.places import services as places
from diaban.places.models import Unit
from diaban.places.queries import province_of_year

PROVINCE, YEAR, SEED = "17", 2023, 26
"""Hòa Bình, the first year of the programme there; another seed makes another year."""
SEEDING, SEEDED = "seeding", f"{PROVINCE}-{YEAR}-{SEED}"


@dataclass(frozen=True, slots=True)
class Step:
    label: str
    work: Callable[[], object]


def is_ready() -> bool:
    return schema.remembered().get("demo") == SEEDED


def was_cut_short() -> bool:
    return schema.remembered().get("demo") == SEEDING


def steps(reports: Path) -> list[Step]:
    """What fills an empty database, in order, and the report that comes out of it."""
    return [*data_steps(), Step(f"Lập báo cáo tổng hợp năm {YEAR}", lambda: write_reports(reports))]


def data_steps() -> list[Step]:
    """The records alone. They are only ever added by the same services that people use, or by the simulation."""
    return [
        Step("Nạp danh mục đơn vị hành chính", _load_units),
        Step(f"Mô phỏng một năm theo dõi địa bàn ({YEAR})", _simulate),
        Step("Đăng tin đầu tiên: Kết luận số 1016-KL/TU", _publish_source_text),
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
    scope = Scope(actor=the_system(province.pk), province=province.pk, year=YEAR, as_of=clock.today())
    said = summarise(scope).said
    return [
        (title, ["".join(part.text for part in one.paper) for one in said if one.side is side])
        for title, side in (("Kết quả", Side.RESULT), ("Hạn chế", Side.LIMIT))
    ]


def _publish_source_text() -> None:
    province = _province()
    newsroom.publish_source_text(province=province, by=the_system(province.pk), at=clock.now())


def _province() -> Unit:
    province = province_of_year(PROVINCE, YEAR)
    if province is None:
        raise RuleBroken(f"Danh mục đơn vị hành chính thiếu tỉnh mã {PROVINCE}; chạy bin/diaban units rồi thử lại.")
    return province


def _load_units() -> None:
    places.load_units(by=the_system(), at=clock.now())


def _simulate() -> None:
    if find_spec("diaban.simulation.commands"):
        _verb("simulate", "--province", PROVINCE, "--year", str(YEAR), "--seed", str(SEED))


def _verb(*words: str) -> None:
    """One verb of the command line, without its output."""
    arguments: argparse.Namespace = cli.build_parser().parse_args(words)
    with redirect_stdout(io.StringIO()):
        arguments.run(arguments)
