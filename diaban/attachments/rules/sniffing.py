"""What a file is by its content, never by its name or by what a browser calls it."""

from __future__ import annotations

from enum import Enum

from diaban.attachments.rules.kinds import AttachmentKind
from diaban.kit.errors import FileRefused


class Family(Enum):
    """Which of ours opens it."""

    PICTURE = "picture"
    PDF = "pdf"
    OFFICE = "office"


_PICTURES = (b"\xff\xd8\xff", b"\x89PNG\r\n\x1a\n")
_STRANGERS = {
    b"PK": "tệp nén hoặc tệp văn phòng",
    b"%PDF": "tệp PDF",
    bytes.fromhex("D0CF11E0A1B11AE1"): "tệp Word, Excel đời cũ (.doc, .xls) hoặc tệp có mật khẩu",
    b"{\\rtf": "tệp văn bản RTF",
    b"GIF8": "ảnh GIF",
    b"BM": "ảnh BMP",
    b"II*\0": "ảnh TIFF",
    b"MM\0*": "ảnh TIFF",
    b"Rar!": "tệp nén RAR",
    b"7z\xbc\xaf": "tệp nén 7z",
    b"\x1f\x8b": "tệp nén gzip",
    b"MZ": "tệp chương trình",
    b"\x7fELF": "tệp chương trình",
    b"\xca\xfe\xba\xbe": "tệp chương trình",
    b"#!": "tệp lệnh",
    b"<?php": "tệp lệnh",
    b"%!PS": "tệp PostScript",
    b"OggS": "tệp âm thanh hoặc phim",
    b"\x1a\x45\xdf\xa3": "tệp phim",
    b"ID3": "tệp âm thanh",
}
_HEIC = {b"heic", b"heix", b"hevc", b"hevx", b"heim", b"heis", b"mif1", b"msf1"}
_TAKEN = {
    AttachmentKind.PHOTO: "Chỉ nhận ảnh JPEG, PNG hoặc WebP.",
    AttachmentKind.DOCUMENT: "Chỉ nhận PDF, Word (.docx), Excel (.xlsx), OpenDocument (.odt) và ảnh JPEG, PNG, WebP.",
}
TWO_THINGS = (
    "Tệp là hai loại tệp ghép làm một, có thể gây hại nên không nhận. Hãy mở tệp, lưu lại thành tệp mới rồi gửi."
)


def sniff(content: bytes, *, kind: AttachmentKind) -> Family:
    """Raises FileRefused for what is none of ours, with what it is and what to do."""
    if not content.strip(b"\0 \t\r\n"):
        raise FileRefused("Tệp trống, không có gì để nhận. Hãy chọn lại tệp.")
    if content.startswith(_PICTURES) or (content[:4] == b"RIFF" and content[8:12] == b"WEBP"):
        return Family.PICTURE
    if kind is AttachmentKind.DOCUMENT and content.startswith(b"%PDF-"):
        return Family.PDF
    if kind is AttachmentKind.DOCUMENT and content.startswith(b"PK\x03\x04"):
        return Family.OFFICE
    raise FileRefused(f"{_what(content)} {_TAKEN[kind]}{_advice(content, kind)}")


def _what(content: bytes) -> str:
    """Names the stranger: «Đây là …, không nhận được.»"""
    if content[4:8] == b"ftyp":
        return f"Đây là {_box(content)}, không nhận được."
    head = content[:2048].replace(b"\0", b"").lstrip(b"\xef\xbb\xbf\xff\xfe \t\r\n").lower()
    if b"<svg" in head:
        return "Đây là hình vẽ SVG, có thể chứa mã lệnh nên không nhận được."
    if any(tag in head for tag in (b"<html", b"<!doctype html", b"<script", b"<body", b"<head", b"<iframe", b"<img")):
        return "Đây là trang web (HTML), không nhận được."
    name = next((name for sign, name in _STRANGERS.items() if content.startswith(sign)), "")
    return f"Đây là {name}, không nhận được." if name else "Tệp này không phải loại tệp mà hệ thống nhận."


def _box(content: bytes) -> str:
    brand = content[8:12]
    if brand in _HEIC:
        return "ảnh HEIC"
    return "ảnh AVIF" if brand in {b"avif", b"avis"} else "phim"


def _advice(content: bytes, kind: AttachmentKind) -> str:
    if content[4:8] == b"ftyp" and content[8:12] in _HEIC:
        return " Trên iPhone, chọn “Tương thích nhất” ở Cài đặt, Camera, Định dạng; hoặc lưu thành JPEG rồi chọn lại."
    if kind is AttachmentKind.DOCUMENT and content.startswith((bytes.fromhex("D0CF11E0A1B11AE1"), b"{\\rtf")):
        return " Hãy gỡ mật khẩu nếu có, lưu lại thành .docx, .xlsx hoặc PDF rồi gửi."
    return ""
