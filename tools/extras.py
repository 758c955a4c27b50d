"""What the tests need beyond PyPI: a browser, an office. Installed where we may, named where not."""

from __future__ import annotations

import os
import shutil
import subprocess
from dataclasses import dataclass

from tools import say

CI = os.environ.get("CI", "") not in {"", "0", "false"}


@dataclass(frozen=True)
class Extra:
    """A program outside Python; without it the tests of `mark` are left out."""

    program: str
    package: str
    purpose: str
    mark: str


EXTRAS = (
    Extra("chromium", "chromium", "trình duyệt", "journey"),
    Extra("soffice", "libreoffice-writer-nogui", "mở tệp Word", "office"),
)


def ensure() -> list[Extra]:
    """Install what is missing when root on Debian; what is still missing afterwards."""
    missing = [extra for extra in EXTRAS if not shutil.which(extra.program)]
    if missing and os.geteuid() == 0 and shutil.which("apt-get"):
        packages = [extra.package for extra in missing]
        say.step(f"Cài {', '.join(packages)}", lambda: _apt(packages))
    return [extra for extra in missing if not shutil.which(extra.program)]


def report(missing: list[Extra]) -> int:
    """Say which tests were left out; with CI=true that is a failure."""
    for extra in missing:
        say.line(
            f"Đã bỏ qua các bài kiểm thử «{extra.mark}» ({extra.purpose}): máy thiếu {extra.program}. "
            f"Cài bằng: sudo apt-get install {extra.package}"
        )
    return 1 if missing and CI else 0


def _apt(packages: list[str]) -> None:
    """A failure is no end: the tests that need the package are then left out by name."""
    environment = os.environ | {"DEBIAN_FRONTEND": "noninteractive"}
    for command in (["update", "-q"], ["install", "-q", "-y", "--no-install-recommends", *packages]):
        subprocess.run(["apt-get", *command], env=environment, capture_output=True, check=False)
