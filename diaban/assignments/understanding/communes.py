"""Communes out of a cell: several names, with or without the unit's word, the district before, behind or beside."""

from __future__ import annotations

import re
from dataclasses import dataclass

from diaban.kit.text import clean, nfc

_DISTRICT = re.compile(r"^(thuộc\s+)?(huyện|quận|thị xã|thành phố|tp\.?|tx\.?|h\.|q\.)\s*\S", re.I)
_PLURAL = re.compile(r"^(?:gồm\s*:?\s*)?(?:các|những|\d{1,2}|hai|ba|bốn)\s+(xã|phường|thị trấn|đặc khu)\s*:?\s*", re.I)
_COLON = re.compile(r"^(xã|phường|thị trấn)\s*:\s*", re.I)
_ENUMERATION = re.compile(r"^\s*(?:\d{1,2}\s*[.)]\s*|[-–+•*]\s*)")
_COUNTED = re.compile(r"\b((?:các|\d{1,2})\s+(?:xã|phường|thị trấn))\s*\(([^()]*)\)", re.I)
_BODY = re.compile(
    r"\b(?:ban chấp hành |bch )?(?:đảng bộ|đảng ủy|đảng uỷ|cấp ủy|ubnd|hđnd|ủy ban nhân dân|chi bộ)\s+"
    r"(?=xã|phường|thị trấn|các)",
    re.I,
)
_UNIT = re.compile(r"^(xã|phường|thị trấn|đặc khu|tt\.?|x\.|p\.|tt)\s*\S", re.I)


@dataclass(frozen=True)
class Named:
    """A commune as written, with the district that the cell itself gives it ("" where it gives none)."""

    ward: str
    district: str = ""
    remark: str = ""
    unsure: bool = False  # the district is only what stands in parentheses: it may be a remark


def communes_in(text: str) -> list[Named]:
    """The communes that a cell names, in its order."""
    reading = _CellReading()
    for piece in _pieces(clean(text)):
        if _DISTRICT.match(piece) and not _UNIT.match(piece):
            reading.take_district(piece)
        else:
            reading.take_commune(piece)
    return reading.named


class _CellReading:
    """The state while reading a cell: which district and which word of kind hold for what comes next."""

    def __init__(self) -> None:
        self.named: list[Named] = []
        self.closed = 0  # how many communes already have their district
        self.leading = self.kind = ""

    def take_district(self, piece: str) -> None:
        """ "huyện X: A, B" holds for what follows; "A, B, huyện X" for what stands before."""
        district, colon, behind = piece.partition(":")
        if colon or not self.named:
            self.leading, self.closed, self.kind = district.strip(), len(self.named), ""
            if behind.strip():
                self.take_commune(behind.strip())
            return
        before = self.named[self.closed :]
        self.named[self.closed :] = [Named(one.ward, one.district or piece, one.remark) for one in before]
        self.closed = len(self.named)

    def take_commune(self, piece: str) -> None:
        bare, self.kind = _kind(piece, self.kind)
        if bare:
            self.named.append(_named(bare, self.kind, self.leading))


def is_bare(ward: str) -> bool:
    """Whether a name stands without its unit's word."""
    return _UNIT.match(ward) is None


def _pieces(text: str) -> list[str]:
    text = _BODY.sub("", _COUNTED.sub(r"\1: \2;", text))
    parts = re.split(r"[\n;,]|\s+và\s+|\s*\+\s*|\s+&\s+|\.\s+(?=xã|phường|thị trấn)", text, flags=re.I)
    outside: list[str] = []
    for part in parts:  # a comma inside parentheses does not cut
        if outside and outside[-1].count("(") > outside[-1].count(")"):
            outside[-1] += f", {part.strip()}"
        else:
            outside.append(_ENUMERATION.sub("", part).strip(" ."))
    return [piece for piece in outside if piece]


def _kind(piece: str, kind: str) -> tuple[str, str]:
    """ "các xã A, B, C" gives its word to each; a word of its own ends that."""
    for pattern in (_PLURAL, _COLON):
        if match := pattern.match(piece):
            return piece[match.end() :].strip(), match.group(1).lower().capitalize()
    return piece, "" if _UNIT.match(piece) else kind


def _named(piece: str, kind: str, leading: str) -> Named:
    remarks = re.findall(r"\(([^)]*)\)", piece)
    bare = nfc(re.sub(r"\([^)]*\)", " ", piece)).strip(" -–")
    district, remark, unsure = leading, "", False
    for inside in remarks:
        if _DISTRICT.match(inside) or (len(inside.split()) <= 3 and not re.search(r"\d|phần|một|sau|cũ", inside)):
            district, unsure = inside, not _DISTRICT.match(inside)
        else:
            remark = inside
    left, *rest = re.split(
        r"\s+[-–—]\s+|\s+(?=(?:thuộc )?(?:huyện|thị xã|thành phố|quận)\s)|\s+(?=(?:TP|TX|H)\.\s*\S)", bare, maxsplit=1
    )
    if rest and _DISTRICT.match(rest[0]):
        bare, district, unsure = left, rest[0], False
    district = re.sub(r"^thuộc\s+", "", district, flags=re.I)
    return Named(bare if _UNIT.match(bare) or not kind else f"{kind} {bare}", district, remark, unsure)
