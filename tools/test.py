"""`bin/test`: everything the tests need, then pytest; says which tests were left out and why."""

from __future__ import annotations

import os
import subprocess
import sys

from tools import extras
from tools.env import ROOT


def main(arguments: list[str]) -> int:
    """Arguments go to pytest. Without a path the whole suite runs, in two processes."""
    os.chdir(ROOT)
    missing = extras.ensure()
    command = [sys.executable, "-m", "pytest", "-rs", *_parallel(arguments), *arguments]
    code = subprocess.run(command, check=False).returncode
    return extras.report(missing) or code


def _parallel(arguments: list[str]) -> list[str]:
    whole = all(argument.startswith("-") for argument in arguments)
    return ["-n", "2", "--dist", "worksteal"] if whole and not any(a.startswith("-n") for a in arguments) else []
