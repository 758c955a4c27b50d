"""What a page says of a form as a whole: what is wrong with it, and how far each section is."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from django import forms
from django.forms import BoundField

from diaban.kit.rows import Rows


class Problem(NamedTuple):
    """`anchor` is the id of the box on the page; empty for what concerns the whole form."""

    anchor: str
    label: str
    sentence: str


def problems(form: forms.Form) -> list[Problem]:
    """In the order of the page: the whole, the fields, then the rows that repeat, each named by its place."""
    found = [Problem("", "", str(sentence)) for sentence in form.non_field_errors()]
    found += _of_fields(form)
    for rows in getattr(form, "rows", {}).values():
        found += [Problem(rows.id, rows.label, sentence) for sentence in rows.errors]
        for place, row in enumerate(rows, start=1):
            found += _of_fields(row, f"{rows.label} thứ {place}, ")
            found += [Problem("", "", f"{rows.label} thứ {place}: {said}") for said in row.non_field_errors()]
    return found


def _of_fields(form: forms.Form, where: str = "") -> Iterator[Problem]:
    for bound in form:
        if bound.errors and not bound.is_hidden:
            anchor = bound.id_for_label or str(bound.auto_id)
            own = str(bound.label)
            label = f"{where}{own[:1].lower()}{own[1:]}" if where else own
            yield Problem(anchor, label, " ".join(map(str, bound.errors)))


class SectionState(NamedTuple):
    kind: str
    icon: str
    text: str


NOTHING = SectionState("", "", "")
"""Of a section in which there is nothing to write."""


def section_state(bounds: Iterable[BoundField], rows: Rows | None = None, lack: str | None = None) -> SectionState:
    """Đủ, Thiếu 1, Sai 1 or Chưa viết. static/forms.js tells it alike while the form is written.

    `lack` is the form's own word on what the section lacks, empty for nothing; null where it says nothing.
    """
    shown = [*bounds, *(bound for row in rows or () for bound in row)]
    if rows is None and all(isinstance(bound.field, forms.FileField) for bound in shown):
        return NOTHING
    wrong = sum(bool(bound.errors) for bound in shown) + len(rows.errors if rows else ())
    if wrong:
        return SectionState("todo", "warn", f"Sai {wrong}")
    empty = [bound.value() in (None, "", [], False) for bound in shown]
    if lack is not None:
        return SectionState("", "ring" if all(empty) else "half", lack) if lack else SectionState("ok", "check", "Đủ")
    if all(empty):
        return SectionState("", "ring", "Chưa viết")
    missing = sum(bound.field.required for bound, blank in zip(shown, empty, strict=True) if blank)
    return SectionState("", "half", f"Thiếu {missing}") if missing else SectionState("ok", "check", "Đủ")
