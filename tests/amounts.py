"""Amounts as people type them, for the reader of the server and for that of the page: the two must say the same."""

from __future__ import annotations

from collections.abc import Iterator
from random import Random

TYPED = [
    "12,5 triệu", "12.5 triệu", "12,5tr", "12,5 TRIỆU", "12 trđ", "10 tỷ", "10 tỉ", "10 ty đồng", "17, 5 tỷ đồng",
    "1.405 tỷ", "1,250 tỷ", "1 tỷ 250 triệu đồng", "1 tỷ 250", "500 ngàn", "500 nghìn đồng", "500k", "500.000đ",
    "500.000 VNĐ", "500.000 ₫", "12.500.000", "12,500,000", "12500000", "6.700.000,00", "182,6 triệu", "0", "0 đồng",
    "500", "999", "1000", "500 đồng", "12,5", "1.5", "1.2.3", "1,2,3", "-5 triệu", "−5.000.000", "(5.000.000)",
    "+5 triệu", "trên 10 tỷ", "khoảng 30 triệu", "gần 80 triệu", "tối thiểu 500 nghìn", "mười triệu", "đang cập nhật",
    "chưa có", "x", "-", "—", "...", "######", "", " ", "10 triệu 5 tỷ", "5 triệu 5 triệu", "5 con bò",
    "5 triệu đồng/hộ x 3 hộ", "5 triệu x 3", "2,5 triệu × 4 nhà", "1.000.000 * 12",
    "5 triệu x 1,5", "5 triệu x ba", "5 triệu x 1.2.3", "5x3",
    "100.000 tỷ", "100.001 tỷ", "0,1 tỷ", "0,0000001 tỷ", "0,0005 nghìn", "1,0005 nghìn 0,5", "12.500.000 đồng.",
    "12.500.000 dong", "12 500 000", "1.250 triệu", "1.250,5 triệu", "1,250.5 triệu", "01.000", "007", "7 triệu5",
    "5 triệuđ", "5 tr.", "5 tỷ.", "  12,5\u00a0triệu  ", "12,5 triê\u0323u", "12,5\u200b triệu", "1e6", "1/2 triệu",
    "1" * 15, "9" * 30, "1" * 81, "1." * 40, "0,00000000000000000000001 tỷ",
]  # fmt: skip
_UNITS = [
    ("tỷ", 10**9),
    ("triệu", 10**6),
    ("nghìn", 10**3),
    ("tr", 10**6),
    ("ngàn", 10**3),
    ("k", 10**3),
    ("tỉ đồng", 10**9),
]


def random_amounts(count: int, *, seed: int = 26) -> Iterator[str]:
    """Amounts of every size, each in one of the ways in which people write them."""
    random = Random(seed)
    for _ in range(count):
        dong = random.randrange(1, 10 ** random.randint(4, 14))
        name, unit = random.choice(_UNITS)
        whole, tenths = random.randrange(1, 10 ** random.randint(1, 4)), random.randrange(10)
        ways = [
            str(dong),
            f"{dong:,}",
            f"{dong:,}".replace(",", "."),
            f"{dong:,} đồng".replace(",", "."),
            f"{whole},{tenths} {name}",
            f"{whole:,} {name}".replace(",", "."),
            f"{random.randrange(1, 99)} tỷ {random.randrange(1, 999)} triệu {random.randrange(1, 999)} nghìn",
            f"{whole * unit}đ",
        ]
        yield random.choice(ways)
