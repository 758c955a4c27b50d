"""`bin/check`: every check of the house, two at a time, each with its time; nothing is changed."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

from tools import launch, say
from tools.env import ROOT

CODE = ["diaban", "tests", "tools", "scripts", "bench"]
PYTHON = [sys.executable, "-W", "ignore", "-m"]
HOUSE_TESTS = ["tests/test_house_rules.py", "tests/test_docs.py", "tests/test_contracts.py"]


@dataclass(frozen=True)
class Check:
    label: str
    command: list[str]


def main(arguments: list[str]) -> int:
    if arguments:
        say.stop("bin/check không nhận tham số; nó chạy mọi phép kiểm tra.")
    environment = surroundings()
    with ThreadPoolExecutor(max_workers=2) as pool:
        codes = list(pool.map(lambda check: _run(check, environment), _checks()))
    failed = sum(1 for code in codes if code)
    say.line(f"{failed} phép kiểm tra không đạt." if failed else "Mọi phép kiểm tra đều đạt.")
    return 1 if failed else 0


def surroundings() -> dict[str, str]:
    """The shipped settings with nothing loosened, and no database: a check must not need one."""
    ours = {name: value for name, value in os.environ.items() if not name.startswith("DIABAN_")}
    return ours | {
        "DJANGO_SETTINGS_MODULE": "diaban.config.settings",
        "DIABAN_SECRET_KEY": os.urandom(48).hex(),
        "DATABASE_URL": launch.NO_DATABASE,
        "PYTHONPATH": str(ROOT),
    }


def _checks() -> list[Check]:
    """The slow ones first, so that two cores end together."""
    code = [folder for folder in CODE if (ROOT / folder).exists()]
    templates = sorted(str(path.relative_to(ROOT)) for path in ROOT.glob("diaban/*/jinja2"))
    house = [path for path in HOUSE_TESTS if Path(ROOT / path).exists()]
    django, ruff = [*PYTHON, "django"], [*PYTHON, "ruff", "--quiet"]
    return [
        Check("mypy: kiểu dữ liệu", [*PYTHON, "mypy", *code]),
        Check("pytest: nội quy ngôi nhà", [*PYTHON, "pytest", "-q", "-p", "no:cacheprovider", *house]),
        Check("import-linter: tầng và phòng", [sys.executable, "-c", _LINT_IMPORTS]),
        Check("djlint: trang mẫu", [*PYTHON, "djlint", "--lint", "--quiet", *templates]),
        Check("Django: mô hình khớp migration", [*django, "makemigrations", "--check", "--dry-run"]),
        Check("Django: thiết lập khi triển khai", [*django, "check", "--deploy", "--fail-level", "WARNING"]),
        Check("ruff: lỗi thường gặp", [*ruff, "check", "--output-format", "concise", *code]),
        Check("ruff: trình bày", [*ruff, "format", "--check", "--output-format", "concise", *code]),
    ]


_LINT_IMPORTS = "from importlinter.cli import lint_imports_command as run; run()"


def _run(check: Check, environment: dict[str, str]) -> int:
    began = time.monotonic()
    done = subprocess.run(
        check.command,
        cwd=ROOT,
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        check=False,
    )
    took = f"{time.monotonic() - began:.1f} giây".replace(".", ",")
    say.line(f"{'✗' if done.returncode else '✓'} {check.label} · {took}")
    if done.returncode:
        say.line(done.stdout.rstrip() + "\n")
    return done.returncode
