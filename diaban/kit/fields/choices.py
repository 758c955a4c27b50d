"""Choices among named things. What is not in the list is a sentence, not an error page."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, Generic, TypeVar, cast

from django import forms

from diaban.kit.enums import Labelled
from diaban.kit.fields.texts import Spoken
from diaban.kit.formats import NO_VALUE

L = TypeVar("L", bound=Labelled)


class PickField(Spoken, forms.ChoiceField):
    """One of (key, label) pairs, which a form may set later by `offer`."""

    verb = "chọn"

    def sentences(self, label: str) -> dict[str, str]:
        return super().sentences(label) | _not_in_the_list(label)

    @property
    def offered(self) -> list[tuple[Any, Any]]:
        """The choices without the empty one."""
        pairs = cast("Iterable[tuple[Any, Any]]", self.choices)
        return [(key, label) for key, label in pairs if key != ""]

    def told(self, value: Any) -> str:
        return next((str(label) for key, label in self.offered if str(key) == str(value)), NO_VALUE)


class LabelledField(PickField, Generic[L]):
    """A member of an enum of labels; of those in `only`, where given."""

    def __init__(self, kind: type[L], *, only: Iterable[L] = (), **options: Any) -> None:
        self.kind = kind
        super().__init__(**options)
        given = [(member.value, member.label) for member in only or kind]
        blank = [("", f"Chọn {self.noun}")] if type(self.widget) is forms.Select else []
        self.choices = [*blank, *given]

    def clean(self, value: Any) -> L | None:
        text = super().clean(value)
        return self.kind(text) if text else None


class LabelledManyField(Spoken, forms.MultipleChoiceField, Generic[L]):
    """Members of an enum, each once, in the order of the enum."""

    verb = "chọn"
    widget = forms.CheckboxSelectMultiple

    def __init__(self, kind: type[L], *, only: Iterable[L] = (), **options: Any) -> None:
        self.kind = kind
        super().__init__(**options)
        self.choices = [(member.value, member.label) for member in only or kind]

    def sentences(self, label: str) -> dict[str, str]:
        return super().sentences(label) | _not_in_the_list(label)

    def clean(self, value: Any) -> list[L]:
        chosen = set(super().clean(value))
        return [member for member in self.kind if member.value in chosen]

    def told(self, value: Any) -> str:
        return "; ".join(self.kind(key).label for key in value or ()) or NO_VALUE


class PickManyField(Spoken, forms.MultipleChoiceField):
    """Any of (key, label) pairs, which a form sets by `offer`."""

    verb = "chọn"
    widget = forms.CheckboxSelectMultiple

    def sentences(self, label: str) -> dict[str, str]:
        return super().sentences(label) | _not_in_the_list(label)

    def told(self, value: Any) -> str:
        pairs = cast("Iterable[tuple[Any, Any]]", self.choices)
        return "; ".join(str(label) for key, label in pairs if key in (value or ())) or NO_VALUE


class TickField(Spoken, forms.BooleanField):
    """A box; when required, it must be ticked."""

    def sentences(self, label: str) -> dict[str, str]:
        return {"required": f"Chưa đánh dấu mục “{label}”."}

    def told(self, value: Any) -> str:
        return "Có" if value else "Không"


def offer(form: forms.Form, **choices: Iterable[tuple[str, str]]) -> None:
    """Set what fields of a form offer, by their names: (key, label) pairs."""
    for name, pairs in choices.items():
        cast("forms.ChoiceField", form.fields[name]).choices = list(pairs)


def _not_in_the_list(label: str) -> dict[str, str]:
    sentence = f"Lựa chọn ở mục “{label}” không có trong danh sách. Hãy chọn lại."
    return {"invalid_choice": sentence, "invalid_list": sentence}
