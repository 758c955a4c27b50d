"""Invent years of a province's programme, mark them as invented, and write them."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field, replace
from datetime import date
from random import Random

from django.db import transaction

from diaban.assignments.models import Assignment
from diaban.kit import audit, ids
from diaban.kit.actors import Actor
from diaban.kit.errors import RuleBroken
from diaban.places.models import Unit
from diaban.places.queries import communes_of, provinces_on
from diaban.regulations.models import Directive
from diaban.regulations.queries import calendar, rule_values
from diaban.regulations.services import seed_regulations
from diaban.simulation.models import SimulatedYear
from diaban.simulation.rules.book import Book, moment
from diaban.simulation.rules.plan import plan_province
from diaban.simulation.rules.world import Commune, Measure, Province, Setting
from diaban.simulation.services.writing import write_book


@dataclass(slots=True)
class Simulated:
    """What was made: rows by table."""

    counts: Counter[str] = field(default_factory=Counter)
    provinces: int = 0
    communes: int = 0
    name: str = ""

    def __iadd__(self, other: Simulated) -> Simulated:
        self.counts.update(other.counts)
        self.provinces += other.provinces
        self.communes += other.communes
        return self


@transaction.atomic
def simulate_province(
    *, code: str, year: int, years: int, seed: int, measure: Measure, until: date | None = None, by: Actor
) -> Simulated:
    """One province in one transaction: all of it or nothing. `until`: the last year stands as on that morning."""
    province = provinces_on(_decided_on(year)).get(code=code)
    _refuse_real_province(province)
    _refuse_end_of_units(province, year + years - 1)
    by = replace(by, province=province.pk)
    with ids.following(Random(f"{seed}:{code}")):  # noqa: S311 -- invented, not secret
        seed_regulations(province=province, by=by, at=moment(_decided_on(year), 8))
        setting = _setting(province, year, years, seed, measure, until)
        book = plan_province(setting, rule_set=setting.rules.rule_set, sink=write_book)
        _mark(province, setting, book)
        audit.record(
            "simulation.made",
            f"simulation:{code}:{year}",
            by=by,
            at=setting.written_down(year + years - 1),
            seed=seed,
            years=years,
        )
    return Simulated(book.counts(), 1, len(setting.province.communes), province.name)


def _decided_on(year: int) -> date:
    return date(year - 1, 12, 14)


def _refuse_real_province(province: Unit) -> None:
    """Invented records never stand beside real ones, nor on each other."""
    if SimulatedYear.objects.filter(province=province).exists():
        raise RuleBroken(f"{province.name} đã có năm mô phỏng. Dùng một cơ sở dữ liệu mới để mô phỏng lại.")
    if Assignment.objects.filter(province=province).exists():
        raise RuleBroken(f"{province.name} đã có phân công thật; không mô phỏng vào cơ sở dữ liệu có dữ liệu thật.")


def _refuse_end_of_units(province: Unit, last_year: int) -> None:
    if province.valid_to and province.valid_to <= date(last_year, 12, 31):
        raise RuleBroken(
            f"{province.name} (mã {province.code}) chỉ có đến trước ngày {province.valid_to:%d/%m/%Y}; "
            f"chọn các năm trước năm {province.valid_to.year}."
        )


def _setting(province: Unit, year: int, years: int, seed: int, measure: Measure, until: date | None) -> Setting:
    order = Directive.objects.filter(province=province, kind="decision", issued_on__year=year - 1).first()
    here = Province(province.pk, province.code, province.name, _communes(province, year), province.valid_to)
    return Setting(
        province=here,
        first_year=year,
        years=years,
        seed=seed,
        rules=rule_values(province, year),
        calendar=calendar(year - 1, year + years),
        measure=measure,
        decision_symbol=order.symbol if order else "01-QĐ/TU",
        until=until,
    )


def _communes(province: Unit, year: int) -> tuple[Commune, ...]:
    found = communes_of(province.code, _decided_on(year))
    return tuple(Commune(unit.pk, unit.code, unit.name, *_district(unit.parent)) for unit in found)


def _district(parent: Unit | None) -> tuple[int | None, str]:
    return (parent.pk, parent.name) if parent and parent.level == "district" else (None, "")


def _mark(province: Unit, setting: Setting, book: Book) -> None:
    digest = book.digest()
    for year in range(setting.first_year, setting.first_year + setting.years):
        SimulatedYear.objects.create(
            id=book.new_id(setting.written_down(year)),
            province=province,
            year=year,
            seed=setting.seed,
            digest=digest,
            until=setting.until if setting.runs(year) else None,
        )
