"""A post is said with its agency, and no word twice."""

from __future__ import annotations

import pytest

from diaban.people.rules.posts import post_said


@pytest.mark.parametrize(
    ("title", "agency", "said"),
    [
        ("Phó Chánh Văn phòng", "Văn phòng Tỉnh ủy", "Phó Chánh Văn phòng Tỉnh ủy"),
        ("Trưởng ban", "Ban Dân vận Tỉnh ủy", "Trưởng ban Dân vận Tỉnh ủy"),
        ("Phó Giám đốc", "Sở Nội vụ", "Phó Giám đốc Sở Nội vụ"),
        ("Giám đốc Sở Nông nghiệp", "Sở Nông nghiệp", "Giám đốc Sở Nông nghiệp"),
        ("Phó Giám đốc Sở", "Sở Y tế", "Phó Giám đốc Sở Y tế"),
        ("Chủ tịch", "Hội Nông dân tỉnh", "Chủ tịch Hội Nông dân tỉnh"),
        ("Giám đốc Sở Nội vụ Hoà Bình", "Sở Nội vụ Hòa Bình", "Giám đốc Sở Nội vụ Hoà Bình"),
        ("", "Sở Y tế", "Sở Y tế"),
    ],
)
def test_a_post_is_said_with_its_agency(title: str, agency: str, said: str) -> None:
    assert post_said(title, agency) == said
