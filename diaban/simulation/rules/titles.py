"""Titles of an agency's leaders, merged with its name: "Phó Chánh Văn phòng Tỉnh ủy", not the word twice."""

from __future__ import annotations

_FORMS = (
    ("Văn phòng ", "Chánh Văn phòng {rest}", "Phó Chánh Văn phòng {rest}"),
    ("Thanh tra ", "Chánh Thanh tra {rest}", "Phó Chánh Thanh tra {rest}"),
    ("Ban ", "Trưởng Ban {rest}", "Phó Trưởng Ban {rest}"),
    ("Ủy ban Kiểm tra ", "Chủ nhiệm {name}", "Phó Chủ nhiệm {name}"),
    ("Ủy ban ", "Chủ tịch {name}", "Phó Chủ tịch {name}"),
    ("Hội ", "Chủ tịch {name}", "Phó Chủ tịch {name}"),
    ("Liên đoàn ", "Chủ tịch {name}", "Phó Chủ tịch {name}"),
    ("Đảng ủy ", "Bí thư {name}", "Phó Bí thư {name}"),
    ("Tỉnh đoàn", "Bí thư {name}", "Phó Bí thư {name}"),
    ("Trường ", "Hiệu trưởng {name}", "Phó Hiệu trưởng {name}"),
    ("Báo ", "Tổng Biên tập {name}", "Phó Tổng Biên tập {name}"),
    ("Cục ", "Cục trưởng {name}", "Phó Cục trưởng {name}"),
    ("Bộ Chỉ huy ", "Chỉ huy trưởng {name}", "Phó Chỉ huy trưởng {name}"),
    ("Viện kiểm sát ", "Viện trưởng {name}", "Phó Viện trưởng {name}"),
    ("Tòa án ", "Chánh án {name}", "Phó Chánh án {name}"),
    ("", "Giám đốc {name}", "Phó Giám đốc {name}"),
)


def leader_title(agency: str, *, rank: int) -> str:
    """Rank 0 leads, 1 to 4 are deputies, whoever comes after leads a division of the agency."""
    if rank > 4:
        return f"Trưởng phòng, {agency}"
    start, head, deputy = next(form for form in _FORMS if agency.startswith(form[0]))
    return (head if rank == 0 else deputy).format(rest=agency[len(start) :], name=agency)
