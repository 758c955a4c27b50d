"""The paragraph styles of a Word document, made from the prescribed look: what a clerk edits later has names."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.shared import Mm, Pt, RGBColor

from diaban.documents.ooxml import element, set_font, set_language
from diaban.documents.rules.layout import FONT, LayoutTemplate

LANGUAGE = "vi-VN"
BODY, HEAD, TYPE_NAME, ABSTRACT = "Body Text", "Thể thức", "Title", "Subtitle"
CELL, RECIPIENTS, PROVENANCE = "Ô bảng", "Nơi nhận", "Dòng đối chiếu"
LEFT, CENTRE, JUSTIFY = WD_ALIGN_PARAGRAPH.LEFT, WD_ALIGN_PARAGRAPH.CENTER, WD_ALIGN_PARAGRAPH.JUSTIFY


@dataclass(frozen=True, slots=True)
class Style:
    """Sizes and spaces in points, the first line's indent in millimetres, `spacing` as a multiple of a line."""

    size: float
    align: WD_ALIGN_PARAGRAPH = LEFT
    bold: bool = False
    italic: bool = False
    indent: float = 0
    before: float = 0
    after: float = 0
    spacing: float = 1
    with_next: bool = False
    colour: str = "000000"


def styles_of(layout: LayoutTemplate) -> dict[str, Style]:
    size, gap, line, indent = layout.sizes, layout.paragraph_space, layout.line_spacing, layout.first_line_indent
    heading = Style(size.body, LEFT, True, indent=indent, before=gap, after=gap, spacing=line, with_next=True)
    return {
        HEAD: Style(size.body, CENTRE),
        TYPE_NAME: Style(size.type_name, CENTRE, True, before=14),
        ABSTRACT: Style(size.abstract, CENTRE, True),
        BODY: Style(size.body, JUSTIFY, indent=indent, after=gap, spacing=line),
        "Heading 1": heading,
        "Heading 2": heading,
        "Heading 3": Style(size.body, LEFT, True, True, indent, gap, gap, line, True),
        CELL: Style(size.table, LEFT, before=2, after=2),
        RECIPIENTS: Style(size.recipients),
        PROVENANCE: Style(size.provenance, before=24, colour="333333"),
        "Header": Style(size.page_number, CENTRE),
        "Footer": Style(size.provenance, CENTRE, italic=True),
    }


def apply_styles(document: Any, layout: LayoutTemplate) -> dict[str, str]:
    """Put the styles into a document; their ids by name."""
    defaults = document.styles.element.find(".//{*}docDefaults//{*}rPr")
    normal = document.styles["Normal"]
    for properties in (defaults, normal.element.get_or_add_rPr()):
        set_font(properties, FONT)
        set_language(properties, LANGUAGE)
    normal.font.size = Pt(layout.sizes.body)
    names = {style.name for style in document.styles}
    for name, style in styles_of(layout).items():
        known = document.styles[name] if name in names else document.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
        known.base_style = normal
        _dress(known, style)
    for level in (1, 2, 3):
        heading = document.styles[f"Heading {level}"]
        heading.next_paragraph_style = document.styles[BODY]
        heading.element.get_or_add_pPr().append(element("outlineLvl", val=str(level - 1)))
    return {style.name: style.style_id for style in document.styles}


def _dress(known: Any, style: Style) -> None:
    """Take off what the library's own template put on, then put on ours."""
    for old in known.element.findall("{*}pPr") + known.element.findall("{*}rPr"):
        known.element.remove(old)
    set_font(known.element.get_or_add_rPr(), FONT)
    known.font.size, known.font.bold, known.font.italic = Pt(style.size), style.bold, style.italic
    known.font.color.rgb = RGBColor.from_string(style.colour)
    shape = known.paragraph_format
    shape.alignment, shape.first_line_indent = style.align, Mm(style.indent)
    shape.space_before, shape.space_after, shape.line_spacing = Pt(style.before), Pt(style.after), style.spacing
    shape.keep_with_next, shape.widow_control = style.with_next, True
