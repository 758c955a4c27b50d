"""Dataclasses read from JSON: a shape says what fits, and what does not is refused by its path and a sentence.

Known are text, whole numbers, yes and no, days, labelled choices, exact fractions (as "173/2"), tuples, dataclasses,
and any of them or null. Nothing is guessed: a missing or unknown key, a float, a number in quotes are refused.
`shape_schemas` writes a shape, and its JSON Schema.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Hashable, Iterable
from dataclasses import MISSING, Field, dataclass, field, fields, is_dataclass
from datetime import date
from fractions import Fraction
from types import NoneType, UnionType
from typing import Any, TypeVar, Union, cast, get_args, get_origin, get_type_hints

from diaban.kit.enums import Labelled
from diaban.kit.formats import number
from diaban.kit.objections import Objection

T = TypeVar("T")
Read = Callable[[Any], Any]

LONGEST_TEXT = 500
MOST = 1_000_000
"""The largest whole number that a record of a year can need."""
_UNPRINTABLE = re.compile("[\x00-\x1f\x7f\ud800-\udfff]")
_DAY = re.compile(r"\d{4}-\d\d-\d\d")


class Misfit(Exception):  # noqa: N818 -- reads as prose at the raise
    """What does not fit: the path grows on the way out, so that reading what fits costs nothing."""

    def __init__(self, sentence: str) -> None:
        super().__init__(sentence)
        self.sentence = sentence
        self.path: list[str | int] = []

    def __str__(self) -> str:
        return f"{self.place}: {self.sentence}"

    @property
    def place(self) -> str:
        """cadres[3].items.done"""
        steps = (f"[{step}]" if isinstance(step, int) else f".{step}" for step in self.path)
        return "".join(steps).lstrip(".") or "(gốc)"


@dataclass(frozen=True, slots=True)
class About:
    """What the schema says of a field, and the bounds of its numbers and texts."""

    title: str
    least: int = 0
    most: int = MOST
    longest: int = LONGEST_TEXT


def about(title: str, *, default: Any = MISSING, least: int = 0, most: int = MOST, longest: int = LONGEST_TEXT) -> Any:
    """A field of a shape: its title in Vietnamese, the bounds of a whole number, the length of a text."""
    return field(default=default, metadata={"about": About(title, least, most, longest)})


def reader(shape: type[T]) -> Callable[[Any], T]:
    """A function from parsed JSON to the dataclass. Raises Misfit."""
    return cast("Callable[[Any], T]", _object(shape))


def about_of(item: Field[Any]) -> About:
    return cast("About", item.metadata.get("about", About(item.name)))


def within(facts: object, whole: str, *parts: str) -> Objection | None:
    """A part is never more than its whole."""
    most: int = getattr(facts, whole)
    for part in parts:
        if getattr(facts, part) > most:
            return Objection(part, f"không được lớn hơn “{whole}” ({number(most)}).")
    return None


def twice(where: str, key: str, values: Iterable[Hashable], noun: str) -> Objection | None:
    """The second of two that must differ."""
    seen = set()
    for place, value in enumerate(values):
        if value in seen:
            return Objection(f"{where}.{place}.{key}", f"{noun} “{value}” đã có ở trên.")
        seen.add(value)
    return None


def is_nullable(kind: Any) -> bool:
    return get_origin(kind) in {Union, UnionType} and NoneType in get_args(kind)


def without_null(kind: Any) -> Any:
    return next(each for each in get_args(kind) if each is not NoneType)


def _object(shape: type[Any]) -> Read:
    """Reads the keys of a dataclass in its order; `objection()` of the dataclass sees them together."""
    kinds = get_type_hints(shape)
    parts = [(item.name, _read(kinds[item.name], about_of(item)), item.default) for item in fields(shape)]
    known = frozenset(name for name, _, _ in parts)
    required = frozenset(name for name, _, default in parts if default is MISSING)
    judge = getattr(shape, "objection", None)

    def read(raw: Any) -> Any:
        if type(raw) is not dict:
            raise Misfit(f"cần một đối tượng {{…}}, không phải {_shown(raw)}.")
        if raw.keys() != known:
            _compare(raw, known, required)
        values = []
        name = ""
        try:
            for name, read_part, default in parts:
                values.append(read_part(raw[name]) if name in raw else default)
        except Misfit as misfit:
            misfit.path.insert(0, name)
            raise
        made = shape(*values)
        if judge and (objection := judge(made)):
            raise placed(objection)
        return made

    return read


def _compare(raw: dict[str, Any], known: frozenset[str], required: frozenset[str]) -> None:
    if unknown := sorted(raw.keys() - known):
        misfit = Misfit(f"khóa lạ. Các khóa được nhận: {', '.join(sorted(known))}.")
        misfit.path.append(_safe(unknown[0]))
        raise misfit
    if missing := sorted(required - raw.keys()):
        misfit = Misfit("còn thiếu khóa này.")
        misfit.path.append(missing[0])
        raise misfit


def placed(objection: Objection) -> Misfit:
    """An objection whose field is a path: cadres.3.agency."""
    misfit = Misfit(objection.sentence)
    misfit.path += [int(step) if step.isdigit() else step for step in objection.field.split(".")]
    return misfit


def _read(kind: Any, said: About) -> Read:
    if is_nullable(kind):
        inner = _read(without_null(kind), said)
        return lambda raw: None if raw is None else inner(raw)
    if get_origin(kind) is tuple:
        return _tuple(get_args(kind), said)
    if is_dataclass(kind):
        return _object(cast("type[Any]", kind))
    if issubclass(kind, Labelled):
        return _choice(kind)
    return {int: _whole(said), str: _text(said.longest), bool: _flag, date: _day, Fraction: _fraction}[kind]


def _tuple(kinds: tuple[Any, ...], said: About) -> Read:
    """`tuple[X, ...]` of any length, `tuple[X, X, X, X]` of its own."""
    item = _read(kinds[0], said)
    length = None if kinds[-1] is Ellipsis else len(kinds)

    def read(raw: Any) -> tuple[Any, ...]:
        if type(raw) is not list:
            raise Misfit(f"cần một danh sách […], không phải {_shown(raw)}.")
        if length is not None and len(raw) != length:
            raise Misfit(f"cần đúng {length} phần tử, không phải {len(raw)}.")
        values: list[Any] = []
        try:
            for each in raw:
                values.append(item(each))
        except Misfit as misfit:
            misfit.path.insert(0, len(values))
            raise
        return tuple(values)

    return read


def _whole(said: About) -> Read:
    least, most = said.least, said.most

    def read(raw: Any) -> int:
        if type(raw) is int and least <= raw <= most:
            return raw
        raise Misfit(f"cần một số nguyên từ {number(least)} đến {number(most)}, không phải {_shown(raw)}.")

    return read


def _choice(kind: type[Labelled]) -> Read:
    members = {member.value: member for member in kind}

    def read(raw: Any) -> Labelled:
        if type(raw) is str and raw in members:
            return members[raw]
        raise Misfit(f"cần một trong các giá trị {', '.join(members)}, không phải {_shown(raw)}.")

    return read


def _text(longest: int) -> Read:
    def read(raw: Any) -> str:
        if type(raw) is not str:
            raise Misfit(f"cần một chuỗi chữ, không phải {_shown(raw)}.")
        if len(raw) > longest:
            raise Misfit(f"chuỗi dài {number(len(raw))} ký tự, tối đa {number(longest)}.")
        if _UNPRINTABLE.search(raw):
            raise Misfit("chuỗi có ký tự điều khiển hoặc ký tự hỏng.")
        return raw

    return read


def _flag(raw: Any) -> bool:
    if type(raw) is not bool:
        raise Misfit(f"cần true hoặc false, không phải {_shown(raw)}.")
    return raw


def _day(raw: Any) -> date:
    if type(raw) is str and _DAY.fullmatch(raw):
        try:
            return date.fromisoformat(raw)
        except ValueError:
            pass
    raise Misfit(f"cần một ngày dạng 2024-12-31, không phải {_shown(raw)}.")


def _fraction(raw: Any) -> Fraction:
    if type(raw) is str and re.fullmatch(r"-?\d{1,40}(/[1-9]\d{0,39})?", raw, re.ASCII):
        return Fraction(raw)
    raise Misfit(f"cần một phân số dạng “173/2”, không phải {_shown(raw)}.")


def _shown(raw: Any) -> str:
    """A wrong value as a sentence can hold it."""
    if raw is None or isinstance(raw, bool):
        return {None: "null", True: "true", False: "false"}[raw]
    if isinstance(raw, list | dict):
        return "một danh sách" if isinstance(raw, list) else "một đối tượng"
    said = _safe(str(raw) if not isinstance(raw, int) or abs(raw) < 10**30 else "một số quá lớn")
    return f"“{said}”" if isinstance(raw, str) else said


def _safe(text: str) -> str:
    clean = _UNPRINTABLE.sub("?", text)
    return clean if len(clean) <= 40 else f"{clean[:40]}…"
