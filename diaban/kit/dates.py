"""Dates as officials write them. A day, a span of days, a period, a question or an error: never a guess.

Day before month, always. A number from a spreadsheet is Excel's day count (1900 system unless told otherwise).
"""

import re
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from enum import Enum

from diaban.kit.text import fold, nfc

FIRST_SERIAL, LAST_SERIAL = 32874, 73050  # 01/01/1990 to 31/12/2099
_LEAD = re.compile(r"^(kể từ|tính từ|bắt đầu từ|từ|áp dụng từ)?\s*(ngày)?\s*:?\s*", re.I)
_NUMERIC = re.compile(r"(\d{1,2})\s*([/.\-])\s*(\d{1,2})\s*\2\s*(\d{4}|\d{2})")
_WORDS = re.compile(r"(\d{1,2})\s*tháng\s*(\d{1,2})\s*(?:,?\s*năm\s*(\d{4}))?", re.I)
_ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})(?:[T ]00:00(?::00)?)?")
_CLOCK = re.compile(r"[\s,]+(?:lúc\s*)?(\d{1,2})(?::|h|g)(\d{2})(?::\d{2})?(?:\s*phút)?$", re.I)
_CLOCK_FIRST = re.compile(r"^(\d{1,2})(?::|h|g)(\d{2})\s*,?\s*(?:ngày)?\s*", re.I)
_SPAN = re.compile(r"(\d{1,2})\s*(?:và|-|–|đến)\s*(\d{1,2})\s*[-/]\s*(\d{1,2})(?:\s*[-/]\s*(\d{4}))?", re.I)
_FIND = re.compile(
    r"(?:ngày\s+)?(?:\d{1,2}\s*[/.\-]\s*\d{1,2}\s*[/.\-]\s*\d{4}|\d{1,2}\s+tháng\s+\d{1,2}\s+năm\s+\d{4})", re.I
)


class Kind(Enum):
    EMPTY = "empty"
    DAY = "day"
    SPAN = "span"  # several days running, `start` to `end` inclusive
    PERIOD = "period"  # a month, quarter, half or year: no day
    QUESTION = "question"
    ERROR = "error"


@dataclass(frozen=True, slots=True)
class DateReading:
    """`start` is the day; `end` is inclusive and differs from it in a span or a period only."""

    kind: Kind
    start: date | None = None
    end: date | None = None
    at: time | None = None
    note: str = ""
    message: str = ""  # a whole Vietnamese sentence, for a question or an error


def parse_date(value: object, *, year: int | None = None, system_1904: bool = False) -> DateReading:
    """Read one cell or one typed text; `year` stands in where a day names none."""
    if isinstance(value, datetime):
        return _day(value.date(), at=value.time() if value.time() != time() else None)
    if isinstance(value, date):
        return _day(value)
    if isinstance(value, (int, float)) and not isinstance(value, bool):
        return _from_number(float(value), system_1904=system_1904)
    return _from_text(nfc(str(value or "")), year=year, system_1904=system_1904)


def find_dates(text: str) -> list[date]:
    """The real days that a running text names, in its order: for a title block that cites its decision."""
    readings = (parse_date(match.group()) for match in _FIND.finditer(nfc(text)))
    return [reading.start for reading in readings if reading.kind is Kind.DAY and reading.start]


def _from_number(number: float, *, system_1904: bool) -> DateReading:
    if number == int(number) and 1990 <= number <= 2099:
        return _period(date(int(number), 1, 1), 12)
    if not FIRST_SERIAL <= number <= LAST_SERIAL:
        return DateReading(Kind.ERROR, message=f"«{number:g}» không phải là một ngày.")
    start = datetime(1904, 1, 1) if system_1904 else datetime(1899, 12, 30)  # noqa: DTZ001 -- a calendar day has no zone
    return parse_date(start + timedelta(days=int(number)))


def _from_text(text: str, *, year: int | None, system_1904: bool) -> DateReading:
    if text in {"", "-", "–", "—"}:
        return DateReading(Kind.EMPTY)
    if re.fullmatch(r"\d{5}(\.0+)?|(19|20)\d\d", text):
        return _from_number(float(text), system_1904=system_1904)
    note, bare, at = _split(text)
    day = _whole_day(bare, text, year)
    if day is not None:
        return DateReading(day.kind, day.start, day.end, at, note, day.message)
    period = _named_period(fold(bare))
    if period:
        return period
    return DateReading(Kind.ERROR, message=f"«{text}» không phải là một ngày.")


def _split(text: str) -> tuple[str, str, time | None]:
    """A remark in parentheses, the bare date, the time of day."""
    remarks = re.findall(r"\(([^)]*)\)", text)
    bare = re.sub(r"\([^)]*\)", "", text).strip(" .,;")
    first = _CLOCK_FIRST.match(bare)
    bare = bare[first.end() :] if first else bare
    bare = _LEAD.sub("", bare, count=1)
    clock = _CLOCK.search(bare)
    bare = bare[: clock.start()] if clock else bare
    found = first or clock
    at = _time(int(found.group(1)), int(found.group(2))) if found else None
    return "; ".join(remarks), bare.strip(), at


def _whole_day(bare: str, text: str, year: int | None) -> DateReading | None:
    if match := _ISO.fullmatch(bare):
        return _calendar(int(match[3]), int(match[2]), int(match[1]), text)
    if match := _NUMERIC.fullmatch(bare):
        full = int(match[4]) + (2000 if len(match[4]) == 2 else 0)
        return _calendar(int(match[1]), int(match[3]), full, text)
    if (match := _WORDS.fullmatch(bare)) and (match[3] or year):
        return _calendar(int(match[1]), int(match[2]), int(match[3] or year or 0), text)
    if match := _SPAN.fullmatch(bare):
        return _span(int(match[1]), int(match[2]), int(match[3]), int(match[4]) if match[4] else year, text)
    if match := re.fullmatch(r"(\d{1,2})\s*[/-]\s*(\d{1,2})", bare):
        return _calendar(int(match[1]), int(match[2]), year, text) if year else _no_year(text)
    return None


def _calendar(day: int, month: int, year: int, text: str) -> DateReading:
    try:
        return _day(date(year, month, day))
    except ValueError:
        if month > 12 >= day >= 1 and month <= 31:
            asked = f"«{text}» viết tháng trước ngày; có phải là ngày {month:02d}/{day:02d}/{year} không?"
            return DateReading(Kind.QUESTION, message=asked)
        return DateReading(Kind.ERROR, message=f"«{text}»: {_why_never(day, month, year)}.")


def _why_never(day: int, month: int, year: int) -> str:
    if not 1 <= month <= 12:
        return f"không có tháng {month}"
    if not 1 <= day <= 31 or not 1 <= year <= 9999:
        return f"không có ngày {day}" if year else "không có năm 0"
    of_year = f" năm {year}" if (day, month) == (29, 2) else ""
    return f"tháng {month}{of_year} không có ngày {day}"


def _span(first: int, last: int, month: int, year: int | None, text: str) -> DateReading:
    if year is None:
        return _no_year(text)
    start, end = _calendar(first, month, year, text), _calendar(last, month, year, text)
    if start.start and end.start and start.start <= end.start:
        return DateReading(Kind.SPAN, start.start, end.start)
    return (
        start
        if start.kind is Kind.ERROR
        else DateReading(Kind.ERROR, message=f"«{text}» không phải là các ngày liền nhau.")
    )


def _named_period(folded: str) -> DateReading | None:
    """ "6/2022", "quý I/2023", "6 tháng đầu năm 2024", "năm 2023"."""
    quarters = {"i": 1, "ii": 2, "iii": 3, "iv": 4, "1": 1, "2": 2, "3": 3, "4": 4}
    if match := re.fullmatch(r"(?:thang )?(\d{1,2})\s*(?:[/.\-]| nam | )\s*((?:19|20)\d\d)", folded):
        month = int(match[1])
        return _period(date(int(match[2]), month, 1), 1) if 1 <= month <= 12 else None
    if match := re.fullmatch(r"quy (iv|i{1,3}|[1-4])\s*(?:/|nam |-| )\s*((?:19|20)\d\d)", folded):
        return _period(date(int(match[2]), 3 * quarters[match[1]] - 2, 1), 3)
    if match := re.fullmatch(r"(6|sau) thang (dau|cuoi) nam ((?:19|20)\d\d)", folded):
        return _period(date(int(match[3]), 1 if match[2] == "dau" else 7, 1), 6)
    if match := re.fullmatch(r"(?:nhiem ky |giai doan )?((?:19|20)\d\d) ((?:19|20)\d\d)", folded):
        years = int(match[2]) - int(match[1]) + 1
        return _period(date(int(match[1]), 1, 1), 12 * years) if years > 0 else None
    if match := re.fullmatch(r"(?:ca )?nam ((?:19|20)\d\d)", folded):
        return _period(date(int(match[1]), 1, 1), 12)
    return None


def _period(start: date, months: int) -> DateReading:
    after = start.month - 1 + months
    end = date(start.year + after // 12, after % 12 + 1, 1) - timedelta(days=1)
    return DateReading(Kind.PERIOD, start, end)


def _day(value: date, *, at: time | None = None) -> DateReading:
    if not 1900 <= value.year <= 2099:
        return DateReading(Kind.ERROR, message=f"Năm {value.year} nằm ngoài khoảng 1900–2099.")
    return DateReading(Kind.DAY, value, value, at)


def _time(hour: int, minute: int) -> time | None:
    """The time of day; midnight is what a spreadsheet writes for none."""
    return time(hour, minute) if (hour, minute) != (0, 0) and hour < 24 and minute < 60 else None


def _no_year(text: str) -> DateReading:
    return DateReading(Kind.QUESTION, message=f"«{text}» không ghi năm; là năm nào?")
