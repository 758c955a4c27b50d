"""`bin/diaban open-year`: when a year begins, what it owes is written down."""

from __future__ import annotations

import argparse
import json

from diaban.kit import clock
from diaban.kit.actors import the_system
from diaban.kit.errors import RuleBroken
from diaban.kit.formats import number
from diaban.obligations.services import expect_year
from diaban.places.queries import province_of_year


def register(verbs: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    parser = verbs.add_parser(
        "open-year",
        help="mở một năm: lập danh sách việc phải làm và hạn",
        description="Ghi ra mọi việc mà các phân công của tỉnh phải làm trong năm. Chạy lại chỉ thêm việc còn thiếu.",
    )
    parser.add_argument("--year", type=int, required=True, help="năm, ví dụ 2024")
    parser.add_argument("--province", default="17", metavar="MÃ", help="mã tỉnh của năm đó (mặc định 17, Hòa Bình)")
    parser.add_argument("--format", choices=["text", "json"], default="text", help="dạng kết quả")
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    province = province_of_year(arguments.province, arguments.year)
    if province is None:
        raise RuleBroken(f"Không có tỉnh mang mã «{arguments.province}» trong năm {arguments.year}.")
    written = expect_year(province=province, year=arguments.year, by=the_system(province.pk), at=clock.now())
    if arguments.format == "json":
        print(json.dumps({"year": arguments.year, "province": province.code, "written": written}))
    else:
        print(f"{province.name}, năm {arguments.year}: đã ghi thêm {number(written)} việc phải làm.")
    return 0
