"""Merge the Tinos subsets of npm @fontsource/tinos into four TrueType files for the product's own PDFs.

    npm pack @fontsource/tinos && tar xzf fontsource-tinos-*.tgz
    python scripts/build_document_fonts.py package/files

Tinos (SIL Open Font License 1.1, no reserved name) has the widths of Times New Roman, so lines break as they do in
Word. The result is the same bytes each time; the licence stands beside it.
"""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

from fontTools.merge import Merger
from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont

TARGET = Path(__file__).resolve().parents[1] / "diaban" / "documents" / "fonts"
FACES = {"400-normal": "Regular", "400-italic": "Italic", "700-normal": "Bold", "700-italic": "BoldItalic"}
SCRIPTS = ("latin", "vietnamese", "latin-ext")
"""In this order: a letter that several files have is taken from the first."""


def main(folder: Path) -> None:
    for source, face in FACES.items():
        with tempfile.TemporaryDirectory() as scratch:
            font = merge([folder / f"tinos-{script}-{source}.woff2" for script in SCRIPTS], Path(scratch))
        add_unbreakable_hyphen(font)
        path = TARGET / f"Tinos-{face}.ttf"
        font.save(path)
        print(f"{path.name}: {len(font.getBestCmap())} chữ, {path.stat().st_size} byte")


def merge(paths: list[Path], scratch: Path) -> TTFont:
    """One font with the letters of all, each letter once; the name table is that of the first."""
    taken: set[int] = set()
    parts: list[str] = []
    for path in paths:
        font = TTFont(path, recalcTimestamp=False)
        letters = set(font.getBestCmap()) - taken
        keep_only(font, letters)
        taken |= letters
        font.flavor = None
        parts.append(str(scratch / f"{path.stem}.ttf"))
        font.save(parts[-1])
    merged = Merger().merge(parts)
    merged["head"].created = merged["head"].modified = TTFont(paths[0])["head"].modified
    merged.recalcTimestamp = False
    return merged


def keep_only(font: TTFont, letters: set[int]) -> None:
    """Drop the other letters and every layout rule but kerning: the composed letters need none."""
    options = Options()
    options.layout_features = ["kern"]
    options.hinting = False
    options.name_IDs = ["*"]
    options.notdef_outline = True
    subsetter = Subsetter(options)
    subsetter.populate(unicodes=letters)
    subsetter.subset(font)


def add_unbreakable_hyphen(font: TTFont) -> None:
    """Symbols of documents may be written with U+2010 or U+2011, which the family draws as its hyphen."""
    for table in font["cmap"].tables:
        for dash in (0x2010, 0x2011):
            table.cmap.setdefault(dash, table.cmap[ord("-")])


if __name__ == "__main__":
    main(Path(sys.argv[1]))
