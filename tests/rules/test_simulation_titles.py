"""Titles are merged with the agency's name."""

import pytest

from diaban.simulation.rules.names import OF_LEADERS, agency_names
from diaban.simulation.rules.titles import leader_title


@pytest.mark.parametrize(
    ("agency", "rank", "title"),
    [
        ("Văn phòng Tỉnh ủy", 1, "Phó Chánh Văn phòng Tỉnh ủy"),
        ("Ban Tổ chức Tỉnh ủy", 0, "Trưởng Ban Tổ chức Tỉnh ủy"),
        ("Sở Y tế", 2, "Phó Giám đốc Sở Y tế"),
        ("Ủy ban Kiểm tra Tỉnh ủy", 0, "Chủ nhiệm Ủy ban Kiểm tra Tỉnh ủy"),
        ("Ủy ban MTTQ Việt Nam tỉnh", 1, "Phó Chủ tịch Ủy ban MTTQ Việt Nam tỉnh"),
        ("Tỉnh đoàn", 1, "Phó Bí thư Tỉnh đoàn"),
        ("Thanh tra tỉnh", 0, "Chánh Thanh tra tỉnh"),
        ("Cục Thuế tỉnh", 1, "Phó Cục trưởng Cục Thuế tỉnh"),
    ],
)
def test_a_title_says_no_word_twice(agency: str, rank: int, title: str) -> None:
    assert leader_title(agency, rank=rank) == title


def test_agencies_are_those_of_their_time() -> None:
    before, after = ({name for _, name in agency_names(year)} for year in (2023, 2026))
    assert (len(before), len(after)) == (45, 26)
    assert ("Sở Giao thông vận tải" in before, "Sở Giao thông vận tải" in after) == (True, False)


def test_the_names_given_to_nobody_are_read_whole() -> None:
    assert "Võ Nguyên Giáp" in OF_LEADERS
    assert all(name and name == name.strip() for name in OF_LEADERS)
