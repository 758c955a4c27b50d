"""`bin/diaban summary`: the yearly summary from the command line."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from diaban.dashboards.rules.forms import FORMS
from diaban.kit import clock
from diaban.kit.actors import the_system
from diaban.kit.errors import RuleBroken
from diaban.places.queries import province_of_year


def register(verbs: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    parser = verbs.add_parser("summary", help="tổng hợp một năm thành báo cáo hoặc số liệu")
    parser.add_argument("--year", type=int, required=True, help="năm tổng hợp, ví dụ 2023")
    parser.add_argument("--province", default="17", help="mã tỉnh tại năm đó (mặc định 17, Hòa Bình)")
    parser.add_argument("--format", choices=FORMS, default="html", help="dạng kết quả (mặc định html)")
    parser.add_argument("--out", type=Path, help="tệp kết quả; không nêu thì in ra màn hình")
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    from diaban.dashboards import services  # noqa: PLC0415 -- the paper machine is heavy; other verbs need none of it

    if not 2015 <= arguments.year <= clock.today().year + 1:
        raise RuleBroken(f"Năm {arguments.year} nằm ngoài khoảng có số liệu.")
    province = province_of_year(arguments.province, arguments.year)
    if province is None:
        raise RuleBroken(f"Không có tỉnh mang mã «{arguments.province}» trong năm {arguments.year}.")
    content = services.make_summary(
        province=province,
        year=arguments.year,
        form=arguments.format,
        by=the_system(province.pk),
        at=clock.now(),
    )
    _write(content, arguments.out)
    return 0


def _write(content: bytes, out: Path | None) -> None:
    if out is None:
        sys.stdout.buffer.write(content)
        sys.stdout.buffer.flush()
        return
    try:
        out.write_bytes(content)
    except OSError as problem:
        raise RuleBroken(f"Không ghi được tệp {out}: {problem.strerror}. Kiểm tra thư mục và quyền ghi.") from None
