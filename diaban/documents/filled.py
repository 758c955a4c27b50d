"""A Word document that is filled in away from the network and read back: each section is a content control.

Word keeps such a control however its text is written over. Where somebody took it away, the section is found by
its heading.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from docx import Document
from docx.document import Document as Opened
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Pt
from docx.text.paragraph import Paragraph

from diaban.documents import ooxml
from diaban.kit.errors import FileRefused
from diaban.kit.forms import RecordForm
from diaban.kit.text import clean
from diaban.kit.zips import check_sizes, refuse_entities

LARGEST = 10 * 1024 * 1024
"""bytes of a filled document"""
MARK, SECTION = "ho-so", "muc:"
"""Tags: of the line that says which record it is, and in front of the key of a section."""
HERE = "Viết vào đây"
NOT_OURS = "Tệp này không phải mẫu tải từ hệ thống. Hãy tải mẫu của hồ sơ này, viết vào mẫu rồi gửi lại."
UNREADABLE = "Tệp không mở được như một tệp Word (.docx). Hãy lưu lại bằng Word dưới dạng .docx rồi gửi."


@dataclass(frozen=True, slots=True)
class Blank:
    """What is to be filled in: `mark` says which record it is, `sections` are (key, heading, text so far)."""

    mark: str
    title: str
    advice: Sequence[str]
    sections: Sequence[tuple[str, str, str]]


@dataclass(frozen=True, slots=True)
class Filled:
    """What came back. `texts` by key, for those sections that were found."""

    mark: str
    texts: Mapping[str, str]


def write_blank(blank: Blank) -> bytes:
    """The .docx to fill in. The same blank gives the same bytes."""
    document = Document()
    document.core_properties.title, document.core_properties.language = blank.title, "vi-VN"
    style = document.styles["Normal"]
    style.font.name, style.font.size = "Times New Roman", Pt(14)
    document.add_heading(blank.title, level=1)
    for line in blank.advice:
        document.add_paragraph(line)
    _control(document, MARK, "Hồ sơ", [blank.mark], locked=True)
    for key, heading, text in blank.sections:
        document.add_heading(heading, level=2)
        _control(document, SECTION + key, heading, text.split("\n") if text else [HERE])
    file = io.BytesIO()
    document.save(file)
    return ooxml.same_bytes(file.getvalue())


def read_filled(file: bytes, headings: Mapping[str, str]) -> Filled:
    """What was written. `headings` by key, for sections whose control is gone. Raises FileRefused with a sentence."""
    document = _open(file)
    controls = dict(_controls(document))
    if not controls.get(MARK):
        raise FileRefused(NOT_OURS)
    found = {key: controls[SECTION + key] for key in headings if SECTION + key in controls}
    lost = {key: heading for key, heading in headings.items() if key not in found}
    texts = found | (_under_headings(document, lost, headings) if lost else {})
    return Filled(controls[MARK].strip(), {key: _said(text) for key, text in texts.items()})


def filled_texts(form: RecordForm, *, mark: str, headings: Mapping[str, str]) -> dict[str, str] | None:
    """What stands in the `file` of a form, when it is the document of this record; else the form says what is wrong."""
    try:
        filled = read_filled(form.cleaned_data["file"].read(), headings)
    except FileRefused as refusal:
        form.add_error("file", str(refusal))
        return None
    if filled.mark != mark:
        form.add_error("file", "Tệp này là mẫu của một hồ sơ khác. Hãy chọn tệp tải từ trang của hồ sơ này.")
        return None
    if not filled.texts:
        form.add_error("file", "Không đọc được mục nào: các tiêu đề mục trong tệp đã bị đổi. Hãy tải lại mẫu.")
        return None
    return dict(filled.texts)


def _said(text: str) -> str:
    return "" if clean(text) == HERE else clean(text)


def _open(file: bytes) -> Opened:
    if len(file) > LARGEST:
        raise FileRefused("Tệp lớn hơn 10 MB. Mẫu đã điền chỉ có chữ, không kèm ảnh.")
    try:
        with zipfile.ZipFile(io.BytesIO(file)) as archive:
            check_sizes(archive.infolist())
            for name in archive.namelist():
                if name.endswith((".xml", ".rels")):
                    refuse_entities(archive.read(name))
        return Document(io.BytesIO(file))
    except (zipfile.BadZipFile, KeyError, ValueError, OSError, NotImplementedError, SyntaxError) as broken:
        raise FileRefused(UNREADABLE) from broken


def _control(document: Opened, tag: str, title: str, lines: Sequence[str], *, locked: bool = False) -> None:
    """A block of paragraphs within one content control, at the end of the body."""
    control, properties, content = (OxmlElement(name) for name in ("w:sdt", "w:sdtPr", "w:sdtContent"))
    lock = "sdtContentLocked" if locked else "sdtLocked"
    for name, value in (("w:alias", title[:60]), ("w:tag", tag), ("w:lock", lock)):
        element = OxmlElement(name)
        element.set(qn("w:val"), value)
        properties.append(element)
    paragraphs = [document.add_paragraph(line) for line in lines]
    paragraphs[0]._p.addprevious(control)
    control.append(properties)
    control.append(content)
    for paragraph in paragraphs:
        content.append(paragraph._p)


def _controls(document: Opened) -> Iterator[tuple[str, str]]:
    for control in document.element.body.iter(qn("w:sdt")):
        tag = next((one.get(qn("w:val")) for one in control.iter(qn("w:tag"))), None)
        if tag:
            yield tag, "\n".join(_words(control, document))


def _words(within: Any, document: Opened) -> Iterator[str]:
    for paragraph in within.iter(qn("w:p")):
        yield Paragraph(paragraph, document).text


def _under_headings(document: Opened, lost: Mapping[str, str], known: Mapping[str, str]) -> dict[str, str]:
    """What stands between a heading that is looked for and the next heading of whatever words."""
    keys = {clean(heading): key for key, heading in known.items()}
    found: dict[str, list[str]] = {}
    here = ""
    body: Any = document.element.body
    for element in body.iter(qn("w:p")):
        paragraph = Paragraph(element, document)
        if paragraph.style is not None and str(paragraph.style.name).startswith("Heading"):
            here = keys.get(clean(paragraph.text), "")
            found |= {here: []} if here in lost else {}
        elif here in found:
            found[here].append(paragraph.text)
    return {key: "\n".join(lines) for key, lines in found.items()}
