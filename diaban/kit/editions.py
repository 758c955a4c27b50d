"""Two people edit one record: a form carries a stamp of what its writer saw, and nothing is overwritten unseen."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import Model

from diaban.kit import audit, formats
from diaban.kit.actors import Actor
from diaban.kit.clock import HANOI
from diaban.kit.errors import RuleBroken

Values = Mapping[str, Any]
"""What a form shows of a record, by field: plain values, enums, and lists of mappings for repeated rows."""


class Changed(RuleBroken):
    """Somebody saved the record since the form was opened. `now` is what it says; nothing was written."""

    def __init__(self, record: Model, now: Values, saved: Saved) -> None:
        super().__init__(f"Bản này đã được lưu {saved.when_and_who}. Hãy so hai bản rồi chọn.")
        self.record, self.now, self.saved = record, now, saved


@dataclass(frozen=True, slots=True)
class Saved:
    """The last line of the diary about a record, as `by` reads it."""

    at: datetime | None
    by_name: str
    by_self: bool

    @property
    def when_and_who(self) -> str:
        who = "do chính đồng chí" if self.by_self else f"do {self.by_name or 'người khác'}"
        return f"lúc {formats.moment(self.at.astimezone(HANOI))}, {who}" if self.at else who


@dataclass(frozen=True, slots=True)
class Difference:
    """One field of which two versions differ. `theirs_only`: the writer left it as it was, the other did not."""

    name: str
    label: str
    mine: list[str]
    saved: list[str]
    theirs_only: bool


def stamp(values: Values, names: Iterable[str]) -> str:
    """What a person saw, field by field: «objectives:3f… items:9c…»."""
    return " ".join(f"{name}:{_digest(values.get(name))}" for name in names if name in values)


def moved(seen: str, now: Values) -> set[str]:
    """The fields that are not any more as they were seen."""
    was = dict(part.split(":", 1) for part in seen.split(" ") if ":" in part)
    return {name for name, digest in was.items() if name in now and digest != _digest(now[name])}


def demand_unmoved(seen: str, *, record: Model, now: Values, by: Actor) -> None:
    """Raise Changed when the record, held by the caller, is not as `seen` any more. An empty stamp asks nothing."""
    if moved(seen, now):
        raise Changed(record, now, _saved(record, by))


def _saved(record: Model, by: Actor) -> Saved:
    line = audit.last_line(record)
    if line is None:
        return Saved(None, "", by_self=False)
    own = line.by_id == by.account if by.account else line.by_name == by.name
    return Saved(line.at, line.by_name, own)


def _digest(value: Any) -> str:
    canonical = json.dumps(value, default=str, ensure_ascii=False, sort_keys=True)
    return hashlib.sha256(canonical.encode()).hexdigest()[:16]
