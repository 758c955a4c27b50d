"""`bin/diaban export`, `import-archive` and `digest`."""

from __future__ import annotations

import argparse
import json
from functools import partial
from pathlib import Path

from diaban.archive.services import export, import_archive
from diaban.kit import clock
from diaban.kit.digest import digest
from diaban.kit.formats import number


def register(verbs: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    out = verbs.add_parser(
        "export",
        help="xuất mọi hồ sơ ra tệp CSV kèm mô tả",
        description="Ghi mỗi bảng một tệp CSV (UTF-8), schema.json mô tả từng cột, figures.json định nghĩa từng số "
        "liệu bằng SQL, digest.txt ghi mã băm.",
    )
    out.add_argument("folder", type=Path, metavar="THƯ_MỤC", help="thư mục trống (tự tạo nếu chưa có)")
    out.add_argument("--province", metavar="MÃ", help="chỉ một tỉnh; để trống: tất cả")
    out.set_defaults(run=run_export)
    back = verbs.add_parser(
        "import-archive",
        help="nạp kho lưu vào cơ sở dữ liệu trống",
        description="Nạp tất cả hoặc không nạp gì; mã băm sau khi nạp phải đúng như trong digest.txt.",
    )
    back.add_argument("folder", type=Path, metavar="THƯ_MỤC", help="thư mục do lệnh export tạo")
    back.set_defaults(run=run_import)
    sums = verbs.add_parser("digest", help="in mã băm của mọi hồ sơ")
    sums.set_defaults(run=run_digest)
    for parser in (out, back, sums):
        parser.add_argument("--format", choices=["text", "json"], default="text", help="dạng kết quả")


def run_export(arguments: argparse.Namespace) -> int:
    from diaban.dashboards.queries.told import definitions  # noqa: PLC0415 -- only this verb asks for the figures

    described, found = export(
        folder=arguments.folder,
        province=arguments.province or "",
        figures=partial(definitions, as_of=clock.today(), province=arguments.province or ""),
    )
    rows = {name: table["rows"] for name, table in described["tables"].items()}
    _say(arguments, f"Đã xuất {number(sum(rows.values()))} dòng vào {arguments.folder}.", rows, found)
    return 0


def run_import(arguments: argparse.Namespace) -> int:
    described, found = import_archive(folder=arguments.folder)
    rows = {name: table["rows"] for name, table in described["tables"].items()}
    _say(arguments, f"Đã nạp {number(sum(rows.values()))} dòng từ {arguments.folder}.", rows, found)
    return 0


def run_digest(arguments: argparse.Namespace) -> int:
    found = digest()
    print(json.dumps({"digest": found}) if arguments.format == "json" else found)
    return 0


def _say(arguments: argparse.Namespace, sentence: str, rows: dict[str, int], found: str) -> None:
    if arguments.format == "json":
        print(json.dumps({"rows": rows, "digest": found}, ensure_ascii=False, indent=1))
    else:
        print(f"{sentence}\nMã băm: {found}")
