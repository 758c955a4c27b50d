"""What is tried: a year, a rule set, and single values laid over it. It is a question in the address, never saved."""

from __future__ import annotations

from typing import Any

from django import forms

from diaban.kit import fields
from diaban.regulations.forms import TypedField
from diaban.regulations.rules import PARAMETERS
from diaban.regulations.rules.sheet import WORDLESS
from diaban.regulations.rules.typed import choices_of, example_of

OWN = "cua-nam"
CHANGED = (
    "judging",
    "excellent_from",
    "good_from",
    "completed_from",
    "excellent_cap_percent",
    "cap_base",
    "ladder_reports_percent",
    "ladder_presence_percent",
    "ladder_items_percent",
    "ladder_help_count",
    "ladder_commune_level",
)
"""Levels and thresholds that can be laid over the set without writing another one."""


class _Over(TypedField):
    """Empty leaves the value of the set."""

    def clean(self, value: Any) -> Any:
        return super().clean(value) if str(value or "").strip() else None


class TryForm(forms.Form):
    nam = fields.PickField(label="Năm đem thử", noun="năm")
    bo = fields.PickField(label="Bộ quy tắc muốn thử", noun="bộ quy tắc")

    def __init__(self, *args: Any, years: list[tuple[str, str]], books: list[tuple[str, str]], **options: Any) -> None:
        super().__init__(*args, **options)
        self.label_suffix = ""
        offered = {"nam": years, "bo": [(OWN, "Bộ quy tắc của chính năm đó"), *books]}
        for name, choices in offered.items():
            field = self.fields[name]
            if isinstance(field, fields.PickField):
                field.choices = choices
        self.fields |= {key: _field(key) for key in CHANGED}

    @property
    def over(self) -> dict[str, Any]:
        """The values that were typed."""
        return {key: self.cleaned_data[key] for key in CHANGED if self.cleaned_data.get(key) not in (None, "")}


def _field(key: str) -> forms.Field:
    parameter = PARAMETERS[key]
    if kind := choices_of(key):
        choice = fields.LabelledField(kind, label=parameter.title, required=False)
        choice.choices = [("", "Giữ như trong bộ"), *((member.value, member.label) for member in kind)]
        return choice
    unit = "" if parameter.unit in WORDLESS else parameter.unit.label
    hint = ", ".join(filter(None, [unit, example_of(key), "để trống là giữ như trong bộ"]))
    return _Over(
        key, label=parameter.title, noun="giá trị", required=False, help_text=hint[:1].upper() + hint[1:] + "."
    )
