"""Why an act is refused: objections that rules find, said in Vietnamese and tied to the field that they concern."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import NamedTuple, TypeVar

from diaban.kit.enums import Labelled
from diaban.kit.errors import NotAllowed, RuleBroken
from diaban.kit.formats import number
from diaban.kit.text import clean, nfc

S = TypeVar("S", bound=Labelled)


class Objection(NamedTuple):
    """`field` names the form field; `sentence` tells the person what is wrong and what to do."""

    field: str
    sentence: str


def refuse(objections: Iterable[Objection]) -> None:
    """Raise RuleBroken with every sentence, at the first field; nothing when there is no objection."""
    found = list(objections)
    if found:
        raise RuleBroken(" ".join(objection.sentence for objection in found), field=found[0].field)


def demand(allowed: bool, sentence: str) -> None:
    """Raise NotAllowed unless the policy said yes."""
    if not allowed:
        raise NotAllowed(sentence)


def step_objections(table: Mapping[S, frozenset[S]], *, now: S, then: S, thing: str) -> list[Objection]:
    """Whether a thing in one state may go into another, by its transition table."""
    if then in table[now]:
        return []
    return [Objection("state", f"{thing} đang ở bước “{now.label}” nên không chuyển sang bước “{then.label}” được.")]


def line(text: str, *, field: str, name: str, limit: int, required: bool = True) -> str:
    """One clean line of at most `limit` characters. Raises RuleBroken when it is missing or too long."""
    return _fitting(nfc(text), field, name, limit, required)


def passage(text: str, *, field: str, name: str, limit: int, required: bool = True) -> str:
    """Clean text that keeps its paragraphs, of at most `limit` characters. Raises RuleBroken like `line`."""
    return _fitting(clean(text), field, name, limit, required)


def _fitting(text: str, field: str, name: str, limit: int, required: bool) -> str:
    if required and not text:
        raise RuleBroken(f"Chưa có {name}. Hãy nhập {name} rồi gửi lại.", field=field)
    if len(text) > limit:
        raise RuleBroken(too_long(len(text), name=name, limit=limit), field=field)
    return text


def too_long(length: int, *, name: str, limit: int) -> str:
    """What is said of a text that does not fit, by a rule and by a form alike."""
    return f"{name[0].upper()}{name[1:]} dài {number(length)} ký tự, tối đa {number(limit)}. Hãy viết gọn lại."
