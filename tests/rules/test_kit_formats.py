"""Numbers, dates and money as Vietnamese offices write them."""

from datetime import date, datetime
from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from diaban.kit import formats
from diaban.kit.money import parse_vnd

EIGHTH = date(2024, 5, 8)


def test_numbers() -> None:
    assert [formats.number(n) for n in (1536, 12.2, -2, 0, 1234567.891)] == ["1.536", "12,2", "−2", "0", "1.234.567,89"]
    assert formats.number(12.25, 1) == "12,3"
    assert formats.number(3, 1) == "3,0"
    assert formats.number(Decimal("-0.001")) == "0"
    assert formats.number(None) == "—"


def test_shares() -> None:
    assert formats.percent(0.941) == "94,1\u00a0%"
    assert formats.percent(1) == "100\u00a0%"
    assert formats.percent_of(111, 118) == "94,1\u00a0%"
    assert formats.percent_of(0, 0) == "—"
    assert formats.ratio(111, 118) == "111/118"


def test_money() -> None:
    assert formats.money(12_500_000) == "12.500.000\u00a0₫"
    assert formats.money_document(12_500_000) == "12.500.000\u00a0đồng"
    assert formats.millions(412_500_000) == "412,5"
    assert formats.billions(12_460_000_000) == "12,46\u00a0tỷ"
    assert formats.billions_document(10_300_000_000) == "10,3\u00a0tỷ đồng"
    assert formats.billions_document(66_000_000) == "66\u00a0triệu đồng"


def test_sizes_of_files() -> None:
    assert [formats.file_size(size) for size in (1, 419_840, 4_000_000, 10 * 1024 * 1024)] == [
        "1\u00a0KB",
        "410\u00a0KB",
        "3,8\u00a0MB",
        "10\u00a0MB",
    ]


def test_dates() -> None:
    assert formats.day(date(2024, 11, 28)) == "28/11/2024"
    assert formats.day(None) == "—"
    assert [formats.day_party(d) for d in (EIGHTH, date(2018, 2, 20))] == ["08/5/2024", "20/02/2018"]
    assert formats.day_document(date(2018, 2, 20)) == "ngày 20 tháng 02 năm 2018"
    assert formats.day_weekday(date(2024, 11, 28)) == "Thứ Năm, ngày 28/11/2024"
    assert formats.day_margin(date(2024, 11, 25), year=2024) == "25 Th 11"
    assert formats.day_margin(date(2025, 1, 31), year=2024) == "31 01/2025"
    assert formats.moment(datetime(2024, 11, 28, 14, 5)) == "14:05 ngày 28/11/2024"  # noqa: DTZ001 -- as Excel and papers write it
    assert formats.period(date(2024, 1, 1), date(2025, 1, 1)) == "01/01/2024 – 31/12/2024"
    assert formats.period(EIGHTH, None) == "từ 08/05/2024"


def test_a_document_number_does_not_break() -> None:
    assert formats.symbol("26-QĐ/TU") == "26\u2011QĐ/TU"


@given(st.integers(0, 10**15))
def test_what_is_written_can_be_read_again(dong: int) -> None:
    assert parse_vnd(formats.money(dong)).dong == dong
    assert parse_vnd(formats.money_document(dong)).dong == dong
