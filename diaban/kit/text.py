"""Vietnamese text: one clean form to store, one folded form to search, one key to sort names by."""

import re
import unicodedata
from functools import lru_cache

GRAVE, ACUTE, HOOK, TILDE, DOT = "\u0300", "\u0301", "\u0309", "\u0303", "\u0323"
TONES = ["", GRAVE, HOOK, TILDE, ACUTE, DOT]  # in the order of a Vietnamese dictionary
BREVE, CIRCUMFLEX, HORN = "\u0306", "\u0302", "\u031b"

_INVISIBLE = re.compile("[\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff\u00ad\u0000-\u0008\u000e-\u001f]")
_APOSTROPHES = re.compile("[\u2018\u2019\u201b\u02bc\u02b9\u2032\u00b4\u0060\uff07]")
_DASHES = re.compile("[\u2010-\u2015\u2212\ufe58\ufe63\uff0d]")
_ETH = str.maketrans({"Ð": "Đ", "ð": "đ", "Ɖ": "Đ", "ɖ": "đ"})
_PLAIN_VOWELS = "aeiouy"
VIETNAMESE_LETTERS = frozenset(
    unicodedata.normalize("NFC", vowel + tone) for vowel in "aăâeêioôơuưyAĂÂEÊIOÔƠUƯY" for tone in TONES
) | {"đ", "Đ"}


def nfc(text: str) -> str:
    """The form to store: NFC, visible characters only, single spaces, none at the ends, Đ for a misused Ð."""
    return " ".join(clean(text).split())


def clean(text: str) -> str:
    """Like `nfc`, but line breaks stay: for the text of a cell that may hold several things, one a line."""
    composed = _INVISIBLE.sub("", unicodedata.normalize("NFC", text))
    lines = (" ".join(line.split()) for line in composed.splitlines())
    return _mend_eth("\n".join(lines)).strip()


def fold(text: str) -> str:
    """The key to search by: lower case, no tone or vowel marks, đ as d, no apostrophes, a dash as a space."""
    flat = unicodedata.normalize("NFD", unify_signs(nfc(text)).casefold()).replace("đ", "d")
    bare = "".join(sign for sign in flat if not unicodedata.combining(sign) and sign != "'")
    return " ".join(bare.replace("-", " ").split())


def fold_tone_placement(text: str) -> str:
    """The key to compare by: marks kept, each tone at its one place (Hoà = Hòa, Thuỷ = Thủy), lower case,
    one sign for every apostrophe and dash, no space around a dash."""
    lowered = re.sub(r"\s*-\s*", "-", unify_signs(nfc(text)).lower())
    return re.sub(r"[^\W\d_]+", lambda word: place_tone(word.group()), lowered)


@lru_cache(maxsize=8192)
def place_tone(syllable: str) -> str:
    """Put the tone of a lower-case syllable where a dictionary puts it; no syllable, no change."""
    syllable = unicodedata.normalize("NFC", syllable)
    tones = [mark for mark in unicodedata.normalize("NFD", syllable) if mark in TONES[1:]]
    if len(tones) != 1:
        return syllable
    letters = [without_tone(letter) for letter in syllable]
    start, end = _nucleus(letters)
    if end <= start:
        return syllable
    seat = _seat(letters, start, end)
    letters[seat] = unicodedata.normalize("NFC", letters[seat] + tones[0])
    return "".join(letters)


def without_tone(text: str) -> str:
    """Drop the tone, keep the letter: ế -> ê, ợ -> ơ."""
    flat = unicodedata.normalize("NFD", text)
    return unicodedata.normalize("NFC", "".join(sign for sign in flat if sign not in TONES[1:]))


def sort_key_vi(full_name: str) -> str:
    """A key for ORDER BY under collation C: the given name (last word) first, then the rest in its order.

    Letters stand in the order of the Vietnamese alphabet (a ă â b … d đ …), tones count after letters.
    """
    words = [_word_key(word) for word in re.findall(r"[\w']+", unify_signs(nfc(full_name)).lower())]
    return " ".join(words[-1:] + words[:-1])


def slugify_vi(text: str) -> str:
    """ASCII words joined by hyphens, for addresses: "Tin hoạt động" -> "tin-hoat-dong"."""
    return re.sub(r"[^a-z0-9]+", "-", fold(text)).strip("-")


def number_in(text: str, first: int, last: int) -> int | None:
    """The whole number that an address names, if it lies between the two; a longer text is never read as a number."""
    if not text.isdecimal() or len(text) > len(str(last)):
        return None
    return int(text) if first <= int(text) <= last else None


def unify_signs(text: str) -> str:
    """One apostrophe (') and one dash (-) for all their look-alikes."""
    return _DASHES.sub("-", _APOSTROPHES.sub("'", text))


def roman(number: int) -> str:
    """1 to 3999 as a Roman numeral, as headings of official documents count."""
    if not 0 < number < 4000:
        raise ValueError(f"no Roman numeral for {number}")
    units = [(1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC")]
    units += [(50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I")]
    out = ""
    for value, sign in units:
        times, number = divmod(number, value)
        out += sign * times
    return out


def is_roman(text: str) -> bool:
    """Whether the text is a well-formed Roman numeral (upper case)."""
    shape = r"M{0,3}(CM|CD|D?C{0,3})(XC|XL|L?X{0,3})(IX|IV|V?I{0,3})"
    return bool(text) and re.fullmatch(shape, text) is not None


def _mend_eth(text: str) -> str:
    """Ð (eth) typed for Đ is mended where all other letters are Vietnamese, not in undecoded text."""
    if not _ETH.keys() & set(map(ord, text)):
        return text
    others = (letter for letter in text if letter.isalpha() and not letter.isascii() and letter not in "ÐðƉɖ")
    return text.translate(_ETH) if all(letter in VIETNAMESE_LETTERS for letter in others) else text


def _nucleus(letters: list[str]) -> tuple[int, int]:
    """Where the one group of vowels of a syllable begins and ends; (0, 0) when there is not exactly one."""
    vowels = [index for index, letter in enumerate(letters) if _base(letter) in _PLAIN_VOWELS]
    if not vowels or vowels[-1] - vowels[0] + 1 != len(vowels):
        return 0, 0
    start, end = vowels[0], vowels[-1] + 1
    onset = "".join(letters[: start + 1])
    if end - start > 1 and onset in {"qu", "gi"}:
        start += 1
    return start, end


def _seat(letters: list[str], start: int, end: int) -> int:
    marked = [index for index in range(start, end) if letters[index] not in _PLAIN_VOWELS]
    if marked:
        return marked[-1]
    if end - start == 1:
        return start
    if end - start == 2:
        return start + 1 if end < len(letters) else start
    return start + 1


def _base(letter: str) -> str:
    return unicodedata.normalize("NFD", letter)[0]


def _word_key(word: str) -> str:
    """The letters, ~ after each that follows its plain letter in the alphabet; then the tones as digits."""
    letters, tones = "", ""
    for sign in unicodedata.normalize("NFD", word.replace("đ", "d~").replace("'", "")):
        if sign in TONES[1:]:
            tones += str(TONES.index(sign))
        elif sign in (BREVE, HORN, CIRCUMFLEX):
            letters += _rank(letters[-1:], sign)
        elif not unicodedata.combining(sign):
            letters += sign
    return letters + (tones or "0")


def _rank(vowel: str, mark: str) -> str:
    """ă < â but ô < ơ: the circumflex comes second after a and first after e and o."""
    second = (vowel == "a" and mark == CIRCUMFLEX) or (vowel == "o" and mark == HORN)
    return "~~" if second else "~"
