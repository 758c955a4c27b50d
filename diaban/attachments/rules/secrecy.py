"""Secrecy marks on a file, in its name or at the head of its text: such a file has no place here.

Words of common use pass («bảo mật», «mật khẩu», «nuôi ong lấy mật»). In doubt a file is refused, with the way out.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable

from diaban.attachments.rules.names import stem
from diaban.kit.errors import FileRefused
from diaban.kit.law import cites
from diaban.kit.text import nfc

_BEFORE = (
    "bảo bí cơ thân độ ong lấy hút chế quay vắt giống mía gấu rỉ giá bán mua nguồn đường ngọt trăng túi sỏi ống tổ giọt"
)
_AFTER = "ong khẩu mã độ thiết ngọt mía hoa gấu rỉ sơn bò cá lợn dừa nhân"
"""Words that make another word of «mật» when they stand before or after it."""
_DEGREES = {"tối": "Tối mật", "tuyệt": "Tuyệt mật"}
_ALONE = re.compile(
    r"(?:(?:mức|dấu)?(?:chỉ)?độmật)?"
    r"(?P<mark>(?P<degree>tối|tuyệt|tèi|tuyöt|toái|tuyeät)?(?:mật|mët|maät))(?:bảnsố)?"
)
"""Of a line without its spaces and signs; the odd spellings are those of TCVN3 and VNI without their fonts."""
_SPACED = re.compile(r"(?<!\w)m\s+ậ\s+t(?!\w)", re.IGNORECASE)
_WAY_OUT = (
    "Không đưa bí mật nhà nước lên hệ thống này: hãy gửi theo đường văn thư mật và ở đây chỉ ghi số, ngày của văn bản."
)


@cites("Luật Bảo vệ bí mật nhà nước 117/2025/QH15, Điều 5")
def refuse_marked_name(name: str) -> None:
    """Raises FileRefused when the name of a file bears a secrecy mark."""
    if mark := mark_in_name(name):
        raise FileRefused(
            f"Tên tệp mang dấu độ mật “{mark}”. {_WAY_OUT} "
            "Nếu tệp không phải bí mật nhà nước, hãy đổi tên tệp rồi gửi lại."
        )


@cites("Luật Bảo vệ bí mật nhà nước 117/2025/QH15, Điều 5")
def refuse_marked_text(lines: Iterable[str]) -> None:
    """Raises FileRefused when a line at the head of a document bears a secrecy mark."""
    if mark := mark_in_text(lines):
        raise FileRefused(
            f"Phần đầu của tệp mang dấu độ mật “{mark}”. {_WAY_OUT} "
            "Nếu tệp không phải bí mật nhà nước, hãy bỏ dấu đó rồi gửi lại."
        )


def mark_in_name(name: str) -> str:
    """The mark, or nothing."""
    plain = _plain(stem(name).replace("_", " "))
    if _SPACED.search(re.sub(r"[\W_]+", " ", plain)):
        return _degree(plain) or "Mật"
    if re.search(r"\bTUY[EỆ]T\W*M[AẬ]T\b", plain):
        return "Tuyệt mật"
    if re.search(r"\bT[OỐ]I\W*M[AẬ]T\b", plain):
        return "Tối mật"
    words = re.findall(r"[^\W\d]+", plain.lower())
    return next(filter(None, (_mark_at(words, place) for place in range(len(words)))), "")


def mark_in_text(lines: Iterable[str]) -> str:
    """The mark of the first line that is nothing else, or that bears one in capitals; or nothing."""
    return next(filter(None, map(_mark_in_line, lines)), "")


def _mark_in_line(line: str) -> str:
    plain = _plain(line)
    if alone := _ALONE.fullmatch(re.sub(r"[\W\d_]+", "", plain.lower())):
        return _degree(alone["degree"] or "") or "Mật"
    if in_capitals := re.search(r"(?<!\w)(TỐI|TUYỆT)\s+MẬT(?!\w)", plain):
        return _degree(in_capitals[1]) or ""
    if re.search(r"(?<!\w)M\s+Ậ\s+T(?!\w)", plain):
        return _degree(plain) or "Mật"
    words = re.findall(r"[^\W\d]+", plain)
    heading = all(word.isupper() for word in words)
    marks = () if heading else (place for place, word in enumerate(words) if word == "MẬT")
    lowered = [word.lower() for word in words]
    return next(filter(None, (_mark_at(lowered, place) for place in marks)), "")


def _mark_at(words: list[str], place: int) -> str:
    word = words[place]
    before, after = words[place - 1] if place else "", words[place + 1] if place + 1 < len(words) else ""
    if word in {"tốimật", "tuyệtmật"}:
        return _DEGREES[word.removesuffix("mật")]
    if word != "mật":
        return ""
    if before in _DEGREES:
        return _DEGREES[before]
    return "" if before in _BEFORE.split() or after in _AFTER.split() else "Mật"


def _degree(text: str) -> str:
    squeezed = re.sub(r"\W+", "", text.lower())
    if re.search("tuyệt|tuyöt|tuyeät", squeezed):
        return "Tuyệt mật"
    return "Tối mật" if re.search("tối|tèi|toái", squeezed) else ""


def _plain(text: str) -> str:
    """One letter for each letter, however it was composed: NFD, full width, with invisible signs between."""
    return nfc(unicodedata.normalize("NFKC", text))
