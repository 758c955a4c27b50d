"""A unit's name as people type it, taken apart: the word of kind, the name proper, a remark in brackets."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from diaban.kit.text import fold, fold_tone_placement
from diaban.places.rules.kinds import Level, UnitKind


class Reading(NamedTuple):
    """One way to read a typed name. `kind` is None when no word of kind was typed."""

    kind: UnitKind | None
    key: str


class TypedName(NamedTuple):
    """All ways to read what was typed ("P Rao": thị trấn P Rao or phường Rao), and the remark from brackets."""

    readings: tuple[Reading, ...]
    remark: str

    @property
    def marked(self) -> bool:
        """Whether any Vietnamese mark was typed; without one a name proves little."""
        return any(not reading.key.isascii() for reading in self.readings)

    def __bool__(self) -> bool:
        return any(reading.key for reading in self.readings)


@lru_cache(maxsize=100_000)
def key_of(text: str) -> str:
    """What spellings of one name share: whatever the case, tone placement, dashes, apostrophes, spaces, zeros."""
    spaced = fold_tone_placement(text).replace("-", " ")
    return " ".join(re.sub(r"\b0+(?=\d)", "", spaced).split())


@lru_cache(maxsize=100_000)
def loose(key: str) -> str:
    """The key without marks, spaces and apostrophes, common variants of spelling made one. Good for proposals only."""
    flat = fold(key).replace(" ", "")
    for variant, one in _VARIANTS:
        flat = re.sub(variant, one, flat)
    return flat


_VARIANTS = [(r"y", "i"), (r"(?<!n)c(?!h)", "k"), (r"iii$", "3"), (r"ii$", "2"), (r"x", "s"), (r"(.)\1", r"\1")]


@lru_cache(maxsize=100_000)
def read_name(text: str, level: Level) -> TypedName:
    """Take a typed name apart. Empty text has one reading with an empty key."""
    key, remark, kind = _without_brackets(key_of(text), level)
    key = _ALIASES.get(key, key) if level is Level.PROVINCE else key
    whole = Reading(kind, key)
    stripped = [Reading(kind or found, rest) for found, rest in _prefixes(key, level)]
    if level is Level.PROVINCE:
        stripped = [Reading(reading.kind, _ALIASES.get(reading.key, reading.key)) for reading in stripped]
    return TypedName(tuple(dict.fromkeys([whole, *stripped])), remark)


def bare(name: str, kind: UnitKind) -> str:
    """The key of an official name without its word of kind."""
    return key_of(name)[len(kind.label) :].strip()


def _without_brackets(key: str, level: Level) -> tuple[str, str, UnitKind | None]:
    """ "Cai Lậy (Thị xã)" -> the kind; any other bracket is a remark."""
    found = re.search(r"\s*\(([^)]*)\)?\s*", key)
    if not found:
        return key, "", None
    rest = (key[: found.start()] + " " + key[found.end() :]).strip()
    inside = found.group(1).strip()
    kind = next((kind for word, kind in _WORDS[level].items() if inside == word), None)
    return rest, "" if kind else inside, kind


def _prefixes(key: str, level: Level) -> list[tuple[UnitKind, str]]:
    """Each word or abbreviation of kind that may begin a key, and what is left: "tp.hòa bình", "p5", "h. mai châu"."""
    found = []
    for word, kind in _WORDS[level].items():
        long = len(word) > 2 and "." not in word
        after = r"[\s.:]+" if long else r"(?:\s*[.:]\s*|\s+|(?=\d))"
        head = re.match(re.escape(word) + after, key)
        if head and key[head.end() :]:
            found.append((kind, key[head.end() :]))
    return found


_WORDS: dict[Level, dict[str, UnitKind]] = {
    Level.COMMUNE: {
        "thị trấn": UnitKind.THI_TRAN, "tt": UnitKind.THI_TRAN, "t.t": UnitKind.THI_TRAN,
        "phường": UnitKind.PHUONG, "p": UnitKind.PHUONG, "ph": UnitKind.PHUONG,
        "xã": UnitKind.XA, "x": UnitKind.XA,
        "đặc khu": UnitKind.DAC_KHU, "đk": UnitKind.DAC_KHU,
    },
    Level.DISTRICT: {
        "thành phố": UnitKind.THANH_PHO, "tp": UnitKind.THANH_PHO, "t.p": UnitKind.THANH_PHO,
        "thị xã": UnitKind.THI_XA, "tx": UnitKind.THI_XA, "t.x": UnitKind.THI_XA,
        "quận": UnitKind.QUAN, "q": UnitKind.QUAN,
        "huyện đảo": UnitKind.HUYEN, "huyện": UnitKind.HUYEN, "h": UnitKind.HUYEN,
    },
    Level.PROVINCE: {
        "thành phố": UnitKind.THANH_PHO, "tp": UnitKind.THANH_PHO, "t.p": UnitKind.THANH_PHO,
        "tỉnh": UnitKind.TINH, "t": UnitKind.TINH,
    },
}  # fmt: skip
_ALIASES = {
    "hcm": "hồ chí minh", "tphcm": "hồ chí minh", "hn": "hà nội", "tphn": "hà nội", "tt huế": "thừa thiên huế",
    "brvt": "bà rịa vũng tàu", "br vt": "bà rịa vũng tàu",
}  # fmt: skip
