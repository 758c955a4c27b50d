"""Days and months as people type them, and the choice of today, yesterday or another day."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any, NamedTuple

from django import forms
from django.core.exceptions import ValidationError

from diaban.kit import formats
from diaban.kit.dates import Kind, parse_date
from diaban.kit.fields.texts import Typed, echo

OTHER = "khac"
"""The value of «Ngày khác»; the day itself is typed in a box named after the field with this behind it."""
_DIGITS = re.compile(r"^(\d{2})(\d{2})(\d{4})$")
_MONTH_ALONE = re.compile(r"(?:tháng|thang|t)?\s*(\d{1,2})", re.I)
_ISO_MONTH = re.compile(r"(\d{4})-(\d{2})")


class DayInput(forms.TextInput):
    """Typed, not picked: a browser in English would show the month first."""


class DayField(Typed):
    """28/11/2024, 28-11-2024, 28.11.2024, 28112024, 28/11 (in the year of `today`) or 2024-11-28; day before month.

    `today` is set by the form; without it a day must name its year.
    """

    widget = DayInput

    def __init__(self, **options: Any) -> None:
        super().__init__(**options)
        self.today: date | None = None

    def read(self, text: str) -> date:
        if text.isdigit() and not _DIGITS.fullmatch(text):
            raise ValidationError(f"{echo(text)} không phải là một ngày. Ghi ngày/tháng/năm, ví dụ 28/11/2024.")
        reading = parse_date(_DIGITS.sub(r"\1/\2/\3", text), year=self.today.year if self.today else None)
        if reading.kind is Kind.DAY and reading.start:
            return reading.start
        if reading.kind in {Kind.SPAN, Kind.PERIOD}:
            raise ValidationError(f"{echo(text)} gồm nhiều ngày. Ghi một ngày, ví dụ 28/11/2024.")
        raise ValidationError(reading.message or f"{echo(text)} không phải là một ngày.")

    def prepare_value(self, value: Any) -> Any:
        return formats.day(value) if isinstance(value, date) else value

    def words(self, value: Any) -> str:
        """What was typed, with its weekday: empty where it is no day."""
        try:
            day = self.to_python(value)
        except ValidationError:
            return ""
        return formats.day_weekday(day) if day else ""

    def told(self, value: Any) -> str:
        return formats.day(value)

    @property
    def options(self) -> list[DayOption]:
        """Of the widget DayChoice."""
        near = [("Hôm nay", 0), ("Hôm qua", 1)] if self.today else []
        days = [(label, self.today - timedelta(days=back)) for label, back in near if self.today]
        options = [DayOption(day.isoformat(), label, formats.day_weekday(day)) for label, day in days]
        return [*options, DayOption(OTHER, "Ngày khác", "")]

    def split(self, value: Any) -> tuple[str, str]:
        """A value as the option that is picked, and what stands in the box for another day."""
        try:
            day = self.to_python(value)
        except ValidationError:
            day = None
        if day and day.isoformat() in {option.value for option in self.options}:
            return day.isoformat(), ""
        return (OTHER, str(self.prepare_value(day) if day else value)) if value else ("", "")


class DayOption(NamedTuple):
    value: str
    label: str
    words: str


class DayChoice(DayInput):
    """Hôm nay, hôm qua, ngày khác. The two carry their dates, so that a form sent after midnight means what it said."""

    def value_from_datadict(self, data: Mapping[str, Any], files: Any, name: str) -> Any:
        picked = data.get(name)
        return data.get(f"{name}-{OTHER}", picked) if picked in (None, "", OTHER) else picked

    def id_for_label(self, id_: str) -> str:
        return ""


class MonthField(Typed):
    """«11/2024», «tháng 11», «2024-11»: the first day of the month comes out.

    With a `year` it is chosen among twelve, and other years are refused.
    """

    verb = "chọn"

    def __init__(self, *, year: int | None = None, **options: Any) -> None:
        super().__init__(**options)
        self._year: int | None = None
        self.year = year

    @property
    def year(self) -> int | None:
        return self._year

    @year.setter
    def year(self, year: int | None) -> None:
        self._year = year
        if year:
            months = [(f"{year}-{month:02d}", f"Tháng {month}") for month in range(1, 13)]
            self.widget = forms.Select(choices=[("", f"Chọn {self.noun}"), *months])

    def read(self, text: str) -> date:
        if (match := _ISO_MONTH.fullmatch(text)) and 1 <= int(match[2]) <= 12:
            return self._within(date(int(match[1]), int(match[2]), 1), text)
        if (match := _MONTH_ALONE.fullmatch(text)) and self.year:
            return self._within(self._of_year(int(match[1])), text)
        reading = parse_date(text)
        if reading.kind is Kind.PERIOD and reading.start and reading.end and reading.start.month == reading.end.month:
            return self._within(reading.start, text)
        raise ValidationError(f"{echo(text)} không phải là một tháng. Ghi tháng/năm, ví dụ 11/2024.")

    def _of_year(self, month: int) -> date:
        if not 1 <= month <= 12:
            raise ValidationError(f"Không có tháng {month}. Chọn từ tháng 1 đến tháng 12.")
        return date(self.year or 1, month, 1)

    def _within(self, month: date, text: str) -> date:
        if not 1900 <= month.year <= 2099:
            raise ValidationError(f"Năm {month.year} nằm ngoài khoảng 1900–2099.")
        if self.year and month.year != self.year:
            raise ValidationError(f"{echo(text)} không thuộc năm {self.year}.")
        return month

    def prepare_value(self, value: Any) -> Any:
        if not isinstance(value, date):
            return value
        return f"{value:%Y-%m}" if self.year else f"{value:%m/%Y}"

    def told(self, value: Any) -> str:
        return formats.NO_VALUE if value is None else f"Tháng {value.month}/{value.year}"
