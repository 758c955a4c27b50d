"""A photo made anew: small, upright, in sRGB. Whatever else stood in the file is left behind."""

from __future__ import annotations

import warnings
from dataclasses import dataclass
from io import BytesIO

from PIL import ExifTags, Image, ImageCms

from diaban.attachments.rules.kinds import LONGEST_SIDE, MAX_PIXELS, THUMB_BYTES, THUMB_SIDE
from diaban.kit.errors import FileRefused

QUALITY = 82
_THUMB_QUALITIES = (75, 60, 45, 30, 15, 5)
_SURE = 4_000_000
"""points of a picture that any decoder manages within the fence"""
_FORMATS = ("JPEG", "PNG", "WEBP")
_TURNS: dict[object, Image.Transpose] = {
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_270,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_90,
}
"""What makes a picture upright, by the orientation that its camera noted."""
TOO_LARGE = (
    "Ảnh có quá nhiều điểm ảnh nên không xử lý được. Hãy thu nhỏ ảnh (cạnh dài không quá 4.000 điểm ảnh) rồi chọn lại."
)
BROKEN = "Ảnh bị hỏng, chưa tải lên trọn hoặc quá lớn nên không mở được. Hãy thu nhỏ ảnh hoặc chọn ảnh khác."


@dataclass(frozen=True, slots=True)
class Remade:
    """Two JPEGs."""

    content: bytes
    thumb: bytes
    width: int
    height: int


def remake(content: bytes) -> Remade:
    """Raises FileRefused for what is no picture, or too large a one: its size is read before a pixel is."""
    Image.MAX_IMAGE_PIXELS = MAX_PIXELS
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            warnings.simplefilter("error", Image.DecompressionBombWarning)
            with Image.open(BytesIO(content), formats=_FORMATS) as image:
                share = min(1, LONGEST_SIDE / max(image.size))
                image.draft(None, (round(image.width * share), round(image.height * share)))  # a JPEG is read small
                picture = _plain(image)
    except (Image.DecompressionBombError, Image.DecompressionBombWarning, MemoryError):
        raise FileRefused(TOO_LARGE) from None
    except Exception as error:  # a broken file makes the library stumble in any way, a large one often at random
        large = "truncated" not in str(error) and _points(content) > _SURE
        raise FileRefused(TOO_LARGE if large else BROKEN) from error
    thumb = picture.copy()
    thumb.thumbnail((THUMB_SIDE, THUMB_SIDE))
    small = next(filter(lambda made: len(made) <= THUMB_BYTES, (_jpeg(thumb, at) for at in _THUMB_QUALITIES)))
    return Remade(_jpeg(picture, QUALITY), small, *picture.size)


def _points(content: bytes) -> int:
    try:
        with Image.open(BytesIO(content), formats=_FORMATS) as image:
            return image.width * image.height
    except Exception:  # not even its head can be read
        return 0


def _plain(image: Image.Image) -> Image.Image:
    """The pixels alone: what a file says beside them (place, device, comments) has no way into a new image."""
    turn, profile = _TURNS.get(_orientation(image)), image.info.get("icc_profile")
    if image.mode not in {"RGB", "L", "RGBA", "CMYK"}:
        image = image.convert("RGBA" if image.has_transparency_data else "RGB")
    image.thumbnail((LONGEST_SIDE, LONGEST_SIDE), reducing_gap=None)
    picture = Image.new("RGB", image.size, "white")
    picture.paste(_in_srgb(image, profile), mask=image.getchannel("A") if image.mode == "RGBA" else None)
    return picture.transpose(turn) if turn is not None else picture


def _orientation(image: Image.Image) -> object:
    try:
        return image.getexif().get(ExifTags.Base.Orientation)
    except Exception:  # what a camera wrote amiss is no reason to refuse its picture
        return None


def _in_srgb(image: Image.Image, profile: bytes | None) -> Image.Image:
    if profile and image.mode == "RGB":
        try:
            source, srgb = ImageCms.ImageCmsProfile(BytesIO(profile)), ImageCms.createProfile("sRGB")
            return ImageCms.profileToProfile(image, source, srgb, outputMode="RGB") or image
        except (ImageCms.PyCMSError, OSError):
            return image
    return image if image.mode in {"RGB", "RGBA"} else image.convert("RGB")


def _jpeg(picture: Image.Image, quality: int) -> bytes:
    made = BytesIO()
    picture.save(made, "JPEG", quality=quality, optimize=True, progressive=True)
    return made.getvalue()
