"""Files as people and attackers send them, made here: pictures, PDFs, office files, and what only claims to be one."""

from __future__ import annotations

import struct
import zipfile
import zlib
from collections.abc import Mapping
from functools import cache
from io import BytesIO

import typst
from docx import Document
from PIL import ExifTags, Image
from pypdf import PdfReader, PdfWriter

from diaban.documents.metrics import FONTS
from tests.rules.sheet_files import xlsx

HTML = b"<!DOCTYPE html><html><body><script>alert(document.cookie)</script></body></html>"
SVG = b'<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'
HANOI = {1: "N", 2: (21.0, 1.0, 42.5), 3: "E", 4: (105.0, 51.0, 14.8)}


@cache
def picture(size: tuple[int, int] = (640, 480), mode: str = "RGB") -> Image.Image:
    """Something to look at: no two quarters of it are the same."""
    image = Image.new("RGB", size, "#3f6f54")
    image.paste("#c3d0e4", (0, 0, size[0], size[1] // 3))
    image.paste("#6b3b2a", (size[0] // 2, size[1] // 2, size[0], size[1]))
    return image.convert(mode)


def saved(image: Image.Image, form: str = "JPEG", **options: object) -> bytes:
    file = BytesIO()
    image.save(file, form, **options)
    return file.getvalue()


@cache
def photo(size: tuple[int, int] = (640, 480), orientation: int = 1) -> bytes:
    """As a phone writes it: where, when and with what it was taken, and a small picture inside."""
    exif = Image.Exif()
    exif[ExifTags.Base.Make] = "May Anh Bi Mat"
    exif[ExifTags.Base.Orientation] = orientation
    exif.get_ifd(ExifTags.IFD.GPSInfo).update(HANOI)
    exif.get_ifd(ExifTags.IFD.Exif)[ExifTags.Base.BodySerialNumber] = "SN-0123456789"
    return saved(picture(size), quality=92, exif=exif, comment=b"Nha ong A, thon B")


def png_of(width: int, height: int, *chunks: tuple[bytes, bytes]) -> bytes:
    """A PNG of one colour and one bit a pixel, however large it says that it is, with chunks of one's own."""
    row = b"\0" + bytes((width + 7) // 8)
    squeezer = zlib.compressobj(9)
    data = b"".join(squeezer.compress(row) for _ in range(min(height, 4_000))) + squeezer.flush()
    head = struct.pack(">IIBBBBB", width, height, 1, 0, 0, 0, 0)
    parts = [(b"IHDR", head), *chunks, (b"IDAT", data), (b"IEND", b"")]
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">I", len(body)) + name + body + struct.pack(">I", zlib.crc32(name + body)) for name, body in parts
    )


def pdf(*objects: bytes, catalog: bytes = b"", page: bytes = b"", content: bytes = b"") -> bytes:
    """A plain PDF of one page: 1 catalog, 2 pages, 3 page, 4 content; `objects` follow from 5."""
    bodies = [
        b"<< /Type /Catalog /Pages 2 0 R " + catalog + b" >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R " + page + b" >>",
        stream(content),
        *objects,
    ]
    made, places = bytearray(b"%PDF-1.7\n"), []
    for number, body in enumerate(bodies, start=1):
        places.append(len(made))
        made += b"%d 0 obj\n%b\nendobj\n" % (number, body)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    count = len(bodies) + 1
    head = b"xref\n0 %d\n0000000000 65535 f \n%b" % (count, table)
    return bytes(made) + head + b"trailer << /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (count, len(made))


def stream(data: bytes, dictionary: bytes = b"") -> bytes:
    return b"<< %b /Length %d >>\nstream\n%b\nendstream" % (dictionary, len(data), data)


def packed(objects: bytes, dictionary: bytes = b"/Filter /FlateDecode") -> bytes:
    """An object stream."""
    return stream(zlib.compress(objects), b"/Type /ObjStm /N 1 /First 4 " + dictionary)


def pdf_saying(*lines: str) -> bytes:
    """A PDF with the words of each line on its first page, set in the fonts of our documents."""
    words = "\\ ".join(f'#"{line}"' for line in lines)
    fonts = typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[str(FONTS)])
    return typst.compile(words.encode(), font_paths=fonts, format="pdf")


def locked_pdf() -> bytes:
    writer = PdfWriter(clone_from=PdfReader(BytesIO(pdf())))
    writer.encrypt("", "chu-so-huu", algorithm="RC4-128")
    return written(writer)


def carrying_pdf() -> bytes:
    writer = PdfWriter(clone_from=PdfReader(BytesIO(pdf())))
    writer.add_attachment("virus.exe", b"MZ")
    return written(writer)


def written(writer: PdfWriter) -> bytes:
    file = BytesIO()
    writer.write(file)
    return file.getvalue()


def docx(*paragraphs: str, header: str = "") -> bytes:
    document = Document()
    for paragraph in paragraphs or ("Báo cáo kết quả theo dõi xã.",):
        document.add_paragraph(paragraph)
    if header:
        document.sections[0].header.paragraphs[0].text = header
    file = BytesIO()
    document.save(file)
    return file.getvalue()


def sheet(*cells: str) -> bytes:
    return xlsx([[cell] for cell in cells or ("Danh sách hỗ trợ",)])


def odt(*paragraphs: str, extra: Mapping[str, bytes] | None = None) -> bytes:
    space = "urn:oasis:names:tc:opendocument:xmlns:"
    text = "".join(f"<text:p>{paragraph}</text:p>" for paragraph in paragraphs or ("Báo cáo",))
    content = (
        f'<?xml version="1.0"?><office:document-content xmlns:office="{space}office:1.0" xmlns:text="{space}text:1.0">'
        f"<office:body><office:text>{text}</office:text></office:body></office:document-content>"
    )
    parts = {"mimetype": b"application/vnd.oasis.opendocument.text", "content.xml": content.encode()}
    return zipped(parts | {"META-INF/manifest.xml": b"<manifest/>"} | dict(extra or {}))


def zipped(parts: Mapping[str, bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    file = BytesIO()
    with zipfile.ZipFile(file, "w", method) as archive:
        for name, body in parts.items():
            archive.writestr(name, body)
    return file.getvalue()


def with_parts(office: bytes, added: Mapping[str, bytes]) -> bytes:
    """An office file with parts of it replaced or added."""
    with zipfile.ZipFile(BytesIO(office)) as archive:
        parts = {part.filename: archive.read(part) for part in archive.infolist()}
    return zipped(parts | dict(added))


def with_words(office: bytes, part: str, old: bytes, new: bytes) -> bytes:
    with zipfile.ZipFile(BytesIO(office)) as archive:
        body = archive.read(part)
    assert old in body
    return with_parts(office, {part: body.replace(old, new)})


def ole(*names: str) -> bytes:
    """The head of a compound file of old, with the names of what it holds."""
    return bytes.fromhex("D0CF11E0A1B11AE1") + bytes(512) + b"".join(name.encode("utf-16-le") for name in names)


def box(brand: bytes) -> bytes:
    return b"\0\0\0\x18ftyp" + brand + bytes(64)
