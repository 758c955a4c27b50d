"""Numbers and symbols of official documents: 26-QĐ/TU (Party), 12/BC-SNV (State). Neither becomes the other."""

import re

from diaban.kit.text import nfc, unify_signs

_LEAD = re.compile(r"^\s*số\s*:?\s*", re.I)
_FIND = re.compile(r"\b(\d{1,5})\s*-\s*([A-ZĐ][A-Za-zĐđ]{0,5})\s*/\s*([A-ZĐƯ][A-Za-zĐđƯư]{1,12})")


def normalise_symbol(text: str) -> str:
    """ "số 26 - QĐ/TƯ" -> "26-QĐ/TU". No "Số", no inner spaces, one hyphen; TƯ after the slash is a slip for TU.

    QĐi (quy định, an older abbreviation) is another symbol than QĐ and stays.
    """
    bare = _LEAD.sub("", unify_signs(nfc(text)))
    tight = re.sub(r"\s*([-/])\s*", r"\1", bare).strip(" .,;")
    return re.sub(r"/TƯ$", "/TU", tight)


def find_symbols(text: str) -> list[str]:
    """The Party symbols that a running text cites, normalised, in its order."""
    return [normalise_symbol(match.group()) for match in _FIND.finditer(unify_signs(nfc(text)))]
