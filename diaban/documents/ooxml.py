"""The few things of WordprocessingML that python-docx has no words for."""

from __future__ import annotations

import io
import zipfile
from typing import Any

from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm

STILL = (1980, 1, 1, 0, 0, 0)
"""The time of every part inside the file: the earliest that a zip knows."""


def element(tag: str, **attributes: str) -> Any:
    """<w:tag w:key="value"/>."""
    made = OxmlElement(f"w:{tag}")
    for key, value in attributes.items():
        made.set(qn(f"w:{key}"), value)
    return made


def set_font(properties: Any, name: str) -> None:
    """One family for Latin, Vietnamese (which Word files under hAnsi), East Asian and complex letters alike."""
    for old in properties.findall(qn("w:rFonts")):
        properties.remove(old)
    properties.insert(0, element("rFonts", ascii=name, hAnsi=name, eastAsia=name, cs=name))


def set_language(properties: Any, code: str) -> None:
    for old in properties.findall(qn("w:lang")):
        properties.remove(old)
    properties.append(element("lang", val=code, eastAsia=code, bidi="ar-SA"))


def rule_below(paragraph: Any) -> None:
    """A thin rule under a paragraph, as wide as its indents leave it."""
    borders = element("pBdr")
    borders.append(element("bottom", val="single", sz="6", space="1", color="auto"))
    _before(paragraph._p.get_or_add_pPr(), borders)


def rule_above(paragraph: Any) -> None:
    borders = element("pBdr")
    borders.append(element("top", val="single", sz="4", space="4", color="999999"))
    _before(paragraph._p.get_or_add_pPr(), borders)


def _before(properties: Any, borders: Any) -> None:
    """The schema wants the border before shading, tabs, spacing, indents and what follows them."""
    later = ["w:shd", "w:tabs", "w:suppressAutoHyphens", "w:spacing", "w:ind", "w:contextualSpacing", "w:jc", "w:rPr"]
    properties.insert_element_before(borders, *later)


def page_number(paragraph: Any) -> None:
    """The field PAGE, which Word fills."""
    for kind in ("begin", "", "end"):
        run = paragraph.add_run()
        if kind:
            run._r.append(element("fldChar", fldCharType=kind))
        else:
            instruction = element("instrText")
            instruction.text = "PAGE"
            run._r.append(instruction)


def lay_out(table: Any, widths: list[float]) -> None:
    """Fixed columns, in millimetres, over the width of the text."""
    table.autofit = False
    for column, width in zip(table.columns, widths, strict=True):
        column.width = Mm(width)
    for row in table._tbl.tr_lst:
        for cell, width in zip(row.tc_lst, widths, strict=True):
            cell.width = Mm(width)


def describe(table: Any, caption: str) -> None:
    """What a screen reader says of a table."""
    if caption:
        table._tbl.tblPr.append(element("tblCaption", val=caption))


def keep_row_whole(row: Any) -> None:
    row._tr.get_or_add_trPr().append(element("cantSplit"))


def repeat_row(row: Any) -> None:
    """The head of a table, again on each page."""
    row._tr.get_or_add_trPr().append(element("tblHeader"))


def cell_margins(table: Any, *, left: float, right: float) -> None:
    """Inner margins of a table's cells, in millimetres."""
    margins = element("tblCellMar")
    for side, width in (("left", left), ("right", right)):
        margins.append(element(side, w=str(round(width * 56.7)), type="dxa"))
    table._tbl.tblPr.insert_element_before(margins, "w:tblLook", "w:tblCaption", "w:tblDescription")


def drop_thumbnail(document: Any) -> None:
    """The library's own template carries a picture of some other document."""
    relations = document.part.package.rels
    for key in [key for key, relation in relations.items() if relation.reltype.endswith("/thumbnail")]:
        del relations[key]


def same_bytes(package: bytes) -> bytes:
    """The same zip with no clock in it."""
    quiet = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(package)) as old, zipfile.ZipFile(quiet, "w", zipfile.ZIP_DEFLATED) as new:
        for item in old.infolist():
            part = zipfile.ZipInfo(item.filename, STILL)
            part.compress_type = zipfile.ZIP_DEFLATED
            new.writestr(part, old.read(item))
    return quiet.getvalue()
