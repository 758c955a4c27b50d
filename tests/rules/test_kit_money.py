"""Amounts as officials type them, and đồng in words."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from diaban.kit.money import parse_decimal, parse_vnd, words_vnd


@pytest.mark.parametrize(
    ("text", "dong"),
    [
        ("10.000.000", 10_000_000),
        ("10,000,000", 10_000_000),
        ("10 tỷ", 10**10),
        ("10 tỉ", 10**10),
        ("10 ty đồng", 10**10),
        ("17, 5 tỷ đồng", 17_500_000_000),
        ("1.405 tỷ", 1_405_000_000_000),
        ("500 ngàn đồng", 500_000),
        ("500 nghìn đồng", 500_000),
        ("500.000đ", 500_000),
        ("500k", 500_000),
        ("500.000 VNĐ", 500_000),
        ("182,6 triệu", 182_600_000),
        ("12,5 triệu", 12_500_000),
        ("12.5 triệu", 12_500_000),
        ("1 tỷ 250 triệu đồng", 1_250_000_000),
        ("1,250 tỷ", 1_250_000_000),
        ("0", 0),
        (12_500_000.0, 12_500_000),
        (Decimal("1.2E+10"), 12_000_000_000),
        ("15 trđ", 15_000_000),
    ],
)
def test_amounts(text: str | float | Decimal, dong: int) -> None:
    assert parse_vnd(text).dong == dong


@pytest.mark.parametrize(
    ("text", "dong", "qualifier"),
    [
        ("trên 10 tỷ", 10**10, "gt"),
        ("Hơn 10 tỷ đồng", 10**10, "gt"),
        ("gần 80 triệu", 80_000_000, "approx_lt"),
        ("khoảng 30 triệu", 30_000_000, "approx"),
        ("tối thiểu 500 nghìn", 500_000, "min"),
    ],
)
def test_qualifiers(text: str, dong: int, qualifier: str) -> None:
    amount = parse_vnd(text)
    assert (amount.dong, amount.qualifier) == (dong, qualifier)


def test_a_unit_price_times_a_count_keeps_its_formula() -> None:
    amount = parse_vnd("5 triệu đồng/hộ x 3 hộ")
    assert (amount.dong, amount.formula) == (15_000_000, "5 triệu đồng/hộ x 3 hộ")


@pytest.mark.parametrize(
    "text",
    ["-5.000.000", "(5.000.000)", "−5 triệu", -5, "######", "mười triệu", "10 triệu 5 tỷ", "1.2.3", "12,5", "5 con bò"],
)
def test_refusals_say_the_text_and_the_reason(text: str | float) -> None:
    amount = parse_vnd(text)
    assert amount.dong is None
    assert f"«{text}»" in amount.error


def test_no_figure_is_a_note() -> None:
    assert parse_vnd("đang cập nhật").note == "đang cập nhật"
    assert parse_vnd("").dong is None
    assert parse_vnd(None).error == ""


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("6.700,40", "6700.40"),
        ("30,509", "30509"),
        ("30.509", "30509"),
        ("12,5", "12.5"),
        ("1,234.5", "1234.5"),
        ("-2", "-2"),
    ],
)
def test_numbers(text: str, value: str) -> None:
    assert parse_decimal(text) == Decimal(value)


def test_what_is_no_number() -> None:
    assert [parse_decimal(text) for text in ("", "abc", "1.23.4", "12 hộ")] == [None] * 4


@pytest.mark.parametrize(
    ("dong", "words"),
    [
        (0, "Không đồng"),
        (5, "Năm đồng"),
        (15, "Mười lăm đồng"),
        (21, "Hai mươi mốt đồng"),
        (24, "Hai mươi tư đồng"),
        (105, "Một trăm linh năm đồng"),
        (1_005, "Một nghìn không trăm linh năm đồng"),
        (12_500_000, "Mười hai triệu năm trăm nghìn đồng"),
        (10_000_000_000, "Mười tỷ đồng"),
        (1_000_000_005, "Một tỷ không trăm linh năm đồng"),
        (2_155_000, "Hai triệu một trăm năm mươi lăm nghìn đồng"),
        (1_405_000_000_000, "Một nghìn bốn trăm linh năm tỷ đồng"),
    ],
)
def test_words(dong: int, words: str) -> None:
    assert words_vnd(dong) == words


@given(st.integers(0, 10**15))
def test_thousands_in_either_writing_come_back(dong: int) -> None:
    assert parse_vnd(f"{dong:,}").dong == dong
    assert parse_vnd(f"{dong:,}".replace(",", ".")).dong == dong


@given(st.integers(1, 10**6), st.integers(0, 9))
def test_decimals_of_millions_come_back(whole: int, tenth: int) -> None:
    assert parse_vnd(f"{whole},{tenth} triệu đồng").dong == whole * 10**6 + tenth * 10**5


@given(st.integers(0, 10**12), st.integers(0, 10**12))
def test_words_tell_amounts_apart(one: int, other: int) -> None:
    assert (words_vnd(one) == words_vnd(other)) == (one == other)
