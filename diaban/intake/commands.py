"""Verbs of the command line: `import assignments`."""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path

from diaban.assignments.services import ImportReport
from diaban.intake.services import take_in_assignments
from diaban.kit import clock, formats
from diaban.kit.actors import the_system
from diaban.kit.arguments import iso_day
from diaban.kit.errors import RuleBroken

STATES = {"ok": "được", "ask": "cần hỏi", "error": "sai"}


def register(verbs: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    things = verbs.add_parser("import", help="nhập dữ liệu từ tệp").add_subparsers(
        title="nhập", metavar="LOẠI", required=True
    )
    parser = things.add_parser(
        "assignments",
        help="danh sách cán bộ theo dõi xã, phường, thị trấn",
        description="Đọc danh sách phân công (.xlsx, .xls, .csv, bảng HTML lưu thành .xls) và cho xem trước: hiểu "
        "được gì, dòng nào cần hỏi, dòng nào sai. Với --commit thì nhập, toàn bộ hoặc không dòng nào.",
        epilog="Mã kết thúc: 0 mọi dòng đều được; 1 còn dòng cần hỏi hoặc sai; 2 không đọc được tệp.",
    )
    parser.add_argument("file", type=Path, metavar="TỆP", help="tệp danh sách, không quá 10 MB")
    parser.add_argument("--commit", action="store_true", help="nhập vào hệ thống")
    parser.add_argument("--province", metavar="MÃ", help="mã tỉnh, ví dụ 17; để trống: theo tệp")
    parser.add_argument("--starts-on", type=iso_day, metavar="NGÀY", help="ngày bắt đầu khi tệp không ghi")
    parser.add_argument("--answers", type=Path, metavar="TỆP", help="tệp JSON: khóa câu hỏi -> câu trả lời")
    parser.add_argument("--format", choices=["text", "json"], default="text", help="dạng kết quả")
    parser.set_defaults(run=run_import)


def run_import(arguments: argparse.Namespace) -> int:
    report = take_in_assignments(
        content=_content(arguments.file),
        filename=arguments.file.name,
        province=arguments.province,
        starts_on_default=arguments.starts_on,
        answers=_answers(arguments.answers),
        commit=arguments.commit,
        by=the_system(),
        at=clock.now(),
    )
    if arguments.format == "json":
        print(json.dumps(report.as_json(), ensure_ascii=False, indent=1))
    else:
        print("\n".join(_lines(report)))
    if report.refusal:
        print(report.refusal, file=sys.stderr)
    counts = report.understood.counts()
    return 1 if counts["ask"] or counts["error"] or report.refusal else 0


def _content(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise RuleBroken(f"Không mở được tệp {path}: {error.strerror}.") from error


def _answers(path: Path | None) -> dict[str, str]:
    if path is None:
        return {}
    try:
        given = json.loads(_content(path))
    except ValueError as error:
        raise RuleBroken(f"Tệp {path} không phải là JSON.") from error
    return {str(key): str(value) for key, value in dict(given).items()}


def _lines(report: ImportReport) -> list[str]:
    lines = [*report.notes, *report.understood.missing]
    for entry in report.understood.entries:
        communes = ", ".join(f"{unit.name} ({unit.code})" for unit in entry.communes) or "—"
        who = ", ".join(part for part in (entry.cadre or "—", entry.post, entry.agency) if part)
        lines.append(f"Dòng {entry.row} [{STATES[entry.state]}] {who}: {communes}, từ {formats.day(entry.starts_on)}")
        lines.extend(f"    {message}" for message in entry.messages)
    counts = report.understood.counts()
    lines.append(", ".join(f"{counts[state]} {word}" for state, word in STATES.items()) + ".")
    if report.recorded:
        made = report.recorded
        lines.append(
            f"Đã nhập: {made.assignments} phân công, {made.cadres} cán bộ, {made.agencies} cơ quan mới; "
            f"{made.known} phân công đã có từ trước."
        )
    return lines
