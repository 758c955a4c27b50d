"""A field that knows what it asks for, and the two kinds of text."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django import forms
from django.core.exceptions import ValidationError

from diaban.kit.formats import NO_VALUE
from diaban.kit.objections import too_long
from diaban.kit.text import clean, nfc

ECHO = 40
"""Characters of a wrong answer that a sentence repeats."""


class Spoken(forms.Field):
    """`noun` is what is asked for inside a sentence («nội dung»); the label with a small letter unless given."""

    verb = "nhập"
    """«Chưa nhập nội dung.», «Chưa chọn cơ quan.»"""

    def __init__(self, *, label: str, noun: str = "", error_messages: Mapping[str, str] | None = None, **options: Any):
        self.noun = noun or label[:1].lower() + label[1:]
        said = self.sentences(label) | dict(error_messages or {})
        super().__init__(label=label, error_messages=said, **options)

    def sentences(self, label: str) -> dict[str, str]:
        """What is said by the keys of Django's error messages."""
        return {"required": f"Chưa {self.verb} {self.noun}."}

    def told(self, value: Any) -> str:
        """An answer as a person reads it, beside another one."""
        return NO_VALUE if value in (None, "") else str(value)


class LineField(Spoken):
    """One clean line of at most `limit` characters. The browser is not told the limit: it would cut without a word."""

    def __init__(self, *, limit: int, **options: Any) -> None:
        self.limit = limit
        super().__init__(**options)

    def to_python(self, value: Any) -> str:
        text = self.tidy(str(value or ""))
        if len(text) > self.limit:
            raise ValidationError(too_long(len(text), name=self.noun, limit=self.limit))
        return text

    def tidy(self, text: str) -> str:
        return nfc(text)


class PassageField(LineField):
    """Clean text that keeps its paragraphs."""

    widget = forms.Textarea

    def tidy(self, text: str) -> str:
        return clean(text)


class Typed(Spoken):
    """What is typed as text and read as something else. `read` gets one clean line, never an empty one."""

    longest = 80
    """Characters; no day and no amount is longer, so more is not even read."""

    def to_python(self, value: Any) -> Any:
        if not isinstance(value, str):
            return value
        text = nfc(value)
        if len(text) > self.longest:
            raise ValidationError(too_long(len(text), name=self.noun, limit=self.longest))
        return self.read(text) if text else None

    def read(self, text: str) -> Any:
        raise NotImplementedError


def echo(text: str) -> str:
    """«text», cut where it is long."""
    return f"«{text}»" if len(text) <= ECHO else f"«{text[:ECHO]}…»"
