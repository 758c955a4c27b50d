"""The verb of the house itself: `migrate`, for a database of one's own."""

from __future__ import annotations

import argparse

from diaban.config import schema


def register(verbs: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    migrate = verbs.add_parser(
        "migrate",
        help="tạo hoặc nâng cấu trúc cơ sở dữ liệu",
        description="Chạy một lần khi cài và mỗi khi nâng cấp, trên cơ sở dữ liệu nêu trong DATABASE_URL.",
    )
    migrate.set_defaults(run=run_migrate)


def run_migrate(_arguments: argparse.Namespace) -> int:
    changed = schema.bring_up_to_date()
    print("Đã tạo hoặc nâng cấu trúc dữ liệu." if changed else "Cấu trúc dữ liệu đã đúng phiên bản này.")
    return 0
