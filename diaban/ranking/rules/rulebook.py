"""A rule set as the engine holds it: typed values, and what each of them rests on.

Written in JSON as a rule set of the product is seeded: {"code", "name", "values": {key: [value, mark, citation]}}.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import EnumType
from typing import Any, cast, get_args, get_origin

from diaban.kit.enums import Labelled
from diaban.kit.shapes import Misfit
from diaban.regulations.rules import OWN_DEFAULT, PARAMETERS, Mark, MonthDay, RuleValues, Source, build, decode
from diaban.regulations.rules.consistency import inconsistencies
from diaban.regulations.rules.steps import AtMost, Steps
from diaban.regulations.rules.values import TYPES

OWN_CODE = "mac-dinh"
NOT_OF_THE_REGULATION = f"{OWN_DEFAULT}, không phải của quy định"
KEYS = frozenset({"code", "name", "values", "directive", "starts_on", "ends_on"})
LONGEST_CITATION = 300


@dataclass(frozen=True)
class Rulebook:
    """Without arguments the software's own defaults. `sources` holds what differs from the parameters' own source."""

    code: str = OWN_CODE
    values: RuleValues = field(default_factory=RuleValues)
    sources: Mapping[str, Source] = field(default_factory=dict)
    _full: dict[str, Source] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        found = {key: self.sources.get(key, parameter.source) for key, parameter in PARAMETERS.items()}
        full = {key: Source(source.mark, NOT_OF_THE_REGULATION) for key, source in found.items() if _is_bare(source)}
        object.__setattr__(self, "_full", found | full)

    @property
    def name(self) -> str:
        return self.values.name

    def source(self, key: str) -> Source:
        """Our own default says so in full."""
        return self._full[key]


def _is_bare(source: Source) -> bool:
    return source.citation == OWN_DEFAULT


def read_rulebook(raw: object) -> Rulebook:
    """From parsed JSON. Raises Misfit at the first value that is wrong, by itself or beside the others."""
    if not isinstance(raw, dict):
        raise Misfit("cần một đối tượng {…} có code, name và values.")
    for key in sorted(raw.keys() - KEYS):
        raise _at(Misfit(f"khóa lạ. Các khóa được nhận: {', '.join(sorted(KEYS))}."), key)
    for key in ("code", "name"):
        if not isinstance(raw.get(key), str) or not raw[key]:
            raise _at(Misfit("cần một chuỗi chữ."), key)
    if not isinstance(raw.get("values"), dict):
        raise _at(Misfit("cần một đối tượng {tham số: [giá trị, mức chắc chắn, căn cứ]}."), "values")
    stored: dict[str, object] = {}
    sources: dict[str, Source] = {}
    for key, entry in raw["values"].items():
        stored[key], sources[key] = _entry(key, entry)
    values = build(stored, rule_set=None, name=raw["name"])
    for key, sentence in inconsistencies(values):
        raise _at(Misfit(sentence), "values", key)
    return Rulebook(raw["code"], values, sources)


def _entry(key: str, entry: object) -> tuple[object, Source]:
    if key not in PARAMETERS:
        raise _at(Misfit("không có tham số này."), "values", key)
    if not isinstance(entry, list) or len(entry) != 3:
        raise _at(Misfit("cần [giá trị, mức chắc chắn, căn cứ]."), "values", key)
    value, mark, citation = entry
    try:
        decode(key, value)
    except ValueError:
        raise _at(Misfit(f"“{PARAMETERS[key].title}” cần {expects(TYPES[key])}."), "values", key, 0) from None
    if mark not in {known.value for known in Mark}:
        raise _at(Misfit(f"mức chắc chắn là một trong {', '.join(Mark)}."), "values", key, 1)
    if not isinstance(citation, str) or not 0 < len(citation) <= LONGEST_CITATION:
        raise _at(Misfit(f"cần một câu nêu căn cứ, không quá {LONGEST_CITATION} ký tự."), "values", key, 2)
    if (mark == Mark.ASSUMED) != citation.startswith(OWN_DEFAULT):
        raise _at(Misfit(f"mức A, và chỉ mức A, có căn cứ bắt đầu bằng “{OWN_DEFAULT}”."), "values", key, 2)
    if PARAMETERS[key].fixed and decode(key, value) != PARAMETERS[key].default:
        raise _at(Misfit("là nguyên tắc của phần mềm, không thay đổi được."), "values", key, 0)
    return value, Source(Mark(mark), citation)


def expects(kind: object) -> str:
    """The type of a parameter in words."""
    if get_origin(kind) is tuple:
        return f"một danh sách, mỗi mục là {expects(get_args(kind)[0])}"
    if isinstance(kind, EnumType):
        return f"một trong {', '.join(cast('type[Labelled]', kind))}"
    if isinstance(kind, type) and issubclass(kind, Steps):
        way = "tăng dần" if issubclass(kind, AtMost) else "giảm dần"
        return f"ba bậc [xuất sắc, tốt, hoàn thành], số nguyên {way}, hoặc null ở các bậc cuối"
    return {int: "một số nguyên", bool: "true hoặc false", MonthDay: "một ngày trong năm dạng 01-31"}[
        cast("type", kind)
    ]


def rules_schema() -> dict[str, Any]:
    """The JSON Schema of a rule set; each parameter says what it is, and its default."""
    keys = {key: _parameter_schema(key) for key in PARAMETERS}
    return {
        "type": "object",
        "properties": {
            "code": {"type": "string", "title": "mã", "minLength": 1},
            "name": {"type": "string", "title": "tên", "minLength": 1},
            "directive": {"title": "số, ký hiệu văn bản, hoặc null"},
            "starts_on": {"title": "áp dụng từ ngày"},
            "ends_on": {"title": "đến trước ngày, hoặc null"},
            "values": {"type": "object", "properties": keys, "additionalProperties": False},
        },
        "required": ["code", "name", "values"],
        "additionalProperties": False,
    }


def _parameter_schema(key: str) -> dict[str, Any]:
    parameter = PARAMETERS[key]
    mark, citation = {"enum": [mark.value for mark in Mark]}, {"type": "string", "maxLength": LONGEST_CITATION}
    return {
        "title": parameter.title,
        "type": "array",
        "prefixItems": [_value_schema(TYPES[key]), mark, citation],
        "minItems": 3,
        "maxItems": 3,
    }


def _value_schema(kind: object) -> dict[str, Any]:
    if get_origin(kind) is tuple:
        return {"type": "array", "items": _value_schema(get_args(kind)[0])}
    if isinstance(kind, EnumType):
        return {"enum": list(cast("type[Labelled]", kind))}
    if isinstance(kind, type) and issubclass(kind, Steps):
        return {"type": "array", "items": {"type": ["integer", "null"]}, "minItems": 3, "maxItems": 3}
    named = {int: {"type": "integer"}, bool: {"type": "boolean"}}
    return named.get(cast("type", kind), {"type": "string", "pattern": "^[01][0-9]-[0-3][0-9]$"})


def _at(misfit: Misfit, *path: str | int) -> Misfit:
    misfit.path += path
    return misfit
