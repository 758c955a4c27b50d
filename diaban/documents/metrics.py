"""What the carried fonts can draw, and how wide: Tinos has the widths of Times New Roman."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from fontTools.ttLib import TTFont

FONTS = Path(__file__).parent / "fonts"
UNKNOWN = "\ufffd"


def drawable(text: str) -> str:
    """The text with a sign that the fonts lack shown as a replacement sign: an archive PDF may not hold a gap."""
    return "".join(sign if ord(sign) in _widths(False) else UNKNOWN for sign in text)


def text_width(text: str, *, size: float, bold: bool = False) -> float:
    """Width in points of one line."""
    widths = _widths(bold)
    return sum(widths.get(ord(sign), widths[ord("n")]) for sign in text) * size


@cache
def _widths(bold: bool) -> dict[int, float]:
    """Widths by code point, in ems. The four faces have the same letters."""
    with TTFont(FONTS / f"Tinos-{'Bold' if bold else 'Regular'}.ttf") as font:
        units = font["head"].unitsPerEm
        return {code: font["hmtx"][glyph][0] / units for code, glyph in font.getBestCmap().items()}
