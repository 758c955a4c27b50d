"""What may hang on a record, how large and how many. The numbers are the product's own: no rule names any."""

from __future__ import annotations

from diaban.kit.enums import Labelled
from diaban.kit.errors import FileRefused
from diaban.kit.formats import number
from diaban.kit.law import cites

MB = 1024 * 1024
MAX_DOCUMENT = 10 * MB
MAX_PHOTO = 15 * MB
"""As it leaves the camera of a phone without script; with script a photo is made small before it is sent."""
MAX_PHOTOS = 3
MAX_DOCUMENTS = 5
"""for one record"""
MAX_PIXELS = 100_000_000
LONGEST_SIDE, THUMB_SIDE = 1600, 320
"""px, of a photo as it is kept"""
THUMB_BYTES = 20 * 1024
NAME_LENGTH = 120


class AttachmentKind(Labelled):
    PHOTO = "photo", "Ảnh"
    DOCUMENT = "document", "Tài liệu"

    @property
    def field(self) -> str:
        """The form field that a refusal belongs to."""
        return f"{self.value}s"


class FileType(Labelled):
    """By the name that browsers know it under. Of the pictures only JPEG is kept: each photo is made anew."""

    JPEG = "image/jpeg", "ảnh JPEG"
    PNG = "image/png", "ảnh PNG"
    WEBP = "image/webp", "ảnh WebP"
    PDF = "application/pdf", "PDF"
    DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document", "Word"
    XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "Excel"
    ODT = "application/vnd.oasis.opendocument.text", "OpenDocument"

    @property
    def extension(self) -> str:
        return {"JPEG": "jpg"}.get(self.name, self.name.lower())


KEPT = (FileType.JPEG, FileType.PDF, FileType.DOCX, FileType.XLSX, FileType.ODT)


@cites("Mặc định của phần mềm: tài liệu không quá 10 MB, ảnh chưa nén không quá 15 MB")
def refuse_size(size: int, *, kind: AttachmentKind) -> None:
    """Raises FileRefused. `size` in bytes, as it was sent."""
    limit = MAX_PHOTO if kind is AttachmentKind.PHOTO else MAX_DOCUMENT
    if size <= limit:
        return
    said = f"Tệp nặng {number(-(-size * 10 // MB) / 10)} MB, tối đa {limit // MB} MB."
    if kind is AttachmentKind.PHOTO:
        raise FileRefused(f"{said} Trình duyệt chưa nén được ảnh này: hãy thu nhỏ ảnh trên điện thoại rồi chọn lại.")
    raise FileRefused(f"{said} Hãy giảm dung lượng (quét ở 150 đến 200 dpi, bỏ bớt ảnh) hoặc chia thành nhiều tệp.")


@cites("Mặc định của phần mềm: mỗi chuyến đi có tối đa 3 ảnh")
def too_many(*, kept: int, added: int, limit: int, kind: AttachmentKind) -> str:
    """Why so many more cannot be added, as a whole sentence; empty when they can."""
    thing, over = kind.label.lower(), kept + added - limit
    if added == 0 or over <= 0:
        return ""
    present = f"đã có {kept} {thing}, gửi thêm {added}" if kept else f"đang gửi {added}"
    return f"Mỗi hồ sơ có tối đa {limit} {thing}; {present}. Hãy bỏ bớt {min(over, added)} {thing}."
