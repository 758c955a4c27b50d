"""What a new installation starts with: the software's own defaults, and what is known of a province's directives.

The code knows no province by name: `data/<province code>.json` holds its directives and rule sets.
"""

from __future__ import annotations

import json
from datetime import date, datetime
from pathlib import Path
from typing import NotRequired, TypedDict

from django.db import transaction

from diaban.kit.actors import Actor
from diaban.places.models import Unit
from diaban.regulations.models import Directive, RuleSet
from diaban.regulations.rules import Mark, decode
from diaban.regulations.rules.directives import DirectiveKind, RuleSetState
from diaban.regulations.rules.parameter import Source
from diaban.regulations.rules.values import NO_RULE_SET
from diaban.regulations.services.acts import register_directive
from diaban.regulations.services.drafting import Change, draft_rule_set, publish_rule_set

DATA = Path(__file__).resolve().parent.parent / "data"
DEFAULT_CODE, DEFAULT_FROM = "mac-dinh", date(2020, 1, 1)


class DirectiveData(TypedDict):
    kind: str
    number: int
    symbol: str
    issued_on: str
    issuer: str
    title: str
    abstract: str
    source: str
    amends: NotRequired[str]


class RuleSetData(TypedDict):
    code: str
    name: str
    directive: str
    starts_on: str
    ends_on: str | None
    values: dict[str, tuple[object, str, str]]


@transaction.atomic
def seed_defaults(*, by: Actor, at: datetime) -> RuleSet:
    """The national set, every parameter at our default: it rules wherever a province has no set of its own."""
    known = RuleSet.objects.filter(province=None, code=DEFAULT_CODE).first()
    drafted = known or draft_rule_set(
        province=None, code=DEFAULT_CODE, name=NO_RULE_SET, starts_on=DEFAULT_FROM, by=by, at=at
    )
    return _published(drafted, by=by, at=at)


@transaction.atomic
def seed_regulations(*, province: Unit, by: Actor, at: datetime) -> None:
    """Register what is known of the province's directives and publish its rule sets. Doing it again changes nothing."""
    seed_defaults(by=by, at=at)
    file = DATA / f"{province.code}.json"
    if not file.exists():
        return
    data = json.loads(file.read_text(encoding="utf-8"))
    directives: dict[str, Directive] = {}
    for entry in data["directives"]:
        directives[entry["symbol"]] = _directive(province, entry, directives, by=by, at=at)
    for entry in data["rule_sets"]:
        _rule_set(province, entry, directives, by=by, at=at)


def _directive(
    province: Unit, entry: DirectiveData, known: dict[str, Directive], *, by: Actor, at: datetime
) -> Directive:
    return register_directive(
        province=province,
        kind=DirectiveKind(entry["kind"]),
        number=entry["number"],
        symbol=entry["symbol"],
        issued_on=date.fromisoformat(entry["issued_on"]),
        issuer=entry["issuer"],
        title=entry["title"],
        abstract=entry["abstract"],
        source=entry["source"],
        amends=known.get(entry.get("amends", "")),
        by=by,
        at=at,
    )


def _rule_set(
    province: Unit, entry: RuleSetData, directives: dict[str, Directive], *, by: Actor, at: datetime
) -> RuleSet:
    known = RuleSet.objects.filter(province=province, code=entry["code"]).first()
    drafted = known or draft_rule_set(
        province=province,
        code=entry["code"],
        name=entry["name"],
        starts_on=date.fromisoformat(entry["starts_on"]),
        ends_on=date.fromisoformat(entry["ends_on"]) if entry["ends_on"] else None,
        directive=directives[entry["directive"]],
        changes={key: _change(key, *stored) for key, stored in entry["values"].items()},
        by=by,
        at=at,
    )
    return _published(drafted, by=by, at=at)


def _change(key: str, stored: object, mark: str, citation: str) -> Change:
    return decode(key, stored), Source(Mark(mark), citation)


def _published(rule_set: RuleSet, *, by: Actor, at: datetime) -> RuleSet:
    if rule_set.state == RuleSetState.PUBLISHED:
        return rule_set
    return publish_rule_set(rule_set=rule_set, by=by, at=at)
