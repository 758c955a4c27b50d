"""Names of cadres out of a cell: titles off, posts split away, two persons told apart, the case made proper."""

from __future__ import annotations

import re
from dataclasses import dataclass

from diaban.assignments.understanding.agencies import POST_START
from diaban.kit.text import clean, nfc

_TITLE = re.compile(
    r"^(?:các\s+)?(?:đ/c|đ\.c|đc|đồng\s*chí|ông\s*/\s*bà|ông|bà|ô\.|b\.|anh|chị|bs(?:\.?ck[i1]+)?|ts|ths|pgs|gs|ks|cn"
    r"|thạc sĩ|thạc sỹ|tiến sĩ|tiến sỹ|bác sĩ|bác sỹ|đại tá|thượng tá|trung tá|thiếu tá|thiếu tướng|đại úy)"
    r"(?:\s*[.:,]\s*|\s+)(?=\S)",
    re.I,
)
_ENUMERATION = re.compile(r"^\s*(?:\d{1,2}\s*[.)/]|[-–+•*])\s*")
_NO_ONE = re.compile(
    r"^\(?(khuyết|trống|chưa (có|phân công|bố trí|xác định).*|đang (khuyết|kiện toàn).*|vắng)\)?$", re.I
)
_ALWAYS_MARKED = {
    "nguyen",
    "tran",
    "pham",
    "huynh",
    "bui",
    "dang",
    "dinh",
    "van",
    "thi",
    "truong",
    "doan",
    "luong",
    "hoang",
    "trieu",
}


@dataclass(frozen=True)
class Person:
    name: str
    post: str = ""
    remark: str = ""


def people_in(text: str) -> list[Person]:
    """The persons of a name cell, each with the post that stands beside the name, if one does."""
    people: list[Person] = []
    for piece in _pieces(clean(text)):
        if people and _belongs_to_last(piece):
            last = people[-1]
            if POST_START.match(piece):
                people[-1] = Person(last.name, ", ".join(filter(None, [last.post, piece])), last.remark)
            else:
                people[-1] = Person(f"{last.name} {piece}", last.post, last.remark)
            continue
        people.append(_person(piece))
    return [Person(proper_case(person.name), person.post, person.remark) for person in people if person.name]


def is_vacant(text: str) -> bool:
    return bool(_NO_ONE.match(nfc(text)))


def lacks_marks(name: str) -> bool:
    """Whether a name was typed without its marks: plain ASCII with a word that always has some."""
    words = name.lower().split()
    return name.isascii() and len(words) > 1 and any(word in _ALWAYS_MARKED for word in words)


def looks_like_name(name: str) -> bool:
    """No digits, no more words than names have; one word and any ethnic name pass."""
    return bool(name) and len(name) <= 60 and len(name.split()) <= 8 and not re.search(r"[\d@#=<>{}\[\]]", name)


def proper_case(name: str) -> str:
    """NGUYỄN VĂN A and nguyễn văn a as Nguyễn Văn A; K’Brông and H’Hen stay."""
    return " ".join(_proper_word(word) for word in name.split())


def _proper_word(word: str) -> str:
    letters = [sign for sign in word if sign.isalpha()]
    if len(letters) > 1 and not (word.isupper() or word.islower()):
        return word[0].upper() + word[1:]
    parts = re.split(r"([-'’‘`ʼ])", word.lower())
    return "".join(part[:1].upper() + part[1:] for part in parts)


def _pieces(text: str) -> list[str]:
    """Cut at line breaks, semicolons, "và" and numbers; at a comma only where no post follows it."""
    lines = [line for line in re.split(r"\n|;|\s(?=\d{1,2}\s*[.)]\s)", text) if line.strip()]
    pieces: list[str] = []
    for line in lines:
        bare = _ENUMERATION.sub("", line).strip(" ,")
        for part in (
            re.split(r"\s+(?:và|&|\+)\s+|\s+/\s+(?=(?:đ/c|ông|bà|đồng chí)\b)", bare, flags=re.I)
            if not POST_START.match(bare)
            else [bare]
        ):
            pieces.extend(_at_commas(part))
    return [piece.strip() for piece in pieces if piece.strip(" ,.-")]


def _at_commas(part: str) -> list[str]:
    """ "A, PGĐ Sở X" stays whole; "Nguyễn Văn A, Trần Văn B" are two."""
    chunks = [chunk.strip() for chunk in part.split(",") if chunk.strip()]
    bare = [_bare(chunk) for chunk in chunks]
    if len(chunks) > 1 and all(2 <= len(chunk.split()) <= 5 and not POST_START.match(chunk) for chunk in bare):
        return (
            chunks if all(chunk[:1].isupper() for chunk in bare) and not re.search(r"\b(Sở|Ban|Ủy)\b", part) else [part]
        )
    return [part]


def _belongs_to_last(piece: str) -> bool:
    """A post under its name, or the tail of a name that was wrapped onto a second line."""
    return bool(POST_START.match(piece)) or (len(piece.split()) == 1 and not re.search(r"['’ʼ]", piece))


def _bare(piece: str) -> str:
    while match := _TITLE.match(piece):
        piece = piece[match.end() :]
    return piece.strip(" .,:")


def _person(piece: str) -> Person:
    """Title off; what follows a dash, a comma or stands in parentheses is the post or a remark."""
    remarks = re.findall(r"\(([^)]*)\)", piece)
    bare = _bare(re.sub(r"\([^)]*\)", " ", piece))
    name, post = bare, ""
    for separator in (r"\s+[-–—]\s*|\s*[-–—]\s+", r"\s*,\s*", r"\s*:\s*"):
        left, *rest = re.split(separator, bare, maxsplit=1)
        if rest and POST_START.match(rest[0]):
            name, post = left, rest[0]
            break
    posts = [remark for remark in remarks if POST_START.match(remark)]
    others = [remark for remark in remarks if remark not in posts]
    return Person(" ".join(name.split()), post or ", ".join(posts), "; ".join(others))
