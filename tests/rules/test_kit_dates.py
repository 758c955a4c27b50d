"""Dates and document numbers as officials write them."""

from datetime import date, datetime, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from diaban.kit import formats
from diaban.kit.dates import Kind, find_dates, parse_date
from diaban.kit.docno import find_symbols, normalise_symbol

SIGNED = date(2022, 12, 14)


@pytest.mark.parametrize(
    "typed",
    [
        "14/12/2022",
        "14-12-2022",
        "14.12.2022",
        "14 / 12 / 2022",
        "ngày 14 tháng 12 năm 2022",
        "Từ ngày 14/12/2022",
        "14/12/22",
        "2022-12-14",
        "2022-12-14 00:00:00",
        44909,
        44909.0,
        "44909",
        datetime(2022, 12, 14),  # noqa: DTZ001 -- as Excel and papers write it
        SIGNED,
    ],
)
def test_a_day_in_every_writing(typed: object) -> None:
    reading = parse_date(typed)
    assert (reading.kind, reading.start, reading.at) == (Kind.DAY, SIGNED, None)


def test_padding_order_and_time() -> None:
    assert parse_date("08/5/2024").start == date(2024, 5, 8)
    assert parse_date("05/08/2024").start == date(2024, 8, 5)
    assert parse_date("09/05/2024 14:52").at == time(14, 52)
    assert parse_date("14:05 ngày 28/11/2024").start == date(2024, 11, 28)
    assert parse_date(43447, system_1904=True).start == SIGNED


def test_the_american_order_is_asked_about() -> None:
    reading = parse_date("12/14/2022")
    assert reading.kind is Kind.QUESTION
    assert "14/12/2022" in reading.message


@pytest.mark.parametrize(
    ("typed", "why"),
    [
        ("31/9/2023", "tháng 9 không có ngày 31"),
        ("29/02/2023", "tháng 2 năm 2023 không có ngày 29"),
        ("30/02/2024", "tháng 2 không có ngày 30"),
        ("0/1/2023", "không có ngày 0"),
        ("32/1/2023", "không có ngày 32"),
        ("45/13/2022", "không có tháng 13"),
        ("1/0/2022", "không có tháng 0"),
        ("1/1/0000", "không có năm 0"),
    ],
)
def test_a_day_that_never_was(typed: str, why: str) -> None:
    reading = parse_date(typed)
    assert (reading.kind, reading.message) == (Kind.ERROR, f"«{typed}»: {why}.")


@pytest.mark.parametrize("typed", ["hôm qua", 3, "99999", "14/12", "tháng 13/2022"])
def test_what_is_no_day(typed: object) -> None:
    reading = parse_date(typed)
    assert reading.kind in {Kind.ERROR, Kind.QUESTION}
    assert reading.message.endswith((".", "?"))


@pytest.mark.parametrize(
    ("typed", "start", "end"),
    [
        ("6/2022", date(2022, 6, 1), date(2022, 6, 30)),
        ("tháng 12 năm 2023", date(2023, 12, 1), date(2023, 12, 31)),
        ("quý I/2023", date(2023, 1, 1), date(2023, 3, 31)),
        ("Quý IV năm 2023", date(2023, 10, 1), date(2023, 12, 31)),
        ("6 tháng đầu năm 2024", date(2024, 1, 1), date(2024, 6, 30)),
        ("năm 2023", date(2023, 1, 1), date(2023, 12, 31)),
        (2023, date(2023, 1, 1), date(2023, 12, 31)),
    ],
)
def test_periods_are_no_days(typed: object, start: date, end: date) -> None:
    reading = parse_date(typed)
    assert (reading.kind, reading.start, reading.end) == (Kind.PERIOD, start, end)


def test_days_running_with_a_lunar_remark() -> None:
    reading = parse_date("26 và 27-1 (tức ngày 8 và 9-12 Âm lịch)", year=2026)
    assert (reading.kind, reading.start, reading.end) == (Kind.SPAN, date(2026, 1, 26), date(2026, 1, 27))
    assert reading.note == "tức ngày 8 và 9-12 Âm lịch"


def test_empty() -> None:
    assert [parse_date(value).kind for value in (None, "", " - ")] == [Kind.EMPTY] * 3


def test_dates_and_symbols_in_running_text() -> None:
    title = "(Kèm theo Quyết định số 718-QĐ/TU, ngày 14/12/2022 của Ban Thường vụ Tỉnh ủy; Quy định 26 - QĐ/TƯ)"
    assert find_dates(title) == [SIGNED]
    assert find_symbols(title) == ["718-QĐ/TU", "26-QĐ/TU"]


@pytest.mark.parametrize(
    ("typed", "symbol"),
    [
        ("26-QĐ/TU", "26-QĐ/TU"),
        ("26-QĐ/TƯ", "26-QĐ/TU"),
        ("số 26 - QĐ/TU", "26-QĐ/TU"),
        ("16 - HD/BTCTW", "16-HD/BTCTW"),
        ("Số: 12/BC-SNV", "12/BC-SNV"),
        ("Số 12-BC/ĐU", "12-BC/ĐU"),
        ("31-QĐi/TU", "31-QĐi/TU"),
    ],
)
def test_symbols(typed: str, symbol: str) -> None:
    assert normalise_symbol(typed) == symbol


@given(st.dates(date(1990, 1, 1), date(2099, 12, 31)))
def test_every_way_of_writing_a_day_is_read_back(day: date) -> None:
    for write in (formats.day, formats.day_party, formats.day_document, date.isoformat):
        assert parse_date(write(day)).start == day


@given(st.text(max_size=30))
def test_nothing_typed_breaks_the_reader(typed: str) -> None:
    assert isinstance(parse_date(typed).kind, Kind)
