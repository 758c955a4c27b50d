"""Hostile and odd files by name, with the kind under which each is sent and a piece of the sentence that refuses it."""

from __future__ import annotations

import io
import struct
import unicodedata
import zipfile
import zlib
from functools import cache
from typing import NamedTuple

from PIL import Image

from diaban.attachments.rules.kinds import AttachmentKind
from tests.rules.odd_files import (
    HTML,
    SVG,
    box,
    carrying_pdf,
    docx,
    locked_pdf,
    odt,
    ole,
    packed,
    pdf,
    pdf_saying,
    photo,
    picture,
    png_of,
    saved,
    sheet,
    stream,
    with_parts,
    with_words,
    zipped,
)

PHOTO, DOCUMENT = AttachmentKind.PHOTO, AttachmentKind.DOCUMENT


class Hostile(NamedTuple):
    kind: AttachmentKind
    content: bytes
    said: str


@cache
def refused() -> dict[str, Hostile]:
    """What must be refused, by what it is."""
    return _no_pictures() | _broken_pictures() | _no_documents() | _bad_pdfs() | _bad_office() | _marked()


def _no_pictures() -> dict[str, Hostile]:
    found = {
        "nothing": (b"", "Tệp trống"),
        "blanks": (b" \r\n\0\0" * 900, "Tệp trống"),
        "HTML": (HTML, "trang web (HTML)"),
        "HTML after blanks": (b"\xef\xbb\xbf \n\n" + HTML, "trang web (HTML)"),
        "HTML in UTF-16": (HTML.decode().encode("utf-16"), "trang web (HTML)"),
        "a picture tag": (b"<img src=x onerror=alert(1)>", "trang web (HTML)"),
        "SVG": (SVG, "SVG"),
        "SVG with a prologue": (b'<?xml version="1.0"?>\n<!-- anh -->\n' + SVG, "SVG"),
        "a shell script": (b"#!/bin/sh\nrm -rf /\n", "tệp lệnh"),
        "PHP": (b"<?php system($_GET['c']); ?>", "tệp lệnh"),
        "a Windows program": (b"MZ" + bytes(200) + b"PE\0\0", "tệp chương trình"),
        "a Linux program": (b"\x7fELF" + bytes(200), "tệp chương trình"),
        "a Java class": (b"\xca\xfe\xba\xbe" + bytes(99), "tệp chương trình"),
        "GIF with a script": (b"GIF89a/*" + HTML + b"*/=1;", "trang web (HTML)"),
        "GIF": (saved(picture(), "GIF"), "ảnh GIF"),
        "BMP": (saved(picture(), "BMP"), "ảnh BMP"),
        "TIFF": (saved(picture(), "TIFF"), "ảnh TIFF"),
        "HEIC": (box(b"heic"), "Tương thích nhất"),
        "HEIC of another brand": (box(b"mif1"), "Tương thích nhất"),
        "AVIF": (saved(picture(), "AVIF"), "ảnh AVIF"),
        "a film": (box(b"mp42"), "phim"),
        "PDF as a photo": (pdf(), "tệp PDF"),
        "Word as a photo": (docx(), "tệp văn phòng"),
        "PostScript": (b"%!PS-Adobe-3.0\n(/etc/passwd) run", "PostScript"),
        "words": ("Đây không phải ảnh.".encode(), "không phải loại tệp"),
        "noise": (bytes(range(1, 256)) * 40, "không phải loại tệp"),
    }
    return {name: Hostile(PHOTO, content, said) for name, (content, said) in found.items()}


def _broken_pictures() -> dict[str, Hostile]:
    whole, flat = photo(), png_of(64, 64)
    found = {
        "the head of a JPEG": (b"\xff\xd8\xff\xe0" + bytes(400), "hỏng"),
        "the head of a PNG": (b"\x89PNG\r\n\x1a\n", "hỏng"),
        "the head of a WebP": (b"RIFF\0\0\0\0WEBP" + bytes(99), "hỏng"),
        "half a JPEG": (whole[: len(whole) // 2], "hỏng"),
        "half a PNG": (flat[: len(flat) - 30], "hỏng"),
        "a PNG bomb": (png_of(60_000, 60_000), "quá nhiều điểm ảnh"),
        "a PNG of 72 million points": (png_of(12_000, 6_000), "quá nhiều điểm ảnh"),
        "a PNG with a text bomb": (png_of(8, 8, (b"zTXt", b"a\0\0" + zlib.compress(bytes(20_000_000)))), "hỏng"),
        "a JPEG that says it is huge": (_measured(whole, 65_000, 65_000), "quá nhiều điểm ảnh"),
        "a WebP bomb": (saved(Image.new("RGB", (5_000, 4_000)), "WEBP"), "quá lớn"),
        "a progressive bomb": (_progressive_bomb(), "quá nhiều điểm ảnh"),
    }
    return {name: Hostile(PHOTO, content, said) for name, (content, said) in found.items()}


def _measured(jpeg: bytes, width: int, height: int) -> bytes:
    """The same JPEG with other measures in its frame."""
    frame = jpeg.index(b"\xff\xc0")
    return jpeg[: frame + 5] + struct.pack(">HH", height, width) + jpeg[frame + 9 :]


def _progressive_bomb() -> bytes:
    """A few kilobytes of which the decoder must hold every coefficient at once: 180 MB."""
    return saved(Image.new("RGB", (6_000, 5_000), "white"), progressive=True, subsampling=0)


def _no_documents() -> dict[str, Hostile]:
    found = {
        "an old Word file": (ole("WordDocument"), "đời cũ"),
        "a Word file with a password": (ole("EncryptedPackage", "EncryptionInfo"), "mật khẩu"),
        "RTF": (b"{\\rtf1\\ansi Xin}", "RTF"),
        "HTML as a document": (HTML, "trang web (HTML)"),
        "RAR": (b"Rar!\x1a\x07\0" + bytes(50), "RAR"),
        "7z": (b"7z\xbc\xaf\x27\x1c" + bytes(50), "7z"),
        "gzip": (b"\x1f\x8b\x08" + bytes(50), "gzip"),
        "a program named .pdf": (b"MZ" + bytes(200), "tệp chương trình"),
        "a program before a Word file": (b"MZ" + bytes(200) + docx(), "tệp chương trình"),
        "a plain zip": (zipped({"a.txt": b"a"}), "tệp nén hoặc loại tệp văn phòng khác"),
        "a Java archive": (zipped({"META-INF/MANIFEST.MF": b"Main-Class: A", "A.class": b"\xca\xfe"}), "tệp nén"),
        "a presentation": (zipped({"[Content_Types].xml": b"presentationml.presentation.main+xml"}), "tệp nén"),
        "a spreadsheet of OpenDocument": (
            zipped({"mimetype": b"application/vnd.oasis.opendocument.spreadsheet"}),
            "tệp nén",
        ),
        "an empty zip": (b"PK\x05\x06" + bytes(18), "tệp nén"),
    }
    return {name: Hostile(DOCUMENT, content, said) for name, (content, said) in found.items()}


def _bad_pdfs() -> dict[str, Hostile]:
    script = b"<< /S /JavaScript /JS (app.alert\\(1\\)) >>"
    found = {
        "a locked PDF": (locked_pdf(), "mật khẩu hoặc bị khóa"),
        "a PDF that runs a script": (pdf(script, catalog=b"/OpenAction 5 0 R"), "JavaScript"),
        "a PDF with its script spelled oddly": (pdf(script.replace(b"Java", b"J#61v#61")), "JavaScript"),
        "a PDF with its script packed away": (pdf(packed(b"6 0 " + script)), "JavaScript"),
        "a PDF with its script packed in another code": (
            pdf(packed(b"6 0 " + script, b"/Filter [/FlateDecode /ASCIIHexDecode]")),
            "khác thường",
        ),
        "a PDF with a packed bomb": (pdf(packed(bytes(20_000_000))), "khác thường"),
        "a PDF that starts a program": (pdf(b"<< /S /Launch /F (cmd.exe) >>"), "mở chương trình"),
        "a PDF that sends its form away": (pdf(b"<< /S /SubmitForm /F (http://x) >>"), "mở chương trình"),
        "a PDF with a file inside": (carrying_pdf(), "nhúng bên trong"),
        "a PDF with a file pinned on": (
            pdf(b"<< /Subtype /FileAttachment >>", page=b"/Annots [5 0 R]"),
            "nhúng bên trong",
        ),
        "a PDF with a dynamic form": (pdf(stream(b"<xdp/>"), catalog=b"/AcroForm << /XFA 5 0 R >>"), "nội dung động"),
        "a PDF with a film": (pdf(b"<< /Subtype /RichMedia >>"), "nội dung động"),
        "a PDF with a zip behind": (pdf() + zipped({"a.exe": b"MZ"}), "ghép làm một"),
        "a PDF with HTML behind": (pdf() + HTML, "ghép làm một"),
        "a PDF with HTML at its head": (b"%PDF-1.7\n%" + HTML + pdf()[8:], "ghép làm một"),
        "half a PDF": (pdf(content=b"q " * 4000)[:3000], "hỏng"),
        "a PDF of nothing": (b"%PDF-1.7\n%%EOF", "hỏng"),
        "a PDF whose page is its own parent": (pdf().replace(b"/Kids [3 0 R]", b"/Kids [2 0 R]"), "hỏng"),
    }
    return {name: Hostile(DOCUMENT, content, said) for name, (content, said) in found.items()}


def _bad_office() -> dict[str, Hostile]:
    macro = "[Content_Types].xml", b"wordprocessingml.document.main+xml", b"ms-word.document.macroEnabled.main+xml"
    link = b'<Relationships><Relationship Id="r" TargetMode="External" Target="http://x/y.dotm" Type="http://o/%b"/>'
    entity = b'<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b "bbbb">]><a>&b;</a>'
    found = {
        "a Word file with macros": (with_parts(docx(), {"word/vbaProject.bin": ole("VBA")}), "macro"),
        "a macro file of Word": (with_words(docx(), *macro), "macro"),
        "a workbook with macros": (with_parts(sheet(), {"xl/vbaProject.bin": ole("VBA")}), "macro"),
        "a workbook with macros of 1992": (with_parts(sheet(), {"xl/macrosheets/sheet1.xml": b"<a/>"}), "macro"),
        "an ODT with macros": (odt(extra={"Basic/Standard/A.xml": b"<a/>"}), "macro"),
        "a locked ODT": (odt(extra={"META-INF/manifest.xml": b"<a><encryption-data/></a>"}), "mật khẩu"),
        "a Word file with an object": (
            with_parts(docx(), {"word/embeddings/oleObject1.bin": ole("a")}),
            "nhúng bên trong",
        ),
        "a Word file with a control": (with_parts(docx(), {"word/activeX/activeX1.xml": b"<a/>"}), "nhúng bên trong"),
        "a Word file with a program": (with_parts(docx(), {"word/media/setup.exe": b"MZ"}), "nhúng bên trong"),
        "a Word file with a far template": (
            with_parts(docx(), {"word/_rels/settings.xml.rels": link % b"attachedTemplate"}),
            "từ nơi khác",
        ),
        "a Word file with a far object": (
            with_parts(docx(), {"word/_rels/a.rels": link % b"oleObject"}),
            "từ nơi khác",
        ),
        "a Word file that calls a program": (
            with_words(
                docx("CHO"), "word/document.xml", b"<w:t>CHO", b"<w:instrText> DDEAUTO c:\\\\cmd.exe</w:instrText><w:t>"
            ),
            "từ nơi khác",
        ),
        "a workbook that calls a program": (
            with_parts(
                sheet(), {"xl/externalLinks/a.xml": b'<externalLink><ddeLink ddeService="cmd"/></externalLink>'}
            ),
            "từ nơi khác",
        ),
        "a Word file with entities": (with_parts(docx(), {"word/document.xml": entity}), "DOCTYPE"),
        "a Word file with entities in UTF-16": (
            with_parts(docx(), {"word/settings.xml": entity.decode().encode("utf-16")}),
            "DOCTYPE",
        ),
        "a zip bomb": (with_parts(docx(), {"word/media/a.png": bytes(55_000_000)}), "giải nén ra quá lớn"),
        "many parts": (with_parts(docx(), {f"word/a{n}.xml": b"<a/>" for n in range(2500)}), "giải nén ra quá lớn"),
        "a Word file with HTML behind": (docx() + HTML, "ghép làm một"),
        "a Word file with HTML as its comment": (_commented(docx()), "ghép làm một"),
        "a Word file with a PDF in its head": (zipped({"a": b"%PDF-1.7 1 0 obj", **_parts(docx())}, 0), "ghép làm một"),
        "a Word file with a password": (_locked(docx()), "mật khẩu"),
        "half a Word file": (docx()[:9000], "hỏng"),
        "a Word file without an end to its words": (with_parts(docx(), {"word/document.xml": b"<a><b></a>"}), "hỏng"),
        "a Word file that is an ODT too": (
            with_parts(docx(), {"mimetype": b"application/vnd.oasis.opendocument.text"}),
            "khác",
        ),
    }
    return {name: Hostile(DOCUMENT, content, said) for name, (content, said) in found.items()}


def _parts(office: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(office)) as archive:
        return {part.filename: archive.read(part) for part in archive.infolist()}


def _commented(office: bytes) -> bytes:
    file = io.BytesIO(office)
    with zipfile.ZipFile(file, "a") as archive:
        archive.comment = HTML
    return file.getvalue()


def _locked(office: bytes) -> bytes:
    """Each entry of the directory says that its part is encrypted."""
    pieces = office.split(b"PK\x01\x02")
    return pieces[0] + b"".join(b"PK\x01\x02" + piece[:4] + b"\x01\x00" + piece[6:] for piece in pieces[1:])


def _marked() -> dict[str, Hostile]:
    apart = unicodedata.normalize("NFD", "TUYỆT MẬT")
    found = {
        "a PDF that is secret": pdf_saying("TỈNH ỦY HÒA BÌNH", "Số 12-BC/TU", "TUYỆT MẬT", "BÁO CÁO"),
        "a PDF that is secret in a line with its place": pdf_saying("TỈNH ỦY", "TỐI MẬT Hòa Bình, ngày 05/5/2024"),
        "a PDF that is secret in spaced letters": pdf_saying("TỈNH ỦY", "M Ậ T"),
        "a Word file that is secret": docx("TỈNH ỦY HÒA BÌNH", "MẬT", "BÁO CÁO"),
        "a Word file that is secret in letters put together": docx(apart, "BÁO CÁO"),
        "a Word file that is secret in spaced letters": docx("T  U  Y  Ệ  T     M  Ậ  T"),
        "a Word file that is secret in its header": docx("BÁO CÁO", header="Tối mật"),
        "a Word file that names its degree": docx("Độ mật: Tối mật"),
        "a Word file that is secret behind a tab": docx("Số 12-BC/TU\tMẬT"),
        "a workbook that is secret": sheet("TỐI MẬT", "Danh sách"),
        "an ODT that is secret": odt("BÁO CÁO", "MẬT"),
        "a Word file that is secret in TCVN3": docx("TuyÖt mËt"),
        "a Word file that is secret in VNI": docx("TOÁI MAÄT"),
        "a Word file that is secret in full-width letters": docx("ＭẬＴ"),
        "a Word file that is secret with nothing between": docx("M\u200bẬ\u200bT"),
    }
    return {name: Hostile(DOCUMENT, content, "mang dấu độ mật") for name, content in found.items()}


@cache
def harmless() -> dict[str, bytes]:
    """Photos that carry something else as well: they are taken, and it is left behind."""
    whole = photo()
    return {
        "a photo of a phone": whole,
        "a photo with a zip behind": whole + zipped({"a.exe": b"MZ"}),
        "a photo with HTML behind": whole + HTML,
        "a photo with a PDF behind": whole + pdf(),
        "a photo with HTML in its comment": saved(picture(), comment=HTML),
        "a photo with a broken note of its camera": saved(picture(), exif=b"Exif\0\0II*\0\xff\xff\xff\xff"),
        "a photo with a broken profile": saved(picture(), icc_profile=b"khong phai ho so mau"),
        "a photo for printing": saved(picture(mode="CMYK")),
        "a grey photo": saved(picture(mode="L")),
        "a PNG with a script in its words": png_of(64, 64, (b"tEXt", b"Comment\0" + HTML)),
        "a PNG that is seen through": saved(picture(mode="RGBA"), "PNG"),
        "a PNG with a palette": saved(picture(mode="P"), "PNG"),
        "a PNG of 16 bits": saved(picture(mode="I;16"), "PNG"),
        "a WebP": saved(picture(), "WEBP", exif=photo()[6:400]),
        "a WebP that moves": saved(picture(), "WEBP", save_all=True, append_images=[picture(mode="L").convert("RGB")]),
        "a point": saved(picture((1, 1))),
        "a line": saved(picture((6000, 1)), "PNG"),
        "a photo of 48 million points": saved(picture((8000, 6000)), quality=80),
    }


@cache
def heavy() -> dict[str, bytes]:
    """Documents that ask for much: whether they are taken or not, the one who opens them must stay within its fence."""
    return {
        "a page that is a bomb": pdf(content=b"q " * 4_500_000),
        "a page that is a packed bomb": _packed_page(b"q " * 60_000_000),
        "170,000 objects": pdf(*[b"<< /A [1 2 3] >>"] * 170_000),
        "brackets in brackets": pdf(b"[" * 400_000 + b"]" * 400_000, page=b"/Annots 5 0 R"),
        "long names": pdf(b"<< /" + b"A" * 5_000_000 + b" 1 >>"),
        "a sheet of a million words": sheet_of(1_000_000),
        "one long paragraph": docx(" ".join(map(str, range(500_000)))),
    }


def _packed_page(content: bytes) -> bytes:
    body = stream(zlib.compress(content, 9), b"/Filter /FlateDecode")
    return pdf(body).replace(b"/Contents 4 0 R", b"/Contents 5 0 R")


def sheet_of(words: int) -> bytes:
    strings = b'<sst xmlns="a">' + b"".join(b"<si><t>x%d</t></si>" % word for word in range(words)) + b"</sst>"
    return with_parts(sheet(), {"xl/sharedStrings.xml": strings})


def passing() -> dict[str, bytes]:
    """Documents as people write them every day, which must not be refused."""
    return {
        "PDF": pdf_saying("TỈNH ỦY HÒA BÌNH", "QUY CHẾ BẢO MẬT THÔNG TIN"),
        "PDF with its objects packed": pdf(packed(b"6 0 << /A /B >>")),
        "a PDF that links": pdf(b"<< /S /URI /URI (https://hoabinh.gov.vn) >>", catalog=b"/OpenAction [3 0 R /Fit]"),
        "a scan": pdf(stream(saved(picture()), b"/Type /XObject /Subtype /Image /Filter /DCTDecode")),
        "PDF with blanks behind": pdf() + b"\r\n\0\0",
        "Word": docx(
            "MÔ HÌNH NUÔI ONG LẤY MẬT", "Giữ bí mật nhà nước.", "Mật khẩu phải dài.", "Xã có mật độ dân số thấp."
        ),
        "Word about secrets": docx("Bảo mật", "Mật ong Pà Cò", "Việc đóng dấu mật, tối mật theo quy định."),
        "Excel": sheet("Mật ong", "Bảo mật", "Túi mật"),
        "OpenDocument": odt("Bí mật nhà nước", "Tài liệu tập huấn bảo mật"),
    }
