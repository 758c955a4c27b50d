"""What a paper says, and that the Word document and the PDF say just that."""

import io
import re
from dataclasses import replace
from pathlib import Path

import pytest
from docx import Document
from fontTools.ttLib import TTFont
from hypothesis import given, settings
from hypothesis import strategies as st
from pypdf import PdfReader
from syrupy.assertion import SnapshotAssertion

from diaban.documents.docx import render_docx
from diaban.documents.metrics import FONTS, drawable
from diaban.documents.paper import Column, FigureRef, Paper, Paragraph, Table
from diaban.documents.pdf import render_pdf
from diaban.documents.reading import outline_docx
from diaban.documents.words import check_code, outline, printable
from diaban.kit.text import VIETNAMESE_LETTERS
from tests.rules.papers import decision, letter, report, saying

PAPERS = [report, decision, letter]
MARKUP = [
    "#panic()",
    "$x$ *đậm* _nghiêng_ `mã`",
    "= Tiêu đề",
    "<w:t>&amp;</w:t>",
    "{{ 7*7 }}",
    "\\u{41} \\ //",
    '"]#read("/x")',
]


@pytest.mark.parametrize("make", PAPERS)
def test_words(make: object, snapshot: SnapshotAssertion) -> None:
    assert outline(paper(make)) == snapshot


@pytest.mark.parametrize("make", PAPERS)
def test_the_word_document_says_the_words_of_the_paper(make: object) -> None:
    assert outline_docx(render_docx(paper(make))) == outline(paper(make))


@pytest.mark.parametrize("make", PAPERS)
def test_the_pdf_says_the_words_of_the_paper(make: object) -> None:
    said = replace(paper(make), notice="")
    assert letters(text_of(render_pdf(said))) == letters(outline(said).replace("|", ""))


@pytest.mark.parametrize("make", PAPERS)
def test_the_same_paper_is_the_same_file(make: object) -> None:
    assert render_docx(paper(make)) == render_docx(paper(make))
    assert render_pdf(paper(make)) == render_pdf(paper(make))


def test_a_check_code_changes_with_a_word_and_not_with_the_footer() -> None:
    code = check_code(report())
    assert re.fullmatch(r"[0-9A-F]{4}-[0-9A-F]{4}", code)
    assert code in report().provenance
    assert check_code(replace(report(), provenance="khác", notice="")) == code
    assert check_code(replace(report(), abstract=("khác",))) != code


@pytest.mark.parametrize("text", MARKUP)
def test_a_text_is_never_read_as_markup(text: str) -> None:
    assert outline_docx(render_docx(saying(text))) == outline(saying(text))
    assert letters(text) in letters(text_of(render_pdf(saying(text))))


@given(st.text(max_size=40))
@settings(max_examples=60, deadline=None)
def test_any_text_survives_in_a_word_document(text: str) -> None:
    assert outline_docx(render_docx(saying(text))) == outline(saying(text))


@given(st.text(max_size=40))
@settings(max_examples=60, deadline=None)
def test_no_text_breaks_the_pdf(text: str) -> None:
    assert render_pdf(saying(text)).startswith(b"%PDF-")


@given(st.text(st.sampled_from([*sorted(VIETNAMESE_LETTERS), *"#$*_`\\<>@=-+/[]{}()\"'~^%&0123456789 "]), min_size=1))
@settings(max_examples=60, deadline=None)
def test_vietnamese_and_signs_come_out_of_the_pdf_as_they_went_in(text: str) -> None:
    said = replace(saying("x"), blocks=(Paragraph(text),))
    assert letters(text) in letters(text_of(render_pdf(said)))


def test_the_pdf_embeds_tinos_and_nothing_else() -> None:
    reader = PdfReader(io.BytesIO(render_pdf(report())))
    fonts = {font["/BaseFont"] for page in reader.pages for font in fonts_of(page)}
    assert {re.sub(r"^/[A-Z]{6}\+", "", font) for font in fonts} <= {
        "Tinos-Regular",
        "Tinos-Bold",
        "Tinos-Italic",
        "Tinos-BoldItalic",
    }
    assert all(re.match(r"/[A-Z]{6}\+", font) for font in fonts)


def test_the_pdf_is_tagged_and_for_the_archive() -> None:
    file = render_pdf(report())
    root = PdfReader(io.BytesIO(file)).root_object
    assert str(root["/MarkInfo"]) == "{'/Marked': True, '/Suspects': False}"
    assert str(root["/Lang"]) == "vi-VN"
    assert b"<pdfaid:part>2</pdfaid:part>" in file


def test_every_vietnamese_letter_is_drawn_in_every_face() -> None:
    faces = [letters_of(path) for path in sorted(FONTS.glob("*.ttf"))]
    assert len(faces) == 4
    assert all(face == faces[0] for face in faces)
    assert {ord(letter) for letter in VIETNAMESE_LETTERS} - faces[0] == set()


def test_a_sign_that_no_font_has_is_shown_as_missing() -> None:
    assert drawable("a → b") == "a \ufffd b"


def test_printable_text_is_composed_and_has_nothing_hidden() -> None:
    assert printable("Ho\u0300a\u200b\nBi\u0300nh\x00\ud800") == "Hòa Bình"


def test_a_long_table_repeats_its_head_on_every_page() -> None:
    rows = tuple((str(index), f"Xã {index}") for index in range(120))
    file = render_pdf(replace(report(), blocks=(Table((Column("TT"), Column("Địa bàn")), rows),)))
    pages = [page.extract_text() for page in PdfReader(io.BytesIO(file)).pages]
    assert [text.count("Địa bàn") for text in pages[:3]] == [1, 1, 1]
    assert pages[1].split()[0] == "2"


def test_the_word_document_has_real_structure() -> None:
    document = Document(io.BytesIO(render_docx(report())))
    styles = [paragraph.style.name for paragraph in document.paragraphs if paragraph.style]
    assert {"Title", "Subtitle", "Heading 1", "Heading 2", "Body Text"} <= set(styles)
    section = document.sections[0]
    assert (round(section.page_width.mm), round(section.left_margin.mm)) == (210, 30)  # type: ignore[union-attr]  # the stubs know less
    assert section.different_first_page_header_footer
    assert "PAGE" in section.header._element.xml
    assert document.tables[1].rows[0]._tr.xml.count("tblHeader") == 1
    assert 'w:val="vi-VN"' in document.styles.element.xml


def test_a_row_must_fit_its_table() -> None:
    with pytest.raises(ValueError, match="as many cells"):
        Table((Column("a"), Column("b")), (("1",),))


def test_a_figure_links_inside_the_product_only() -> None:
    with pytest.raises(ValueError, match="product itself"):
        FigureRef("k", "1", "javascript:alert(1)")


def letters_of(path: Path) -> set[int]:
    with TTFont(path) as font:
        return set(font.getBestCmap())


def paper(make: object) -> Paper:
    assert callable(make)
    made = make()
    assert isinstance(made, Paper)
    return made


def text_of(pdf: bytes) -> str:
    """The words of a PDF without the page numbers, which the paper does not say."""
    pages = [page.extract_text() for page in PdfReader(io.BytesIO(pdf)).pages]
    return "".join(re.sub(r"^\d+\n", "", text) if index else text for index, text in enumerate(pages))


def letters(text: str) -> str:
    """Only what is printed: where lines break is the carrier's business."""
    return "".join(printable(text).split())


def fonts_of(page: object) -> list[dict[str, str]]:
    resources = page["/Resources"]["/Font"]  # type: ignore[index]  # the stubs know less
    return [font.get_object() for font in resources.values()]
