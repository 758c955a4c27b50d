"""Real triples as people typed them, against a checker that shares nothing with the matcher but the published lists.

The checker knows no alias and no abbreviation; it takes a name apart into syllables, each a bare spelling and a tone,
wherever the tone sits. An exact answer is right when the list of the day, or else the list of 1/10/2022, has just one
unit of that name and kind under that district and province, and it is the one answered.
"""

import re
import unicodedata
from collections.abc import Callable
from datetime import date

from diaban.places.rules.lists import former_names, listed_links, listed_units
from diaban.places.rules.matching import MatchState, gazetteer_of, match
from tests.shared import shared
from tests.tables import rows_of

Spelling = tuple[tuple[str, str], ...]
Found = dict[tuple[Spelling, Spelling, Spelling], list[tuple[str, str]]]
"""(province, district, commune) -> [(code, kind)]"""

TONES = "\u0300\u0301\u0303\u0309\u0323"
KINDS = ["thị trấn", "phường", "xã", "thành phố", "thị xã", "quận", "huyện", "tỉnh"]
NEEDED = 10_386


def test_real_triples_are_matched_and_none_wrongly() -> None:
    gazetteer = gazetteer_of(listed_units(), listed_links(), former_names(), date(2024, 12, 31))
    before, of_2022 = published("units_2025_before.csv"), published("units_2022.csv")
    exact, wrong = 0, []
    for row in rows_of(shared("real/ecommerce_old_addresses_11482_raw.csv")):
        answer = match(gazetteer, ward=row["ward"], district=row["district"], province=row["province"])
        if answer.state is MatchState.EXACT:
            exact += 1
            wrong += [] if is_right(row, answer.code, before, of_2022) else [(row, answer)]
    assert wrong == []
    assert exact >= NEEDED
    row = {"ward": "Yên Viên", "district": "Gia Lâm", "province": "Hà Nội"}
    assert not is_right(row, "00526", before, of_2022)  # xã and thị trấn: the checker itself can say no


def is_right(row: dict[str, str], code: str, before: Found, of_2022: Found) -> bool:
    triple = spelling(row["province"]), spelling(row["district"]), spelling(row["ward"])
    kind = kind_of(row["ward"])
    candidates = before.get(triple) or of_2022.get(triple, [])
    fitting = [other for other, kind_there in candidates if kind in (None, kind_there)]
    if not fitting:  # the kind typed stands in the older list only: the same code, or it would not be known
        fitting = [other for other, kind_there in of_2022.get(triple, []) if kind == kind_there]
        fitting = fitting if set(fitting) <= {other for other, _ in candidates} else []
    return fitting == [code]


def published(file: str) -> Found:
    rows = rows_of(shared(file))
    name = {(row["level"], row["code"]): spelling(row["name"]) for row in rows}
    found: Found = {}
    for row in rows:
        if row["level"] == "commune":
            above = name["province", row["province_code"]], name["district", row["district_code"]]
            found.setdefault((*above, spelling(row["name"])), []).append((row["code"], row["type"].lower()))
    return found


def spelling(text: str) -> Spelling:
    """Syllables as (letters without tone, tone), after the words of kind were taken off."""
    flat = lower(text)
    kind = kind_of(text)
    flat = re.sub(r"\s*\(.*", "", flat)
    flat = flat.removeprefix(kind + " ") if kind and flat.startswith(kind + " ") else flat
    return tuple(syllable(word) for word in re.split(r"[\s-]+", flat) if word)


def syllable(word: str) -> tuple[str, str]:
    flat = unicodedata.normalize("NFD", word.lstrip("0") if word.isdigit() else word)
    return keep(flat, lambda sign: sign not in TONES), keep(flat, lambda sign: sign in TONES)


def keep(text: str, wanted: Callable[[str], bool]) -> str:
    return "".join(sign for sign in text if wanted(sign))


def kind_of(text: str) -> str | None:
    """The word of kind, typed before the name or in brackets after it."""
    flat = lower(text)
    inside = re.search(r"\(([^)]*)", flat)
    named = [kind for kind in KINDS if flat.startswith(kind + " ") or (inside and inside.group(1).strip() == kind)]
    return named[0] if named else None


def lower(text: str) -> str:
    signs = str.maketrans({"’": "'", "‘": "'", "`": "'", "´": "'", "ð": "đ"})
    return " ".join(unicodedata.normalize("NFC", text).lower().translate(signs).split())
