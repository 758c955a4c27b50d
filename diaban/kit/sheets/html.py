"""HTML tables, as web systems and Excel itself save them under the name .xls."""

from __future__ import annotations

import re
from html.parser import HTMLParser

from diaban.kit.legacy import Encoding
from diaban.kit.sheets.delimited import to_text
from diaban.kit.sheets.grid import Book, Merge
from diaban.kit.sheets.raw import RawCell, RawGrid, finish
from diaban.kit.zips import refuse_entities

_CHARSET = re.compile(rb"charset\s*=\s*[\"']?\s*([\w-]+)", re.I)
_CLASS_FONT = re.compile(r"([.\w\s,-]+)\{([^}]*)\}")
_FONT = re.compile(r"font-family\s*:\s*[\"']?([^;,\"']+)", re.I)
_BLOCKS = {"p", "div", "h1", "h2", "h3", "h4", "li", "center"}
_HIDING = re.compile(r"display\s*:\s*none|mso-hide\s*:\s*all", re.I)
_MAX_SPAN = 2000


def read_html(content: bytes) -> Book:
    if b"<!ENTITY" in content:
        refuse_entities(content)
    text, encoding = _text(content)
    reader = _TableReader(_class_fonts(text))
    reader.feed(text)
    reader.close()
    reader.end_block()
    grids, notes = finish([reader.grid], encoding)
    return Book("html", grids, [], notes)


def _text(content: bytes) -> tuple[str, Encoding]:
    declared = _CHARSET.search(content[:4096])
    name = declared.group(1).decode().lower() if declared else ""
    if name in {"windows-1252", "iso-8859-1", "windows-1258"} and not content.startswith(
        (b"\xff\xfe", b"\xef\xbb\xbf")
    ):
        try:
            return content.decode("utf-8"), Encoding.UNICODE
        except UnicodeDecodeError:
            return content.decode({"windows-1258": "cp1258"}.get(name, "latin-1"), errors="replace"), Encoding.UNICODE
    return to_text(content)


def _class_fonts(text: str) -> dict[str, str]:
    """Fonts by selector from the style block: {".xl65": ".VnTime", "td": "Times New Roman"}."""
    fonts = {}
    for block in re.findall(r"<style[^>]*>(.*?)</style>", text, re.S | re.I):
        for selectors, body in _CLASS_FONT.findall(block):
            if found := _FONT.search(body):
                for selector in selectors.split(","):
                    fonts[selector.strip().lower()] = found.group(1).strip()
    return fonts


class _TableReader(HTMLParser):
    """Lays tables out as Excel does: one under the other, text between them in a row of its own."""

    def __init__(self, fonts: dict[str, str]) -> None:
        super().__init__(convert_charrefs=True)
        self.grid = RawGrid("HTML")
        self.fonts = fonts
        self.row = 0
        self.column = 0
        self.taken: dict[int, set[int]] = {}
        self.runs: list[tuple[str, str]] = []
        self.stack: list[str] = [fonts.get("td", "")]
        self.in_cell = False
        self.skip = ""
        self.attributes: dict[str, str] = {}

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        if tag in {"style", "script", "title", "xml"}:
            self.skip = tag
        elif tag == "tr":
            self.end_cell()
            self.end_block()
            self._start_row(given)
        elif tag in {"td", "th"}:
            self.end_cell()
            self._start_cell(tag, given)
        elif tag in {"font", "span", "b", "i"}:
            self.stack.append(self._font(tag, given) or self.stack[-1])
        elif tag == "br":
            self.runs.append(("\n", self.stack[-1]))
        elif tag in _BLOCKS:
            self._break_block()

    def handle_endtag(self, tag: str) -> None:
        if tag == self.skip:
            self.skip = ""
        elif tag in {"td", "th"} or (tag in {"tr", "table"} and self.in_cell):
            self.end_cell()
        elif tag in {"font", "span", "b", "i"} and len(self.stack) > 1:
            self.stack.pop()
        elif tag in _BLOCKS:
            self._break_block()

    def handle_data(self, data: str) -> None:
        if not self.skip:
            self.runs.append((re.sub(r"[ \t\r\n\f]+", " ", data), self.stack[-1]))

    def end_block(self) -> None:
        """Text outside of any table takes a row."""
        if not self.in_cell and "".join(text for text, _ in self.runs).strip():
            self.row += 1
            self.attributes = {}
            self.grid.cells[self.row, 1] = self._cell()
        if not self.in_cell:
            self.runs = []

    def end_cell(self) -> None:
        if not self.in_cell:
            return
        self.in_cell = False
        cell = self._cell()
        rows, columns = (_span(self.attributes.get(name)) for name in ("rowspan", "colspan"))
        for row in range(self.row, self.row + rows):
            self.taken.setdefault(row, set()).update(range(self.column, self.column + columns))
        if rows > 1 or columns > 1:
            self.grid.merges.append(Merge(self.row, self.column, self.row + rows - 1, self.column + columns - 1))
        if cell.value not in (None, ""):
            self.grid.cells[self.row, self.column] = cell
        del self.stack[1:]

    def _start_row(self, given: dict[str, str]) -> None:
        self.row += 1
        if _HIDING.search(given.get("style", "")) or "hidden" in given:
            self.grid.hidden_rows.add(self.row)

    def _start_cell(self, tag: str, given: dict[str, str]) -> None:
        self.end_block()
        self.column = 1
        while self.column in self.taken.get(self.row, ()):
            self.column += 1
        self.in_cell, self.attributes, self.runs = True, given, []
        del self.stack[1:]
        self.stack.append(self._font(tag, given) or self.stack[0])

    def _break_block(self) -> None:
        if self.in_cell:
            self.runs.append(("\n", self.stack[-1]))
        else:
            self.end_block()

    def _font(self, tag: str, given: dict[str, str]) -> str:
        if found := _FONT.search(given.get("style", "")):
            return found.group(1).strip()
        if given.get("face"):
            return given["face"].split(",")[0].strip()
        name = given.get("class", "").lower()
        return self.fonts.get(f".{name}", "") or self.fonts.get(f"{tag}.{name}", "") or self.fonts.get(tag, "")

    def _cell(self) -> RawCell:
        """The stored number, where the file keeps one beside the text that it shows."""
        text = "".join(piece for piece, _ in self.runs).strip()
        stored = self.attributes.get("x:num") or self.attributes.get("sdval")
        runs, self.runs = tuple(self.runs), []
        if stored:
            try:
                return RawCell(float(stored), self.stack[-1])
            except ValueError:
                pass
        return RawCell(text, runs[0][1] if runs else "", runs)


def _span(text: str | None) -> int:
    return min(int(text), _MAX_SPAN) if text and text.isdigit() and int(text) else 1
