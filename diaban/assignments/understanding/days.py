"""From when and until when a row assigns: its own columns first, then what the file says, then what was told."""

from __future__ import annotations

import re
from datetime import date, timedelta

from diaban.assignments.understanding.headings import Role
from diaban.assignments.understanding.model import Entry, Question, Setting
from diaban.assignments.understanding.rows import Place, Record, key_of
from diaban.kit.dates import Kind, find_dates, parse_date
from diaban.kit.text import nfc


class DayReader:
    """Reads days under one setting; `starts_on` holds for rows that name none."""

    def __init__(self, setting: Setting, starts_on: date | None) -> None:
        self.setting = setting
        self.starts_on = starts_on

    def read(self, record: Record, entry: Entry) -> None:
        """Fill in `starts_on` and `ends_on`; a list names the last day, the record keeps the first day without."""
        first, last = record.places.get(Role.STARTS), record.places.get(Role.ENDS)
        cited = find_dates(record.text(Role.DECISION))
        told = cited[0] if cited else self.starts_on
        entry.starts_on = self._day(first, entry, 0, "bắt đầu") if first else None
        if not entry.starts_on and not (first and self._filled(first)):
            entry.starts_on = told
        until = self._day(last, entry, 0, "kết thúc") if last else self._day(first, entry, 1, "") if first else None
        if until and entry.starts_on and until < entry.starts_on:
            entry.fail(f"Dòng {entry.row}: ngày kết thúc {until:%d/%m/%Y} đứng trước ngày bắt đầu.")
        elif until:
            entry.ends_on = until + timedelta(days=1)

    def _filled(self, place: Place) -> bool:
        return parse_date(place.cell.value).kind is not Kind.EMPTY or bool(place.cell.problem)

    def _day(self, place: Place, entry: Entry, part: int, what: str) -> date | None:
        """The day of a cell, or the first or second of "14/12/2022 đến 30/6/2025"; what is unclear is asked."""
        if place.cell.problem:
            return None
        if part:
            parts = _two_days(place)
            return parse_date(parts[1]).start if parts else None
        answer = self.setting.answer(key_of(entry, place, "ngay", place.text))
        parts = _two_days(place)
        reading = parse_date(answer or (parts[0] if parts else place.cell.value))
        if reading.kind is Kind.DAY:
            return reading.start
        question = Question(
            key_of(entry, place, "ngay", place.text), f"Ô {place.address}: {reading.message}", free=True
        )
        if reading.kind is Kind.ERROR:
            entry.fail(f"Ô {place.address}: {reading.message}")
        elif reading.kind is Kind.QUESTION:
            entry.ask(question)
        elif reading.kind is not Kind.EMPTY:
            sentence = f"Ô {place.address}: «{place.text}» là một khoảng thời gian; {what} ngày nào?"
            entry.ask(Question(question.key, sentence, free=True))
        return None


def _two_days(place: Place) -> list[str]:
    """Both ends of a span that one cell holds, when both are days."""
    text = nfc(place.text) if isinstance(place.cell.value, str) else ""
    parts = re.split(r"\s+đến(?:\s+hết)?\s+|\s+[-–]\s+", text)
    return parts if len(parts) == 2 and all(parse_date(part).kind is Kind.DAY for part in parts) else []
