"""Many provinces, two at a time: while one is being invented, another is being written."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from multiprocessing import get_context
from random import Random

from django.db import connection

from diaban.kit import ids
from diaban.kit.actors import Actor
from diaban.kit.errors import RuleBroken
from diaban.kit.formats import day_party
from diaban.places import services as places
from diaban.places.queries import provinces_on
from diaban.regulations.services import seed_defaults
from diaban.simulation.rules.book import moment
from diaban.simulation.rules.world import Measure
from diaban.simulation.services.simulating import Simulated, simulate_province

Tick = Callable[[int, int, str], None]
"""Told how many provinces are done, of how many, and the name of the last one."""


@dataclass(frozen=True, slots=True)
class Task:
    code: str
    year: int
    years: int
    seed: int
    measure: Measure
    until: date | None
    by: Actor


def simulate(
    *,
    codes: list[str] | None,
    year: int,
    years: int,
    seed: int,
    measure: Measure,
    until: date | None = None,
    by: Actor,
    tick: Tick = lambda *_: None,
    workers: int = 1,
) -> Simulated:
    """Simulate the provinces of these codes, or all. Units and rules that are not there yet are laid first.

    `until`: the last year runs, and stands as on the morning of that day.
    """
    _refuse_half_year(until, year + years - 1)
    prepared = _prepare(codes, date(year - 1, 12, 14), seed, by)
    tasks = [Task(code, year, years, seed, measure, until, by) for code in prepared]
    made = Simulated()
    for done, (name, one) in enumerate(_run(tasks, workers), start=1):
        made += one
        tick(done, len(tasks), name)
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")
    return made


def _refuse_half_year(until: date | None, year: int) -> None:
    """A running year holds no reports yet, and what the year before left over is done by the middle of April."""
    first, last = date(year, 4, 15), date(year, 6, 14)
    if until is not None and not first <= until <= last:
        raise RuleBroken(
            f"Năm đang chạy phải là năm cuối và dừng ở một ngày từ {day_party(first)} đến {day_party(last)}.",
            field="until",
        )


def _prepare(codes: list[str] | None, day: date, seed: int, by: Actor) -> list[str]:
    """The lists of units, the default rules, and the codes of the provinces that exist on the day of the assignment."""
    with ids.following(Random(f"{seed}:units")):  # noqa: S311 -- invented, not secret
        places.load_units(by=by, at=moment(day, 7))
        seed_defaults(by=by, at=moment(day, 7))
    known = list(provinces_on(day).values_list("code", flat=True))
    unknown = [code for code in codes or [] if code not in known]
    if unknown:
        raise RuleBroken(f"Ngày {day:%d/%m/%Y} không có tỉnh mang mã {', '.join(unknown)}.")
    return codes or known


def _run(tasks: list[Task], workers: int) -> Iterator[tuple[str, Simulated]]:
    """In this process, or in others that each have a connection of their own."""
    if workers == 1 or len(tasks) == 1:
        yield from map(_one, tasks)
        return
    connection.close()
    with get_context("fork").Pool(workers) as pool:
        yield from pool.imap_unordered(_one, tasks)


def _one(task: Task) -> tuple[str, Simulated]:
    made = simulate_province(
        code=task.code,
        year=task.year,
        years=task.years,
        seed=task.seed,
        measure=task.measure,
        until=task.until,
        by=task.by,
    )
    return made.name, made
