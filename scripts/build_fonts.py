"""Cut the interface fonts down to what Vietnamese pages use, keeping one weight axis (400 to 700).

    python scripts/build_fonts.py FOLDER_WITH_FONTSOURCE_WOFF2

The sources are the variable latin and vietnamese files of npm @fontsource-variable/source-sans-3 and
@fontsource-variable/source-serif-4 (OFL 1.1). The licence reserves the name "Source", so the cut files carry our own.
"""

from __future__ import annotations

import sys
from pathlib import Path

from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont
from fontTools.varLib.instancer import OverlapMode, instantiateVariableFont

TARGET = Path(__file__).resolve().parents[1] / "diaban" / "kit" / "static" / "fonts"
FAMILIES = {"source-sans-3": ("sans", "Sans Dia Ban"), "source-serif-4": ("serif", "Serif Dia Ban")}
LATIN = (
    {*map(chr, range(0x20, 0x7F))}
    | set("\u00a0§©«»°±²³·½×÷ÀÁÂÃÈÉÊÌÍÒÓÔÕÙÚÝàáâãèéêìíòóôõùúýçüöäñ")
    | set("‑–—‘’“”…•−←→↑↓€™")
)
NAMES = {1, 3, 4, 6, 16}
"""Name records that would show the reserved family name."""


def main(folder: Path) -> None:
    for source, (short, family) in FAMILIES.items():
        for script in ("latin", "vietnamese"):
            font = TTFont(folder / f"{source}-{script}-wght-normal.woff2")
            add_unbreakable_hyphen(font)
            cut(font, keep=LATIN if script == "latin" else None)
            rename(font, family)
            path = TARGET / f"{short}-{script}.woff2"
            font.flavor = "woff2"
            font.save(path)
            print(f"{path.name}: {path.stat().st_size} byte")


def cut(font: TTFont, *, keep: set[str] | None) -> None:
    """Keep the letters in `keep` (all when None), the weights 400 to 700 and the features that text needs."""
    options = Options()
    options.layout_features = ["kern", "mark", "mkmk", "ccmp", "locl", "tnum", "lnum"]
    options.hinting = False
    options.name_IDs = ["*"]
    subsetter = Subsetter(options)
    letters = set(font.getBestCmap())
    subsetter.populate(unicodes=letters & {ord(letter) for letter in keep} if keep else letters)
    subsetter.subset(font)
    instantiateVariableFont(font, {"wght": (400, 400, 700)}, inplace=True, overlap=OverlapMode.KEEP_AND_DONT_SET_FLAGS)


def add_unbreakable_hyphen(font: TTFont) -> None:
    """Numbers of documents are written with U+2011, which these families draw as their hyphen."""
    for table in font["cmap"].tables:
        if ord("-") in table.cmap:
            table.cmap[0x2011] = table.cmap[ord("-")]


def rename(font: TTFont, family: str) -> None:
    for record in font["name"].names:
        if record.nameID in NAMES:
            record.string = family.replace(" ", "") if record.nameID == 6 else family


if __name__ == "__main__":
    main(Path(sys.argv[1]))
