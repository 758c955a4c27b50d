"""Styles, scripts and fonts, gathered once for each version of them."""

from __future__ import annotations

import hashlib

from tools import say
from tools.env import ROOT


def collect() -> None:
    """Gather into STATIC_ROOT when a file differs from the last time."""
    from django.conf import settings

    stamp = settings.STATIC_ROOT / ".diaban-stamp"
    digest = _digest()
    if stamp.exists() and stamp.read_text() == digest:
        return
    say.step("Gom tệp giao diện", _gather)
    stamp.write_text(digest)


def _gather() -> None:
    from django.core.management import call_command

    call_command("collectstatic", verbosity=0, interactive=False, clear=True)


def _digest() -> str:
    digest = hashlib.sha256((ROOT / "requirements.txt").read_bytes())
    for path in sorted(ROOT.glob("diaban/*/static/**/*")):
        if path.is_file():
            digest.update(str(path.relative_to(ROOT)).encode() + path.read_bytes())
    return digest.hexdigest()
