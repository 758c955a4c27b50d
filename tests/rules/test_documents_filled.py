"""A document that is filled in with Word comes back with every word; what is not ours is refused with a sentence."""

from __future__ import annotations

import io

import pytest
from docx import Document
from docx.oxml.ns import qn
from hypothesis import given, settings
from hypothesis import strategies as st

from diaban.documents.filled import HERE, Blank, read_filled, write_blank
from diaban.kit.errors import FileRefused
from diaban.kit.text import clean
from tests.rules.odd_files import pdf

HEADINGS = {"programme": "I. Kết quả thực hiện chương trình theo dõi", "limits": "VI. Hạn chế, nguyên nhân, bài học"}
TEXTS = st.text(st.sampled_from("aăâđêôơư ạắẫệỗờữỳ ĐẠẮỄ\u0301\u0323\n\t .,;:%–“”0123456789"), max_size=400)


def blank(**texts: str) -> bytes:
    sections = [(key, heading, texts.get(key, "")) for key, heading in HEADINGS.items()]
    return write_blank(Blank("bao-cao:1", "Báo cáo năm 2023", ["Viết vào từng mục."], sections))


@settings(max_examples=25, deadline=None)
@given(one=TEXTS, other=TEXTS)
def test_the_round_trip_loses_nothing(one: str, other: str) -> None:
    texts = {"programme": clean(one), "limits": clean(other)}
    assert read_filled(blank(**texts), HEADINGS).texts == texts


def test_a_long_text_comes_back_whole() -> None:
    text = "\n".join(f"Đoạn {number}: đường vào bản sạt lở." for number in range(500))
    assert read_filled(blank(limits=text), HEADINGS).texts["limits"] == text


def test_what_was_written_over_the_hint_is_read_and_the_mark_kept() -> None:
    document = Document(io.BytesIO(blank()))
    for control in document.element.body.iter(qn("w:sdt")):
        for text in control.iter(qn("w:t")):
            if text.text == HERE:
                text.text = "Đã đi 12 ngày."
    filled = read_filled(saved(document), HEADINGS)
    assert (filled.mark, filled.texts) == ("bao-cao:1", dict.fromkeys(HEADINGS, "Đã đi 12 ngày."))


def test_an_untouched_section_is_empty() -> None:
    assert read_filled(blank(), HEADINGS).texts == {"programme": "", "limits": ""}


def test_without_its_control_a_section_is_found_by_its_heading() -> None:
    document = Document(io.BytesIO(blank(programme="Một.\nHai.", limits="Ba.")))
    for control in list(document.element.body.iter(qn("w:sdt")))[1:]:
        for paragraph in list(control.iter(qn("w:p"))):
            control.addprevious(paragraph)
        control.getparent().remove(control)
    assert read_filled(saved(document), HEADINGS).texts == {"programme": "Một.\nHai.", "limits": "Ba."}


def test_a_section_whose_heading_was_changed_is_not_guessed() -> None:
    document = Document(io.BytesIO(blank(limits="Ba.")))
    for control in list(document.element.body.iter(qn("w:sdt")))[1:]:
        control.getparent().remove(control)
    for paragraph in document.paragraphs:
        if paragraph.text.startswith("VI."):
            paragraph.text = "6. Tồn tại"
    assert read_filled(saved(document), HEADINGS).texts == {"programme": ""}


@pytest.mark.parametrize("content", [b"", b"PK\x03\x04", pdf(), b"<html></html>", "Tệp chữ".encode()])
def test_what_is_not_a_word_document_is_refused(content: bytes) -> None:
    with pytest.raises(FileRefused, match="Word"):
        read_filled(content, HEADINGS)


def test_another_word_document_is_refused() -> None:
    document = Document()
    document.add_paragraph("Thư mời")
    with pytest.raises(FileRefused, match="không phải mẫu tải từ hệ thống"):
        read_filled(saved(document), HEADINGS)


def saved(document: object) -> bytes:
    file = io.BytesIO()
    document.save(file)  # type: ignore[attr-defined]  # the stubs know less
    return file.getvalue()
