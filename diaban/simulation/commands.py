"""`bin/diaban simulate`: invent one or more years of a province, or of the whole country."""

from __future__ import annotations

import argparse
import json
import os
import sys
import time

from diaban.kit.actors import Role, the_system
from diaban.kit.arguments import iso_day
from diaban.kit.digest import digest
from diaban.kit.errors import RuleBroken
from diaban.kit.formats import day, number
from diaban.simulation.rules.world import NATIONAL, PROVINCE
from diaban.simulation.services import Simulated, simulate

FIRST_YEAR, LAST_YEAR = 2023, 2040
WORKERS = 2


def register(verbs: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    parser = verbs.add_parser(
        "simulate",
        help="tạo dữ liệu mô phỏng của một tỉnh hoặc cả nước",
        description="Tạo một hoặc nhiều năm dữ liệu mô phỏng, có đánh dấu. Tên người là hư cấu. "
        "Cùng số gieo thì cùng dữ liệu, cùng mã băm.",
    )
    parser.add_argument("--province", metavar="MÃ", help="mã tỉnh, ví dụ 17 (bắt buộc khi --scale province)")
    parser.add_argument("--year", type=int, metavar="NĂM", help="năm đầu (mặc định 2023; cả nước: 2026)")
    parser.add_argument("--years", type=int, metavar="N", help="số năm liền nhau (mặc định 1, hoặc đến --until)")
    parser.add_argument(
        "--until",
        type=iso_day,
        metavar="NGÀY",
        help="năm cuối đang chạy, dừng ở sáng ngày này, ví dụ 2024-05-10",
    )
    parser.add_argument("--seed", type=int, default=26, metavar="SỐ", help="số gieo (mặc định 26)")
    parser.add_argument("--scale", choices=["province", "national"], default="province", help="một tỉnh hay cả nước")
    parser.add_argument("--format", choices=["text", "json"], default="text", help="dạng kết quả")
    parser.set_defaults(run=run_simulate)


def run_simulate(arguments: argparse.Namespace) -> int:
    national = arguments.scale == "national"
    year = arguments.year or (2026 if national else 2023)
    years = arguments.years or (arguments.until.year - year + 1 if arguments.until else 1)
    _check(arguments, year, years)
    began = time.monotonic()
    made = simulate(
        codes=[arguments.province] if arguments.province else None,
        year=year,
        years=years,
        seed=arguments.seed,
        measure=NATIONAL if national else PROVINCE,
        until=arguments.until,
        by=the_system(role=Role.BOARD),
        tick=_tick,
        workers=min(WORKERS, os.cpu_count() or 1),
    )
    _report(arguments, made, year, years, time.monotonic() - began)
    return 0


def _check(arguments: argparse.Namespace, year: int, years: int) -> None:
    if arguments.scale == "province" and not arguments.province:
        raise RuleBroken("Thiếu mã tỉnh: thêm --province, ví dụ --province 17; hoặc --scale national cho cả nước.")
    if years < 1 or not FIRST_YEAR <= year <= LAST_YEAR:
        raise RuleBroken(f"Năm đầu phải từ {FIRST_YEAR} đến {LAST_YEAR}, số năm từ 1 trở lên.")


def _tick(done: int, total: int, name: str) -> None:
    """A bar on the terminal, nothing in a log."""
    if sys.stderr.isatty() and total > 1:
        bar = "█" * (24 * done // total)
        print(
            f"\r  {bar:<24} {done}/{total} {name:<30}", end="\n" if done == total else "", file=sys.stderr, flush=True
        )


def _report(arguments: argparse.Namespace, made: Simulated, year: int, years: int, seconds: float) -> None:
    found = digest()
    if arguments.format == "json":
        facts = {"province": arguments.province, "year": year, "years": years, "seed": arguments.seed}
        facts["until"] = arguments.until.isoformat() if arguments.until else None
        print(json.dumps({**facts, "counts": dict(made.counts), "digest": found}, ensure_ascii=False, indent=1))
        return
    print(
        f"Dữ liệu mô phỏng: {number(made.provinces)} tỉnh, {number(made.communes)} xã, {years} năm từ {year}"
        + (f", năm cuối đến trước ngày {day(arguments.until)}." if arguments.until else ".")
    )
    for table, rows in sorted(made.counts.items()):
        print(f"  {table:<32}{number(rows):>12}")
    print(f"  trong {number(round(seconds, 1), 1)} giây")
    print(f"Mã băm cơ sở dữ liệu: {found}")
