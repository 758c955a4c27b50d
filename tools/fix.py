"""`bin/fix`: mends what a machine can mend. `--lock` renews the lock files from requirements*.in as well."""

from __future__ import annotations

import subprocess

from tools import say
from tools.check import CODE, PYTHON, surroundings
from tools.env import ROOT, UV_LOCK

LOCK = ["uv", "pip", "compile", "-q", "--universal", "--generate-hashes", "--no-emit-index-url", "--no-header"]


def main(arguments: list[str]) -> int:
    if set(arguments) - {"--lock"}:
        say.stop("bin/fix chỉ nhận --lock (khóa lại phiên bản thư viện).")
    if "--lock" in arguments:
        say.step("Khóa lại phiên bản thư viện", _lock)
    code = [folder for folder in CODE if (ROOT / folder).exists()]
    failed = [command for command in _mends(code) if _run(command)]
    return 1 if failed else 0


def _mends(code: list[str]) -> list[list[str]]:
    ruff = [*PYTHON, "ruff", "--quiet"]
    return [[*ruff, "check", "--fix", *code], [*ruff, "format", *code], [*PYTHON, "tools.docs"]]


def _lock() -> None:
    for name in ("requirements", "requirements-dev"):
        constraint = ["-c", "requirements.txt"] if name != "requirements" else []
        _run([*PYTHON, *LOCK, "--python-version", "3.11", f"{name}.in", *constraint, "-o", f"{name}.txt"])
    _lock_uv()


def _lock_uv() -> None:
    """The tool that installs the others has a lock of its own."""
    command = [*PYTHON, *LOCK, "--python-version", "3.11", "--no-annotate", "--upgrade", "-"]
    done = subprocess.run(command, cwd=ROOT, input="uv\n", capture_output=True, text=True, check=True)
    UV_LOCK.write_text(done.stdout)


def _run(command: list[str]) -> int:
    return subprocess.run(command, cwd=ROOT, env=surroundings(), check=False).returncode
