"""What stands in one cell of a list: several communes, several cadres, a post and an agency in one."""

from __future__ import annotations

from typing import Any

import pytest

from diaban.assignments.understanding.agencies import Agencies
from diaban.assignments.understanding.communes import communes_in
from diaban.assignments.understanding.people import people_in
from tests.rules.sheet_files import (
    AGENCIES,
    AN,
    LIST,
    SIGNED,
    codes,
    place,
    read,
    setting,
    shown,
    understood,
    xlsx,
)

# communes


@pytest.mark.parametrize(
    "text",
    [
        "Xã Pà Cò và Hang Kia",
        "Pà Cò, Hang Kia",
        "2 xã: Pà Cò, Hang Kia",
        "02 xã (Pà Cò, Hang Kia)",
        "Các xã: Pà Cò, Hang Kia",
        "Pà Cò - Hang Kia",
        "Pà Cò/Hang Kia",
        "xã Pà Cò; xã Hang Kia (huyện Mai Châu)",
        "xã Pà Cò, xã Hang Kia, huyện Mai Châu",
        "Huyện Mai Châu: Pà Cò, Hang Kia",
        "1. Pà Cò\n2. Hang Kia",
        "- Xã Pà Cò\n- Xã Hang Kia",
        "PÀ CÒ; HANG KIA.",
        "Đảng bộ xã Pà Cò, UBND xã Hang Kia",
        "xã Pà Cò + xã Hang Kia thuộc huyện Mai Châu",
    ],
)
def test_two_communes_in_one_cell(text: str) -> None:
    entry = place(text)
    assert (entry.state.value, codes(entry)) == ("ok", ["05209", "05212"])


def test_districts_in_a_cell() -> None:
    text = "Huyện Mai Châu: Pà Cò; Huyện Đà Bắc: Cao Sơn; xã Cao Sơn (Lương Sơn)"
    assert codes(place(text)) == ["05209", "04876", "04957"]
    assert communes_in("xã Độc Lập, TP Hòa Bình")[0].district == "TP Hòa Bình"


@pytest.mark.parametrize("text", ["Pà Cò, Mai Châu", "Xã Pà Cò - Mai Châu"])
def test_a_district_without_its_word_is_asked_about(text: str) -> None:
    entry = place(text)
    assert entry.state == "ask"
    assert "Huyện Mai Châu hay cả Thị trấn Mai Châu?" in entry.messages[0]


@pytest.mark.parametrize("text", ["Xã Không Có", "Toàn huyện Mai Châu", "12"])
def test_unknown_communes_are_errors_with_their_cell(text: str) -> None:
    entry = place(text)
    assert entry.state == "error"
    assert entry.messages[0].startswith(f"Ô D2: không tìm thấy «{text.partition(' huyện')[0]}")


def test_a_district_that_does_not_hold_the_commune_is_asked_about() -> None:
    entry = read([LIST, [*AN, "Toàn Sơn", "Mai Châu"]]).entries[0]
    assert (entry.state.value, [choice.value for choice in entry.questions[0].choices]) == ("ask", ["04879"])


# people, posts, agencies


def test_people_of_a_cell() -> None:
    def names(text: str) -> list[str]:
        return [person.name for person in people_in(text)]

    assert names("Đ/c Nguyễn Văn A\nPhó Giám đốc Sở") == ["Nguyễn Văn A"]
    assert names("Nguyễn Văn\nAn") == ["Nguyễn Văn An"]
    assert names("Giàng A Páo\nK’Brông") == ["Giàng A Páo", "K’Brông"]
    assert names("1. Nguyễn Văn A 2. Bùi Thị B") == ["Nguyễn Văn A", "Bùi Thị B"]
    assert names("Nguyễn Văn A, Bùi Thị B") == ["Nguyễn Văn A", "Bùi Thị B"]
    assert names("Ông Lò Văn Chung (Phó Giám đốc)") == ["Lò Văn Chung"]
    assert names("ThS. BS. Hà Thị Lan") == ["Hà Thị Lan"]
    assert people_in("Bùi Thị B - PGĐ Sở")[0].post == "PGĐ Sở"


@pytest.mark.parametrize(
    ("text", "post", "agency"),
    [
        ("PGĐ Sở NN&PTNT", "Phó Giám đốc", "Sở Nông nghiệp và Phát triển nông thôn"),
        ("PGĐ Sở LĐ-TB&XH", "Phó Giám đốc", "Sở Lao động - Thương binh và Xã hội"),
        ("Phó Giám đốc Sở VHTT&DL", "Phó Giám đốc", "Sở Văn hóa, Thể thao và Du lịch"),
        ("Tỉnh ủy viên, Giám đốc Sở Nội vụ", "Tỉnh ủy viên, Giám đốc", "Sở Nội vụ"),
        ("Phó trưởng Ban Tổ chức TU", "Phó trưởng Ban", "Ban Tổ chức Tỉnh ủy"),
        ("Phó Chánh Văn phòng Tỉnh uỷ Hoà Bình", "Phó Chánh Văn phòng", "Văn phòng Tỉnh ủy"),
        ("Chánh Thanh tra tỉnh", "Chánh Thanh tra", "Thanh tra tỉnh"),
        ("Giám đốc CA tỉnh", "Giám đốc", "Công an tỉnh"),
        ("Chỉ huy trưởng Bộ CHQS tỉnh", "Chỉ huy trưởng", "Bộ Chỉ huy Quân sự tỉnh"),
        ("Phó Chủ tịch UB MTTQ Việt Nam tỉnh", "Phó Chủ tịch", "Ủy ban MTTQ Việt Nam tỉnh"),
        ("Giám đốc Sở Tài chính, Bí thư chi bộ", "Giám đốc, Bí thư chi bộ", "Sở Tài chính"),
        ("Sở Nội vụ - Phó Giám đốc", "Phó Giám đốc", "Sở Nội vụ"),
        ("Phó Cục trưởng Cục Thuế tỉnh", "Phó Cục trưởng", "Cục Thuế tỉnh"),
        ("Phó Giám đốc Bệnh viện đa khoa tỉnh", "Phó Giám đốc", "Bệnh viện đa khoa tỉnh"),
        ("Phó Giám đốc", "Phó Giám đốc", ""),
    ],
)
def test_post_and_agency_in_one_cell(text: str, post: str, agency: str) -> None:
    assert Agencies.of(AGENCIES, "Tỉnh Hòa Bình").split(text) == (post, agency)


def test_an_agency_that_looks_like_a_known_one_is_asked_about() -> None:
    header = ["STT", "Họ và tên", "Chức vụ", "Cơ quan", "Xã", "Huyện"]
    rows = [header, [1, "Nguyễn Văn An", "Phó Trưởng Ban", "Ban Dân vận", "Pà Cò", "Mai Châu"]]
    rows += [[2, "Bùi Thị Bình", "Phó Giám đốc", "Bệnh viện đa khoa tỉnh", "Hang Kia", "Mai Châu"]]
    rows += [[3, "Lò Văn Cương", "Phó Giám đốc", None, "Cun Pheo", "Mai Châu"]]
    asked, new, missing = read(rows).entries
    assert [choice.value for choice in asked.questions[0].choices] == ["Ban Dân vận Tỉnh ủy", "giu-nguyen"]
    assert (new.state.value, new.messages) == (
        "ok",
        ["«Bệnh viện đa khoa tỉnh» chưa có trong danh mục cơ quan; sẽ được thêm."],
    )
    assert missing.messages == ["Dòng 4: chưa ghi cơ quan của «Lò Văn Cương»; thuộc cơ quan nào?"]


def test_two_cadres_in_one_cell_are_paired_or_asked_about() -> None:
    two = "Nguyễn Văn An\nBùi Thị Bình"
    paired = read([LIST, [1, two, "Phó Giám đốc Sở Nội vụ\nGiám đốc Sở Tư pháp", "Pà Cò\nHang Kia", "Mai Châu"]])
    assert shown(paired) == [(2, "ok", "Nguyễn Văn An", ["05209"]), (2, "ok", "Bùi Thị Bình", ["05212"])]
    assert [entry.agency for entry in paired.entries] == ["Sở Nội vụ", "Sở Tư pháp"]
    unclear = read([LIST, [1, two, "Phó Giám đốc Sở Nội vụ", "Pà Cò, Hang Kia, Cun Pheo", "Mai Châu"]])
    assert [entry.state.value for entry in unclear.entries] == ["ask", "ask"]
    answers = {question.key: "05209" for entry in unclear.entries for question in entry.questions[:1]}
    told = setting(starts_on=SIGNED, answers=answers)
    again = understood(xlsx([LIST, [1, two, "Phó Giám đốc Sở Nội vụ", "Pà Cò, Hang Kia, Cun Pheo", "Mai Châu"]]), told)
    assert [codes(entry) for entry in again.entries] == [["05209"], ["05209"]]


def test_cells_wrapped_by_hand() -> None:
    rows: list[Any] = [["STT", "Họ và\ntên", "Chức vụ,\nđơn vị", "Xã,\nphường,\nthị trấn"]]
    rows += [[1, "Hà Thị\nLan", "Phó Giám đốc\nSở Nội vụ", "Xã\nPà Cò"]]
    rows += [[2, "Lò Văn Sáng", "Phó Giám đốc Sở\nTư pháp", "Xã Hang\nKia"]]
    result = read(rows)
    assert shown(result) == [(2, "ok", "Hà Thị Lan", ["05209"]), (3, "ok", "Lò Văn Sáng", ["05212"])]
    assert [entry.agency for entry in result.entries] == ["Sở Nội vụ", "Sở Tư pháp"]


def test_a_remark_in_parentheses_is_no_district() -> None:
    entry = place("Xã Pà Cò (Khu vực III)")
    assert (codes(entry), entry.messages) == (["05209"], ["Ô D2: ghi chú «Khu vực III» bên Xã Pà Cò."])
    assert codes(place("Xã Cao Sơn (Đà Bắc)")) == ["04876"]
    assert place("Xã Cao Sơn (Khu vực III)").state == "ask"
