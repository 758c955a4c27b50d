"""How what is typed on a command line is read."""

from __future__ import annotations

import argparse
from datetime import date


def iso_day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f"cần một ngày dạng 2024-12-31, không phải «{text}»") from None
