"""Verbs of the command line: `units` and `match units`. Both read the lists that come with the product, no database."""

from __future__ import annotations

import argparse
import json
import sys
from datetime import date
from pathlib import Path

from diaban.kit import clock, formats
from diaban.kit.arguments import iso_day
from diaban.kit.errors import RuleBroken
from diaban.places import tables
from diaban.places.rules.counts import EXPECTED, count, wrong_lists
from diaban.places.rules.kinds import Level
from diaban.places.rules.lists import former_names, listed_links, listed_units, units_on
from diaban.places.rules.matching import MatchState, gazetteer_of, match

FIRST_LIST = date(2022, 10, 1)


def register(verbs: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    units = verbs.add_parser("units", help="đếm đơn vị hành chính trước và sau 1/7/2025, tự đối chiếu")
    units.add_argument("--format", choices=["text", "json"], default="text", help="dạng kết quả")
    units.set_defaults(run=print_units, needs_database=False)
    things = verbs.add_parser("match", help="đối chiếu tên ghi trong một tệp với danh mục")
    kinds = things.add_subparsers(title="đối chiếu", metavar="LOẠI", required=True)
    _register_match_units(kinds)


def _register_match_units(kinds: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    parser = kinds.add_parser(
        "units",
        help="tên xã, huyện, tỉnh",
        description="Đọc tệp CSV có các cột ward, district, province (hoặc xã, huyện, tỉnh) và thêm các cột code, "
        "state (exact: khớp; ask: cần người chọn; none: không có) và candidates (các mã gợi ý, cách nhau bằng |).",
    )
    parser.add_argument("file", type=Path, metavar="TỆP", help="tệp CSV: UTF-8 hoặc UTF-16; phẩy, chấm phẩy hoặc tab")
    parser.add_argument(
        "--on", type=iso_day, metavar="NGÀY", help="danh mục của ngày này, dạng 2024-12-31; mặc định hôm nay"
    )
    parser.add_argument("--out", type=Path, metavar="TỆP", help="ghi kết quả ra tệp; để trống: in ra màn hình")
    parser.add_argument("--format", choices=["csv", "json"], default="csv", help="dạng kết quả")
    parser.set_defaults(run=match_units, needs_database=False)


def print_units(arguments: argparse.Namespace) -> int:
    wrong = wrong_lists()
    if arguments.format == "json":
        lists = [{"on": each.on.isoformat(), "title": each.title, **_counts(each.on)} for each in EXPECTED]
        print(json.dumps({"ok": not wrong, "lists": lists}, ensure_ascii=False, indent=1))
    else:
        print("\n".join(line for each in EXPECTED for line in _lines(each.title, each.on)))
        print(f"Không khớp số đã công bố: {'; '.join(wrong)}." if wrong else "Khớp số đã công bố.")
    return 1 if wrong else 0


def _counts(on: date) -> dict[str, dict[str, int]]:
    return {
        level.value: {"total": sum(kinds.values()), **{kind.value: kinds[kind] for kind in sorted(kinds)}}
        for level, kinds in count(units_on(on)).items()
    }


def _lines(title: str, on: date) -> list[str]:
    counts = count(units_on(on))
    levels = [level for level in Level if level in counts]
    totals = " / ".join(formats.number(sum(counts[level].values())) for level in levels)
    lines = [f"{title}: {totals}"]
    for level in levels:
        kinds = ", ".join(f"{formats.number(number)} {kind.label}" for kind, number in sorted(counts[level].items()))
        lines.append(f"  {level.label}: {kinds}")
    return lines


def match_units(arguments: argparse.Namespace) -> int:
    on = arguments.on or clock.today()
    if on < FIRST_LIST:
        raise RuleBroken(f"Danh mục đơn vị bắt đầu từ ngày {formats.day(FIRST_LIST)}; hãy chọn ngày từ đó về sau.")
    table = tables.read_table(_content(arguments.file))
    gazetteer = gazetteer_of(listed_units(), listed_links(), former_names(), on)
    found = [match(gazetteer, ward=row.ward, district=row.district, province=row.province) for row in table.rows]
    render = tables.as_json if arguments.format == "json" else tables.as_csv
    _write(render(table, found), arguments.out)
    counts = {state: sum(each.state == state for each in found) for state in MatchState}
    former = sum(each.former for each in found)
    summary = "; ".join(f"{state.label}: {formats.number(number)}" for state, number in counts.items())
    print(f"{summary}. Trong số khớp, {formats.number(former)} tên có ở danh mục liền kề.", file=sys.stderr)
    return 0


def _content(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise RuleBroken(f"Không đọc được tệp {path}: tệp không có hoặc không được phép đọc.") from error


def _write(text: str, out: Path | None) -> None:
    if out is None:
        sys.stdout.write(text)
        return
    try:
        out.write_text(text, encoding="utf-8", newline="")
    except OSError as error:
        raise RuleBroken(f"Không ghi được tệp {out}: thư mục không có hoặc không được phép ghi.") from error
