"""Where the table of a sheet begins and what its columns are."""

from __future__ import annotations

import re
from dataclasses import dataclass

from diaban.assignments.understanding.headings import Role, roles_of
from diaban.kit.sheets import Grid

_LONGEST_HEADER = 4


@dataclass(frozen=True)
class Layout:
    """`columns` by role, left to right; the header's last row is the one above the first row of data."""

    first_row: int
    last_row: int
    columns: dict[Role, list[int]]

    def of(self, role: Role) -> list[int]:
        return self.columns.get(role, [])

    def shared(self, role: Role, other: Role) -> bool:
        """Whether one column holds both."""
        return bool(set(self.of(role)) & set(self.of(other)))


def header_at(grid: Grid, row: int) -> Layout | None:
    """The header that begins at a row, of one to four rows; None where no header begins."""
    if sum(bool(roles_of(grid.text(row, column))) for column in grid.columns()) < 2:
        return None
    best = None
    last = row
    for depth in range(_LONGEST_HEADER):
        candidate = _read(grid, row, row + depth)
        if depth and not _continues(grid, row, row + depth):
            break
        if candidate and (best is None or _worth(candidate) > _worth(best) or _tied_below(grid, last, row + depth)):
            best, last = candidate, row + depth
    return best


def is_numbering(grid: Grid, row: int) -> bool:
    """The row "1 2 3 4" or "(1) (2) (3)" or "A B 1 2" under a header."""
    texts = [grid.text(row, column) for column in grid.columns() if grid.text(row, column)]
    marks = [text.strip("() ") for text in texts]
    digits = [int(mark) for mark in marks if mark.isdigit()]
    letters = [mark for mark in marks if re.fullmatch(r"[A-Z]", mark)]
    return (
        len(texts) > 2
        and len(digits) + len(letters) == len(marks)
        and digits == sorted(set(digits))
        and len(digits) > 1
    )


def _read(grid: Grid, top: int, bottom: int) -> Layout | None:
    columns: dict[Role, list[int]] = {}
    filled = known = 0
    for column in grid.columns():
        heading, parent = _heading(grid, top, bottom, column)
        if not heading and not parent:
            continue
        filled += 1
        roles = roles_of(heading, parent)
        known += bool(roles)
        for role in roles:
            columns.setdefault(role, []).append(column)
    usable = Role.NAME in columns and (Role.COMMUNE in columns or Role.CODE in columns or len(columns) >= 3)
    return Layout(top, bottom, columns) if usable and known * 2 > filled else None


def _heading(grid: Grid, top: int, bottom: int, column: int) -> tuple[str, str]:
    """The lowest heading of a column and those above it; a parent reaches over all that it is merged across."""
    texts: list[str] = []
    for row in range(top, bottom + 1):
        text = _text_over(grid, row, column, top)
        if text and (not texts or texts[-1] != text):
            texts.append(text)
    own = texts[-1] if texts else ""
    return own, " ".join(texts[:-1])


def _text_over(grid: Grid, row: int, column: int, top: int) -> str:
    merge = grid.merge_at(row, column)
    if merge:
        return grid.text(merge.top, merge.left)
    text = grid.text(row, column)
    below = grid.text(row + 1, column)
    if text or row != top or not below:
        return text
    left = column - 1  # a parent whose merge was lost on the way (CSV): empty to its right, with headings below
    while left > 0 and not grid.text(row, left) and grid.text(row + 1, left):
        left -= 1
    return grid.text(row, left) if left > 0 and grid.text(row + 1, left) else ""


def _continues(grid: Grid, top: int, row: int) -> bool:
    """Whether a row still belongs to the header: its own cells are headings, or it lies under merged ones."""
    own = [(column, grid.text(row, column)) for column in grid.columns() if grid.text(row, column)]
    if not own:
        return any(merge.top <= top and merge.bottom >= row for merge in grid.merges)
    headings = [bool(roles_of(text, _text_over(grid, row - 1, column, top))) for column, text in own]
    return all(headings)


def _tied_below(grid: Grid, last: int, row: int) -> bool:
    """Whether merged headings reach from the header so far down into this row."""
    return any(merge.top <= last < row <= merge.bottom for merge in grid.merges)


def _worth(layout: Layout) -> tuple[int, int]:
    return len(layout.columns), sum(len(columns) for columns in layout.columns.values())
