"""Rows that repeat within one form: difficulties, supports, items of a programme. Blank ones count for nothing.

The names of a row's fields are `items-3-topic`; the numbers may have gaps, so that a row is added or taken away
without renaming the others, by a script or by a button that sends the form for one row more.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, cast

from django import forms
from django.forms.utils import ErrorDict
from django.http import QueryDict

from diaban.kit.fields import DayField, MonthField, PickField, Spoken
from diaban.kit.formats import NO_VALUE, number

Offers = Mapping[str, Sequence[tuple[str, str]]]
"""What is offered on the day to choose from, by the field of a row."""


class RowForm(forms.Form):
    use_required_attribute = False
    unjudged = False
    """Sent only to be shown anew, with a row more or less."""

    def __init__(
        self,
        *args: Any,
        today: date | None = None,
        year: int | None = None,
        offers: Offers | None = None,
        **options: Any,
    ) -> None:
        super().__init__(*args, **{"label_suffix": "", "empty_permitted": True, **options})
        set_calendar(self, today, year)
        for name, choices in (offers or {}).items():
            cast("PickField", self.fields[name]).choices = choices

    @property
    def is_blank(self) -> bool:
        """Nothing was chosen or typed; what came hidden with the row does not count."""
        return not set(self.changed_data) - {bound.name for bound in self.hidden_fields()}

    def full_clean(self) -> None:
        if self.unjudged:
            self._errors, self.cleaned_data = ErrorDict(), {}
        else:
            super().full_clean()

    def told(self, values: Mapping[str, Any]) -> str:
        """A row on one line, for a comparison."""
        given = [
            field.told(values[name])
            for name, field in self.fields.items()
            if isinstance(field, Spoken) and name in values
        ]
        return ", ".join(text for text in given if text != NO_VALUE)


@dataclass(frozen=True, slots=True)
class Repeat:
    """What repeats: `noun` names one of them («nội dung»); at least and at most so many; `shown` blank at first."""

    form: type[RowForm]
    noun: str
    least: int = 0
    most: int = 30
    shown: int = 0

    @property
    def label(self) -> str:
        return self.noun[0].upper() + self.noun[1:]


class Rows:
    """The rows of one name within a form. Iterates over what is shown; `values` are what was filled in."""

    def __init__(
        self,
        name: str,
        repeat: Repeat,
        *,
        data: QueryDict | None = None,
        initial: Sequence[Mapping[str, Any]] = (),
        today: date | None = None,
        year: int | None = None,
        offers: Offers | None = None,
        auto_id: str = "id_%s",
    ) -> None:
        self.name, self.repeat, self.id = name, repeat, auto_id % name
        self._common: dict[str, Any] = {"today": today, "year": year, "offers": offers, "auto_id": auto_id}
        self.errors: list[str] = []
        self.forms = self._received(data) if data is not None else self._stored(initial)
        self._next = 1 + max((self._number(row) for row in self.forms), default=-1)
        self._pad()

    def __iter__(self) -> Iterator[RowForm]:
        return iter(self.forms)

    def __len__(self) -> int:
        return len(self.forms)

    @property
    def label(self) -> str:
        return self.repeat.label

    @property
    def empty_row(self) -> RowForm:
        """The pattern from which a script makes another row."""
        return self.repeat.form(prefix=f"{self.name}-__n__", **self._common)

    def reshape(self, *, add: bool, drop: str | None) -> None:
        """One blank row more, or one row less; what is typed in the others stays."""
        self.forms = [row for row in self.forms if row.prefix != drop]
        for row in self.forms:
            row.unjudged = True
        if add:
            self.forms.append(self._blank())
            self.forms[-1].visible_fields()[0].field.widget.attrs["autofocus"] = True
        self._pad()

    def tidy(self) -> None:
        """Leave out the blank rows, so that the third on the page is the third that was filled in."""
        self.forms = [row for row in self.forms if not row.is_bound or not row.is_blank]

    def is_valid(self) -> bool:
        """Whether each row is right and there are neither too few nor too many."""
        filled = self.filled
        valid = [row.is_valid() for row in filled]
        self._demand_number(len(filled))
        return all(valid) and not self.errors

    @property
    def filled(self) -> list[RowForm]:
        return [row for row in self.forms if row.is_bound and not row.is_blank]

    @property
    def values(self) -> list[dict[str, Any]]:
        return [row.cleaned_data for row in self.filled]

    def refuse(self, sentence: str) -> None:
        if sentence not in self.errors:
            self.errors.append(sentence)

    def told(self, values: Sequence[Mapping[str, Any]]) -> list[str]:
        return [self.empty_row.told(one) for one in values]

    def _demand_number(self, count: int) -> None:
        noun, least, most = self.repeat.noun, self.repeat.least, self.repeat.most
        if count == 0 < least:
            self.refuse(f"Chưa có {noun} nào. Hãy thêm ít nhất {number(least)} {noun}.")
        elif count < least:
            self.refuse(f"Mới có {number(count)} {noun}, cần ít nhất {number(least)}.")
        elif count > most:
            self.refuse(f"Có {number(count)} {noun}, nhiều nhất {number(most)}. Hãy bỏ bớt.")

    def _received(self, data: QueryDict) -> list[RowForm]:
        pattern = re.compile(rf"{re.escape(self.name)}-(\d{{1,4}})-")
        found = sorted({int(match[1]) for key in data if (match := pattern.match(key))})
        return [self.repeat.form(data, prefix=f"{self.name}-{index}", **self._common) for index in found]

    def _stored(self, initial: Sequence[Mapping[str, Any]]) -> list[RowForm]:
        return [
            self.repeat.form(initial=dict(values), prefix=f"{self.name}-{index}", **self._common)
            for index, values in enumerate(initial)
        ]

    def _pad(self) -> None:
        while len(self.forms) < self.repeat.shown:
            self.forms.append(self._blank())

    def _blank(self) -> RowForm:
        row = self.repeat.form(prefix=f"{self.name}-{self._next}", **self._common)
        self._next += 1
        return row

    def _number(self, row: RowForm) -> int:
        return int(str(row.prefix).rpartition("-")[2])


def set_calendar(form: forms.Form, today: date | None, year: int | None) -> None:
    """Days without a year are of this day's year; months are chosen among the twelve of `year`, where it is given."""
    for field in form.fields.values():
        if isinstance(field, DayField):
            field.today = today
        if isinstance(field, MonthField) and year:
            field.year = year
