"""The other two faces of a shape: its values as plain JSON, and its JSON Schema (2020-12)."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import MISSING, fields, is_dataclass
from datetime import date
from enum import Enum
from fractions import Fraction
from typing import Any, cast, get_args, get_origin, get_type_hints

from diaban.kit.enums import Labelled
from diaban.kit.shapes import About, about_of, is_nullable, without_null

Write = Callable[[Any], Any]
DIALECT = "https://json-schema.org/draft/2020-12/schema"


def writer(shape: type[Any]) -> Write:
    """A function from the dataclass to plain JSON, each object's keys in the order of their letters."""
    kinds = get_type_hints(shape)
    parts = [(name, _write(kinds[name])) for name in sorted(item.name for item in fields(shape))]
    plain = [name for name, write in parts if write is None]
    if len(plain) == len(parts):
        return lambda made: {name: getattr(made, name) for name in plain}
    return lambda made: {
        name: getattr(made, name) if write is None else write(getattr(made, name)) for name, write in parts
    }


def _write(kind: Any) -> Write | None:
    """None: the value is JSON already (a labelled choice is its text)."""
    if is_nullable(kind):
        inner = _write(without_null(kind))
        return inner and (lambda value: None if value is None else inner(value))
    if get_origin(kind) is tuple:
        item = _write(get_args(kind)[0])
        return list if item is None else lambda values: [item(value) for value in values]
    if is_dataclass(kind):
        return writer(cast("type[Any]", kind))
    if kind in {date, Fraction}:
        return str
    return None


def schema(shape: type[Any], *, title: str, description: str) -> dict[str, Any]:
    """The JSON Schema of the shape; every dataclass in it is a definition."""
    found: dict[str, Any] = {}
    _define(shape, found)
    head = {"$schema": DIALECT, "title": title, "description": description, "$ref": f"#/$defs/{shape.__name__}"}
    return head | {"$defs": dict(sorted(found.items()))}


def _define(shape: type[Any], found: dict[str, Any]) -> None:
    if shape.__name__ in found:
        return
    found[shape.__name__] = {}
    kinds = get_type_hints(shape)
    described = {item.name: _described(item, kinds[item.name], found) for item in fields(shape)}
    found[shape.__name__] = {
        "type": "object",
        "description": " ".join((shape.__doc__ or "").split()),
        "properties": described,
        "required": [item.name for item in fields(shape) if item.default is MISSING],
        "additionalProperties": False,
    }


def _described(item: Any, kind: Any, found: dict[str, Any]) -> dict[str, Any]:
    default = {} if item.default is MISSING else {"default": item.default}
    said = about_of(item)
    return {"title": said.title, **_kind(kind, said, found), **default}


def _kind(kind: Any, said: About, found: dict[str, Any]) -> dict[str, Any]:
    if is_nullable(kind):
        return {"anyOf": [_kind(without_null(kind), said, found), {"type": "null"}]}
    if get_origin(kind) is tuple:
        return _list(get_args(kind), said, found)
    if is_dataclass(kind):
        shape = cast("type[Any]", kind)
        _define(shape, found)
        return {"$ref": f"#/$defs/{shape.__name__}"}
    if issubclass(kind, Labelled):
        return _choice(kind)
    plain: dict[Any, dict[str, Any]] = {
        int: {"type": "integer", "minimum": said.least, "maximum": said.most},
        str: {"type": "string", "maxLength": said.longest},
        bool: {"type": "boolean"},
        date: {"type": "string", "format": "date", "pattern": r"^\d{4}-\d{2}-\d{2}$"},
        Fraction: {"type": "string", "pattern": r"^-?\d+(/[1-9]\d*)?$"},
    }
    return plain[kind]


def _list(kinds: tuple[Any, ...], said: About, found: dict[str, Any]) -> dict[str, Any]:
    items: dict[str, Any] = {"type": "array", "items": _kind(kinds[0], said, found)}
    return items if kinds[-1] is Ellipsis else items | {"minItems": len(kinds), "maxItems": len(kinds)}


def _choice(kind: type[Enum]) -> dict[str, Any]:
    members = cast("list[Labelled]", list(kind))
    words = "; ".join(f"{member.value}: {member.label}" for member in members)
    return {"enum": [member.value for member in members], "description": words}
