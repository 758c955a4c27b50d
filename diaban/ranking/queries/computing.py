"""One run of the engine on a province's year, with the digests by which it is known again."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from datetime import date
from typing import Any

from diaban.kit.errors import RuleBroken
from diaban.kit.shape_schemas import writer
from diaban.places.models import Unit
from diaban.ranking.queries.records import records_of
from diaban.ranking.queries.rulebooks import rulebook_of
from diaban.ranking.rules import Records, Rulebook, Verdict, YearRating, rate
from diaban.ranking.rules.canonical import canonical
from diaban.ranking.rules.subjects import grouping_objection


@dataclass(frozen=True, slots=True)
class Computed:
    """`agency_of` says with which agency a cadre is judged, by id."""

    rating: YearRating
    rules: Mapping[str, Any]
    groups: list[Any]
    agency_of: Mapping[str, str]
    records_digest: str
    rules_digest: str
    result_digest: str


def computed(province: Unit, year: int, *, as_of: date) -> Computed:
    """The records as known on a day, judged by the set of the year."""
    records, book = records_of(province, year, as_of=as_of), rulebook_of(province, year)
    if grouping_objection(records, book):
        raise RuleBroken("Bộ quy tắc tính trần theo loại địa bàn, mà có xã chưa ghi loại. Hãy ghi rồi tính lại.")
    rating, rules = rate(records, book), _rules(book)
    result = writer(YearRating)(rating)
    return Computed(
        rating=rating,
        rules=rules,
        groups=result["groups"],
        agency_of={cadre.id: cadre.agency for cadre in records.cadres},
        records_digest=digest_of(writer(Records)(records)),
        rules_digest=digest_of(rules),
        result_digest=digest_of(result),
    )


def digest_of(plain: Any) -> str:
    """SHA-256 of the canonical form: the same values give the same digest, in whatever order their keys were stored."""
    return hashlib.sha256(canonical(plain).encode()).hexdigest()


def verdict_as_json(verdict: Verdict) -> dict[str, Any]:
    plain: dict[str, Any] = _VERDICT(verdict)
    return plain


def _rules(book: Rulebook) -> dict[str, Any]:
    """Every parameter as plain JSON: what was judged by is read again even after the set is gone."""
    plain: dict[str, Any] = json.loads(json.dumps(asdict(book.values), default=str, sort_keys=True))
    return {name: value for name, value in plain.items() if name not in {"rule_set", "name"}}


_VERDICT = writer(Verdict)
