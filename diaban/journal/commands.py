"""`bin/diaban verify`."""

from __future__ import annotations

import argparse
import json
from datetime import date
from pathlib import Path

from diaban.journal.queries import Verified, day_heads, verify
from diaban.journal.rules import Head, head_on_paper
from diaban.kit.errors import RuleBroken
from diaban.kit.formats import number


def register(verbs: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    parser = verbs.add_parser(
        "verify",
        help="kiểm tra nhật ký ghi nhận và các hồ sơ đã ghi",
        description="Tìm mọi dòng nhật ký bị sửa, thiếu, đổi chỗ và mọi hồ sơ khác với lần ghi cuối. "
        "Kết thúc với mã 0 khi mọi thứ khớp, mã 1 khi có chỗ không khớp.",
    )
    parser.add_argument("--head", type=date.fromisoformat, metavar="NGÀY", help="chỉ in mã cuối ngày (YYYY-MM-DD)")
    parser.add_argument(
        "--paper", action="append", default=[], metavar="MÃ", help="một mã cuối ngày đã in; dùng nhiều lần được"
    )
    parser.add_argument("--paper-file", type=Path, metavar="TỆP", help="tệp chữ, mỗi dòng một mã cuối ngày")
    parser.add_argument("--format", choices=["text", "json"], default="text", help="dạng kết quả")
    parser.set_defaults(run=run_verify)


def run_verify(arguments: argparse.Namespace) -> int:
    if arguments.head:
        return _print_heads(arguments)
    found = verify(paper=_on_paper(arguments))
    print(_as_json(found) if arguments.format == "json" else _as_text(found))
    return 1 if found.faults else 0


def _print_heads(arguments: argparse.Namespace) -> int:
    heads = day_heads(None, arguments.head)
    if arguments.format == "json":
        print(json.dumps([_of_head(one) for one in heads], ensure_ascii=False, indent=1))
    else:
        print("\n".join(one.written for one in heads) or "Ngày này không có gì được ghi vào nhật ký.")
    return 0


def _on_paper(arguments: argparse.Namespace) -> list[Head]:
    typed = list(arguments.paper)
    if arguments.paper_file:
        try:
            typed += [line for line in arguments.paper_file.read_text("utf-8").splitlines() if line.strip()]
        except (OSError, ValueError):
            raise RuleBroken(f"Không đọc được tệp {arguments.paper_file}.") from None
    return [head_on_paper(one) for one in typed]


def _as_text(found: Verified) -> str:
    counts = f"{number(found.entries)} dòng nhật ký, {number(found.records)} hồ sơ"
    if not found.faults:
        return f"Nhật ký khớp: {counts}."
    lines = [f"Nhật ký không khớp ở {number(len(found.faults))} chỗ ({counts})."]
    return "\n".join([*lines, *(f"- {one.said}" for one in found.faults)])


def _as_json(found: Verified) -> str:
    faults = [
        {
            "kind": one.kind.value,
            "chain": one.chain,
            "entry": one.seq,
            "table": one.table,
            "record": one.record,
            "said": one.said,
        }
        for one in found.faults
    ]
    content = {"holds": not faults, "entries": found.entries, "records": found.records, "faults": faults}
    return json.dumps(content | {"heads": [_of_head(one) for one in found.heads]}, ensure_ascii=False, indent=1)


def _of_head(head: Head) -> dict[str, object]:
    return {
        "chain": head.chain,
        "entry": head.seq,
        "hash": head.hash,
        "day": head.day.isoformat() if head.day else None,
        "written": head.written,
    }
