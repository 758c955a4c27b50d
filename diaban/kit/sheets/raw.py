"""Cells as a reader finds them, and the last step that is the same for all formats: old fonts to Unicode."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, datetime

from diaban.kit.legacy import Encoding, decode, encoding_of_font, guess
from diaban.kit.sheets.grid import ERRORS, Cell, Grid, Merge

Value = str | int | float | bool | date | datetime | None


@dataclass(frozen=True, slots=True)
class RawCell:
    """`runs` are the pieces of a text with the font of each, where a cell mixes fonts; else `font` is the cell's."""

    value: Value
    font: str = ""
    runs: tuple[tuple[str, str], ...] = ()
    problem: str = ""

    def pieces(self) -> tuple[tuple[str, str], ...]:
        return self.runs or ((self.value, self.font),) if isinstance(self.value, str) else ()


@dataclass
class RawGrid:
    name: str
    cells: dict[tuple[int, int], RawCell] = field(default_factory=dict)
    merges: list[Merge] = field(default_factory=list)
    hidden_rows: set[int] = field(default_factory=set)
    hidden_columns: set[int] = field(default_factory=set)


def finish(raws: Iterable[RawGrid], hint: Encoding = Encoding.UNICODE) -> tuple[list[Grid], list[str]]:
    """Decode every cell by its own font, else by what the other texts of the file show. Notes say what was decoded."""
    raws = list(raws)
    plain = [
        text
        for raw in raws
        for cell in raw.cells.values()
        for text, font in cell.pieces()
        if not encoding_of_font(font)
    ]
    hint = hint if hint is not Encoding.UNICODE else guess(plain)
    decoded = 0
    grids = []
    for raw in raws:
        grid = Grid(raw.name, {}, raw.merges, raw.hidden_rows, raw.hidden_columns)
        for place, cell in raw.cells.items():
            text = "".join(decode(piece, font, hint) for piece, font in cell.pieces())
            value = text if isinstance(cell.value, str) else cell.value
            decoded += isinstance(cell.value, str) and value != cell.value
            problem = cell.problem or (text.strip() if text.strip() in ERRORS else "")
            if value not in (None, "") or problem:
                grid.cells[place] = Cell(value, cell.font, problem)
        grids.append(grid)
    return grids, [f"Đã đổi {decoded} ô từ phông chữ cũ (TCVN3, VNI) sang Unicode."] if decoded else []
