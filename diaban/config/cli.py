"""`bin/diaban`: the command line. Each room registers its verbs in its commands.py."""

from __future__ import annotations

import argparse
import os
import sys
from importlib import import_module
from importlib.util import find_spec

from diaban.config.words import speak_vietnamese

ROOMS = [
    "config", "places", "people", "journal", "newsroom", "obligations", "reminders", "ranking", "intake", "dashboards",
    "archive", "simulation",
]  # fmt: skip

DONE, FAILED, REFUSED = 0, 1, 2


def main(argv: list[str] | None = None) -> int:
    """Run one verb. Exit codes: 0 done, 1 done but something needs a person, 2 refused."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "diaban.config.settings")
    import django  # noqa: PLC0415 -- the environment must be set before Django is read

    django.setup()
    arguments = build_parser().parse_args(argv)
    return run(arguments)


def run(arguments: argparse.Namespace) -> int:
    from diaban.kit.errors import RuleBroken  # noqa: PLC0415 -- see main

    try:
        return int(arguments.run(arguments))
    except RuleBroken as refusal:
        print(str(refusal), file=sys.stderr)
        return REFUSED
    except BrokenPipeError:
        return FAILED


def build_parser() -> argparse.ArgumentParser:
    speak_vietnamese()
    parser = argparse.ArgumentParser(
        prog="bin/diaban",
        description="Địa Bàn: cán bộ lãnh đạo cơ quan cấp tỉnh theo dõi xã, phường, thị trấn.",
        epilog="Mã kết thúc: 0 xong; 1 có việc cần người xem; 2 bị từ chối, lý do in ra màn hình.",
    )
    verbs = parser.add_subparsers(title="các lệnh", metavar="LỆNH", required=True)
    for room in ROOMS:
        if find_spec(f"diaban.{room}.commands"):
            import_module(f"diaban.{room}.commands").register(verbs)
    return parser
