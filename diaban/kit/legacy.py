"""Fonts and encodings from before Unicode: TCVN3 (.VnTime), VNI (VNI-Times), VISCII and CP1258.

A cell typed in such a font holds Latin letters that only look Vietnamese. `decode` takes the text as a reader gives it
(each byte as the character of CP1252) and the name of the font; without a font, `guess` weighs many texts together,
because one short cell can be right in two ways ("Phó Vinh" is Phó Vinh in Unicode and Phú Vinh in TCVN3).
Tables: TCVN 5712:1993, VNI Windows, RFC 1456; each checked against glibc's.
"""

import re
import unicodedata
from collections.abc import Iterable
from enum import Enum

from diaban.kit.syllables import is_syllable
from diaban.kit.text import ACUTE, BREVE, CIRCUMFLEX, DOT, GRAVE, HOOK, TILDE, VIETNAMESE_LETTERS

LOWER = "àáảãạăằắẳẵặâầấẩẫậđèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵ"
_TCVN3 = "µ¸¶·¹¨»¾¼½Æ©ÇÊÈÉË®ÌÐÎÏÑªÒÕÓÔÖ×ÝØÜÞßãáâä«åèæçé¬êíëìîïóñòô\xadõøö÷ùúýûüþ"
_TCVN3_CAPITALS = dict(zip("¡¢§£¤¥¦", "ĂÂĐÊÔƠƯ", strict=True))
_VISCII_LOWER = bytes.fromhex(
    "E0E1E4E3D5E5A2A1C6C7A3E2A5A4A6E7A7F0E8E9EBA8A9EAABAAACADAEECEDEFEEB8F2F3F6F5F7F4B0AFB1B2B5BDB6BEB7DEFEF9FAFCFBF8"
    "DFD7D1D8E6F1CFFDD6DBDC"
)
_VISCII_UPPER = bytes.fromhex(
    "C0C1C4C380C58281020583C28584860687D0C8C9CB8889CA8B8A8C8D8ECCCD9BCE98D2D399A09AD4908F919293B4969597B394D9DA9C9D9E"
    "BFBBBABCFFB99FDD14191E"
)
TCVN3_LETTERS = dict(zip(_TCVN3, LOWER, strict=True)) | _TCVN3_CAPITALS
VISCII_LETTERS = {chr(byte): letter for byte, letter in zip(_VISCII_LOWER, LOWER, strict=True)} | {
    chr(byte): letter.upper() for byte, letter in zip(_VISCII_UPPER, LOWER, strict=True)
}

_TONE_MARKS = [GRAVE, ACUTE, HOOK, TILDE, DOT]
_TONES = dict(zip("øùûõï", _TONE_MARKS, strict=True))
_ROOFED = {sign: CIRCUMFLEX + tone for sign, tone in zip("âàáåãä", ["", *_TONE_MARKS], strict=True)}
_SHORT = {sign: BREVE + tone for sign, tone in zip("êèéúüë", ["", *_TONE_MARKS], strict=True)}
_VNI_MARKS = {
    "a": _TONES | _ROOFED | _SHORT,
    "e": _TONES | _ROOFED,
    "o": _TONES | _ROOFED,
    "u": _TONES,
    "y": _TONES,
    "ơ": _TONES,
    "ư": _TONES,
}
_VNI_SINGLE = dict(zip("ñæóòîôö", "đỉĩịỵơư", strict=True))
_VNI_SINGLE |= {sign.upper(): letter.upper() for sign, letter in _VNI_SINGLE.items()}


class Encoding(Enum):
    UNICODE = "Unicode"
    TCVN3 = "TCVN3"
    VNI = "VNI"
    VISCII = "VISCII"


def encoding_of_font(font: str) -> Encoding | None:
    """What a font's name says of the text in it; None for an ordinary font, which says nothing."""
    name = font.strip().strip("'\"").lower()
    if name.startswith(".vn"):
        return Encoding.TCVN3
    if name.startswith(("vni-", "vni ", "vni_")) or name == "vni":
        return Encoding.VNI
    if name.startswith(("vi ", "viscii")):
        return Encoding.VISCII
    return None


def decode(text: str, font: str = "", hint: Encoding = Encoding.UNICODE) -> str:
    """Unicode text of a cell. The font's name comes first; where it is an ordinary one, `hint` (what the file's other
    texts say) is used, but never on text that can only be Unicode."""
    if text.isascii() and not is_capital_font(font):
        return text
    named = encoding_of_font(font)
    if is_surely_unicode(text if named else unicodedata.normalize("NFC", text)):
        return text
    if named is None:
        return decode_as(text, hint if hint is not Encoding.UNICODE else _obvious(text))
    decoded = decode_as(text, named)
    if _share_of_syllables([text]) == 1.0 > _share_of_syllables([decoded]):
        return text
    return decoded.upper() if is_capital_font(font) else decoded


def decode_as(text: str, encoding: Encoding) -> str:
    if encoding is Encoding.TCVN3:
        return _even_case("".join(TCVN3_LETTERS.get(sign, sign) for sign in _as_bytes(text)))
    if encoding is Encoding.VNI:
        return _decode_vni(_as_bytes(text))
    if encoding is Encoding.VISCII:
        return "".join(VISCII_LETTERS.get(sign, sign) for sign in text)
    return text


def guess(texts: Iterable[str]) -> Encoding:
    """The one encoding under which most words are Vietnamese syllables; Unicode unless another is clearly better."""
    composed = (unicodedata.normalize("NFC", text) for text in texts)
    marked = [text for text in composed if not text.isascii() and not is_surely_unicode(text)][:2000]
    if not marked:
        return Encoding.UNICODE
    scores = {way: _share_of_syllables(decode_as(text, way) for text in marked) for way in Encoding}
    best = max(Encoding, key=lambda way: scores[way])
    return best if scores[best] > scores[Encoding.UNICODE] + 0.2 else Encoding.UNICODE


def decode_bytes(raw: bytes) -> tuple[str, Encoding]:
    """Text of bytes that are no UTF: as CP1258 where that makes Vietnamese, else as the old font that does.

    For TCVN3, VNI and VISCII the text is returned undecoded (a character a byte), with the encoding to decode it by.
    """
    plain = raw.decode("latin-1")
    lines = plain.splitlines()
    way = guess(lines)
    composed = unicodedata.normalize("NFC", raw.decode("cp1258", errors="replace"))
    words = _share_of_syllables(composed.splitlines())
    if words >= _share_of_syllables(decode_as(line, way) for line in lines):
        return composed, Encoding.UNICODE
    return plain, way


def is_capital_font(font: str) -> bool:
    """.VnTimeH and its like draw capitals for every letter."""
    name = font.strip().strip("'\"").lower()
    return name.startswith(".vn") and name.split(" ")[0].endswith("h") and name not in {".vnenglish", ".vnenglish h"}


def is_surely_unicode(text: str) -> bool:
    """Whether the text holds a Vietnamese letter that no old font's bytes can show."""
    return any("\u1ea0" <= sign <= "\u1ef9" for sign in text)


def _obvious(text: str) -> Encoding:
    """The encoding of one text with no font and no company: only where signs that are no letters stand inside words."""
    odd = [sign for sign in text if not sign.isascii() and sign not in VIETNAMESE_LETTERS and sign not in "–—’‘“”…°₫"]
    return guess([text]) if odd else Encoding.UNICODE


def _share_of_syllables(texts: Iterable[str]) -> float:
    """Of the words with a sign beyond ASCII, the share that are Vietnamese syllables; 1.0 where there is none."""
    words = [word for text in texts for word in re.split(r"[\s,.;:()/\-\"0-9]+", text) if word and not word.isascii()]
    return sum(is_syllable(word.lower()) for word in words) / len(words) if words else 1.0


def _as_bytes(text: str) -> str:
    """Undo a reading as CP1258 or CP1252: every sign back to the byte that it stood for."""
    out = []
    for sign in text:
        if ord(sign) < 256:
            out.append(sign)
            continue
        for page in ("cp1252", "cp1258"):
            try:
                out.append(sign.encode(page).decode("latin-1"))
                break
            except UnicodeEncodeError:
                continue
        else:
            out.append(sign)
    return "".join(out)


def _even_case(text: str) -> str:
    """TCVN3 has few capitals with marks: in a word typed in capitals the others come out small, and are raised here."""

    def raise_word(match: re.Match[str]) -> str:
        word = match.group()
        ascii_letters = [sign for sign in word if sign.isascii()]
        shouted = len(ascii_letters) > 1 and all(sign.isupper() for sign in ascii_letters)
        return word.upper() if shouted else word

    return re.sub(r"[^\W\d_]+", raise_word, text)


def _decode_vni(text: str) -> str:
    out, index = "", 0
    while index < len(text):
        letter = _VNI_SINGLE.get(text[index], text[index])
        following = text[index + 1 : index + 2].lower()
        mark = _VNI_MARKS.get(letter.lower(), {}).get(following) if following else None
        out += letter + (mark or "")
        index += 2 if mark else 1
    return unicodedata.normalize("NFC", out)
