"""Files of assignments as offices really make them, and what is understood of each."""

from __future__ import annotations

import unicodedata
from datetime import date, datetime
from typing import Any

import pytest
from openpyxl.styles import Font
from openpyxl.worksheet.worksheet import Worksheet

from diaban.assignments.understanding import Setting
from diaban.assignments.understanding.headings import roles_of
from diaban.assignments.understanding.survey import LAST_DAY_OF_DISTRICTS, day_to_match, province_of, survey
from diaban.kit.sheets import FileRefused, read_book
from tests.rules.sheet_files import (
    AGENCIES,
    AN,
    BINH,
    LIST,
    SIGNED,
    Rows,
    codes,
    csv,
    fill,
    gazetteer,
    only,
    read,
    saved,
    setting,
    shown,
    understood,
    workbook,
    xlsx,
)
from tests.rules.test_kit_sheets import old_workbook

TODAY = date(2026, 11, 24)


# headings


@pytest.mark.parametrize(
    ("role", "headings"),
    [
        ("order", ["STT", "Số TT", "TT", "Số thứ tự"]),
        ("name", ["Họ và tên", "HỌ TÊN CÁN BỘ", "Cán bộ theo dõi", "Họ và tên đ/c lãnh đạo", "Lãnh đạo phụ trách"]),
        ("post", ["Chức vụ", "Chức danh", "Chức vụ hiện nay", "Chức vụ chính quyền"]),
        ("agency", ["Cơ quan, đơn vị", "Đơn vị công tác", "Sở, ban, ngành", "Nơi công tác", "Đơn vị"]),
        ("commune", ["Xã", "Xã/phường", "Xã, phường, thị trấn được phân công theo dõi", "Địa bàn", "Đơn vị theo dõi"]),
        ("district", ["Huyện", "Quận/Huyện", "Huyện, thành phố", "Thuộc huyện", "Đảng bộ huyện, thành phố"]),
        ("starts", ["Từ ngày", "Ngày bắt đầu", "Thời gian bắt đầu", "Ngày phân công", "Hiệu lực từ"]),
        ("other", ["Năm sinh", "Ngày, tháng, năm sinh", "Số điện thoại", "Số xã", "Giới tính"]),
    ],
)
def test_headings(role: str, headings: list[str]) -> None:
    for heading in headings:
        assert {found.value for found in roles_of(heading)} == {role}, heading


def test_what_is_no_heading() -> None:
    for text in ("Xã Pà Cò", "Phan Thị Chi", "Phường Quang Tiến", "Sở Nội vụ", "Bùi Văn An", ""):
        assert roles_of(text) == set(), text


def test_a_vague_heading_takes_its_parents_meaning() -> None:
    assert {role.value for role in roles_of("Tên", "Địa bàn theo dõi")} == {"commune"}
    assert {role.value for role in roles_of("Đơn vị", "Địa bàn theo dõi")} == {"commune"}
    assert {role.value for role in roles_of("Huyện", "Địa bàn theo dõi")} == {"district"}


# layouts


ONE = [(3, "ok", "Nguyễn Văn An", ["05209"])]


def test_headers_of_two_and_three_rows_with_merges() -> None:
    two = [
        ["STT", "Cán bộ", None, None, "Địa bàn", None],
        [None, "Họ và tên", "Chức vụ", "Cơ quan", "Tên xã", "Huyện"],
        [1, "Nguyễn Văn An", "Phó Giám đốc", "Sở Nội vụ", "Pà Cò", "Mai Châu"],
    ]
    assert shown(read(two, ("A1:A2", "B1:D1", "E1:F1"))) == ONE
    three = [
        ["STT", "Cán bộ theo dõi", None, None, "Địa bàn theo dõi", None],
        [None, "Họ và tên", "Công tác", None, "Xã", "Huyện"],
        [None, None, "Chức vụ", "Đơn vị", None, None],
        [1, "Nguyễn Văn An", "Phó Giám đốc", "Sở Nội vụ", "Pà Cò", "Mai Châu"],
    ]
    merges = ("A1:A3", "B1:D1", "E1:F1", "B2:B3", "C2:D2", "E2:E3", "F2:F3")
    entry = read(three, merges).entries[0]
    assert (entry.row, entry.post, entry.agency, codes(entry)) == (4, "Phó Giám đốc", "Sở Nội vụ", ["05209"])


def test_a_csv_that_lost_its_merges_and_counts_its_columns() -> None:
    rows = [
        ["DANH SÁCH", "", "", "", "", ""],
        ["STT", "Họ và tên", "Chức vụ, đơn vị", "Địa bàn theo dõi", "", "Ghi chú"],
        ["", "", "", "Xã", "Huyện", ""],
        ["(1)", "(2)", "(3)", "(4)", "(5)", "(6)"],
        [*AN, "Pà Cò", "Mai Châu", ""],
    ]
    assert shown(understood(csv(rows), setting(starts_on=SIGNED))) == [(5, "ok", "Nguyễn Văn An", ["05209"])]


def test_the_table_may_begin_with_the_district_or_the_commune() -> None:
    rows = [
        ["Huyện", "STT", "Xã, phường, thị trấn", "Họ và tên", "Chức vụ", "Cơ quan"],
        ["Mai Châu", 1, "Pà Cò", "Nguyễn Văn An", "Phó Giám đốc", "Sở Nội vụ"],
        [None, 2, "Hang Kia"],
        [None, 3, "Cun Pheo", "Bùi Thị Bình", "Giám đốc", "Sở Tư pháp"],
        ["Đà Bắc", 4, "Cao Sơn", "Lò Văn Cương", "Giám đốc", "Sở Tài chính"],
    ]
    assert shown(read(rows, ("A2:A4", "D2:D3", "E2:E3", "F2:F3"))) == [
        (2, "ok", "Nguyễn Văn An", ["05209", "05212"]),
        (4, "ok", "Bùi Thị Bình", ["05224"]),
        (5, "ok", "Lò Văn Cương", ["04876"]),
    ]


def test_groups_by_agency_and_by_district() -> None:
    by_agency = [
        ["TT", "Họ và tên", "Chức vụ", "Xã", "Huyện"],
        ["I", "Sở Nội vụ"],
        [1, "Nguyễn Văn An", "Giám đốc", "Pà Cò", "Mai Châu"],
        ["II", "SỞ TƯ PHÁP"],
        [1, "Bùi Thị Bình", "Giám đốc", "Hang Kia", "Mai Châu"],
    ]
    assert [entry.agency for entry in read(by_agency).entries] == ["Sở Nội vụ", "Sở Tư pháp"]
    by_district = [
        LIST[:4],
        ["II", "HUYỆN ĐÀ BẮC (02 xã)"],
        [*AN, "Cao Sơn"],
        [None, "Cộng huyện Đà Bắc", None, "1 xã"],
        ["1. Huyện Lương Sơn"],
        [*BINH, "Cao Sơn"],
    ]
    assert shown(read(by_district)) == [
        (3, "ok", "Nguyễn Văn An", ["04876"]),
        (6, "ok", "Bùi Thị Bình", ["04957"]),
    ]


def test_several_sheets_and_a_title_that_names_the_district() -> None:
    book = workbook([["DANH SÁCH HUYỆN LƯƠNG SƠN"], LIST[:4], [*AN, "Cao Sơn"]])
    fill(book.create_sheet("Đà Bắc"), [LIST[:4], [*BINH, "Cao Sơn"]])
    fill(book.create_sheet("Ghi chú"), [["việc khác"]])
    result = understood(saved(book), setting(starts_on=SIGNED))
    assert shown(result) == [(3, "ok", "Nguyễn Văn An", ["04957"]), (2, "ok", "Bùi Thị Bình", ["04876"])]
    assert result.notes == ["1 trang tính không có bảng phân công nên không đọc."]


@pytest.mark.parametrize(
    "ending",
    [
        [
            ["Tổng cộng: 01 đồng chí, 01 xã"],
            [None, None, None, "Hòa Bình, ngày 14 tháng 12 năm 2022"],
            [None, "Bùi Đức H"],
        ],
        [
            [None, "Nơi nhận:", None, "T/M TỈNH ỦY"],
            [None, "- Các huyện ủy", None, "PHÓ BÍ THƯ"],
            [None, None, None, "(Đã ký)"],
        ],
        [[], [None, None, None, "NGƯỜI LẬP BIỂU"], [None, None, None, "Bùi Đức H"]],
        [[], ["* Danh sách này gồm 01 đồng chí"], ["Ghi chú: (1) kiêm nhiệm"]],
        [["Cộng", None, None, 1]],
    ],
)
def test_what_stands_below_the_table_is_not_read(ending: Rows) -> None:
    assert shown(read([LIST, [*AN, "Pà Cò", "Mai Châu"], *ending])) == [(2, "ok", "Nguyễn Văn An", ["05209"])]


def test_the_header_again_on_the_next_page() -> None:
    rows = [LIST, [*AN, "Pà Cò", "Mai Châu"], [], LIST, [*BINH, "Hang Kia", "Mai Châu"]]
    assert shown(read(rows)) == [(2, "ok", "Nguyễn Văn An", ["05209"]), (5, "ok", "Bùi Thị Bình", ["05212"])]


def test_a_name_on_every_row_is_one_cadre() -> None:
    rows = [LIST, [*AN, "Pà Cò", "Mai Châu"], [2, *AN[1:], "Hang Kia", "Mai Châu"]]
    assert shown(read(rows)) == [(2, "ok", "Nguyễn Văn An", ["05209", "05212"])]


def test_old_workbooks_and_web_tables() -> None:
    rows: list[Any] = [["Sè TT", "Hä vµ tªn", "C¬ quan", "§Þa bµn", None], [None, None, None, "X·", "HuyÖn"]]
    rows += [[1, "Bïi ThÞ B×nh", "Së T­ ph¸p", "Pµ Cß", "Mai Ch©u"], [None, None, None, "Hang Kia", None]]
    merged = ((0, 1, 0, 0), (0, 1, 1, 1), (0, 1, 2, 2), (0, 0, 3, 4), (2, 3, 1, 1), (2, 3, 4, 4))
    old = understood(old_workbook(rows, ".VnTime", merged), setting(starts_on=SIGNED))
    assert shown(old) == [(3, "ok", "Bùi Thị Bình", ["05209", "05212"])]
    web = """<html><body><h3>DANH SÁCH</h3><table><tr><th rowspan=2>TT</th><th rowspan=2>Họ và tên</th>
    <th rowspan=2>Đơn vị</th><th colspan=2>Địa bàn</th></tr><tr><th>Xã</th><th>Huyện</th></tr>
    <tr><td rowspan=2>1</td><td rowspan=2>Bùi Thị Bình</td><td rowspan=2>Sở Tư pháp</td><td>Pà Cò</td>
    <td rowspan=2>Mai Châu</td></tr><tr><td>Hang Kia</td></tr></table></body></html>"""
    assert shown(understood(web.encode(), setting(starts_on=SIGNED))) == [(4, "ok", "Bùi Thị Bình", ["05209", "05212"])]


def test_fonts_cell_by_cell_capitals_and_decomposed_text() -> None:
    book = workbook([LIST, [*AN, "Pà Cò", "Mai Châu"]])
    sheet = book.active
    assert isinstance(sheet, Worksheet)
    cells = [("TrÇn V¨n C­êng", ".VnTime"), ("Giám đốc Sở Tài chính", "Arial"), ("Xaõ Cun Pheo", "VNI-Times")]
    for column, (text, font) in enumerate(cells, start=2):
        sheet.cell(3, column, text).font = Font(name=font)
    assert shown(understood(saved(book), setting(starts_on=SIGNED)))[1] == (3, "ok", "Trần Văn Cường", ["05224"])
    plain: Rows = [LIST, [*AN, "Pà Cò", "Mai Châu"]]
    loud: list[Any] = [[value.upper() if isinstance(value, str) else value for value in row] for row in plain]
    entry = read(loud).entries[0]
    assert (entry.cadre, entry.post, entry.agency) == ("Nguyễn Văn An", "Phó Giám đốc", "Sở Nội vụ")
    apart = [
        [unicodedata.normalize("NFD", value) if isinstance(value, str) else value for value in row] for row in loud
    ]
    assert shown(read(apart)) == [(2, "ok", "Nguyễn Văn An", ["05209"])]


def test_a_file_without_a_table_is_refused() -> None:
    with pytest.raises(FileRefused, match="Không tìm thấy dòng tiêu đề"):
        understood(xlsx([["Kính gửi"], ["một lá thư"]]))


# repeats and gaps


def test_one_commune_with_two_cadres_and_a_doubled_row() -> None:
    rows = [LIST, [*AN, "Pà Cò", "Mai Châu"], [*AN, "Pà Cò", "Mai Châu"], [*BINH, "Xã Pà Cò", "Mai Châu"]]
    result = read(rows)
    assert [entry.state.value for entry in result.entries] == ["ask", "ask", "ask"]
    assert result.entries[1].messages[0].startswith("Dòng 3 lặp lại dòng 2")
    assert "có hai cán bộ" in result.entries[2].messages[0]
    merged = read([LIST, [*AN, "Pà Cò", "Mai Châu"], BINH], ("D2:D3", "E2:E3"))
    assert [entry.state.value for entry in merged.entries] == ["ask", "ask"]


def test_rows_with_something_missing() -> None:
    rows = [LIST, [*AN, None, "Mai Châu"], [2, None, "Giám đốc Sở Tư pháp", "Pà Cò", "Mai Châu"]]
    rows += [
        [3, "Lò Văn Cương", "Giám đốc Sở Tài chính", "Hang Kia", "Mai Châu"],
        [4, None, None, "Cun Pheo", "Mai Châu"],
    ]
    result = read(rows)
    assert [(entry.state.value, entry.messages) for entry in result.entries] == [
        ("error", ["Dòng 2: «Nguyễn Văn An» chưa ghi xã, phường, thị trấn nào."]),
        ("error", ["Dòng 3: thiếu họ và tên cán bộ."]),
        ("ok", []),
        ("ask", ["Dòng 5: không ghi họ và tên; vẫn là «Lò Văn Cương» (dòng 4) phải không?"]),
    ]


def test_starting_days() -> None:
    header = ["STT", "Họ và tên", "Cơ quan", "Xã", "Huyện", "Thời gian"]
    written = [datetime(2022, 12, 14), "Từ 14/12/2022 đến 31/12/2025", "từ tháng 12/2022", "2020-2025", 44909, None]  # noqa: DTZ001 -- as Excel and papers write it
    wards = ["Pà Cò", "Hang Kia", "Cun Pheo", "Mai Hạ", "Mai Hịch", "Bao La"]
    rows = [
        [n, f"Bùi Văn {ward}", "Sở Nội vụ", ward, "Mai Châu", day]
        for n, (ward, day) in enumerate(zip(wards, written, strict=True))
    ]
    result = read([header, *rows])
    assert [entry.state.value for entry in result.entries] == ["ok", "ok", "ask", "ask", "ok", "ok"]
    assert [entry.starts_on for entry in result.entries] == [SIGNED, SIGNED, None, None, SIGNED, SIGNED]


def test_a_file_without_any_day_or_agency_is_asked_about_as_a_whole() -> None:
    result = understood(xlsx([["STT", "Họ và tên", "Xã", "Huyện"], [1, "Nguyễn Văn An", "Pà Cò", "Mai Châu"]]))
    assert result.counts() == {"ok": 1, "ask": 0, "error": 0}
    assert [sentence.split(";")[0] for sentence in result.missing] == [
        "Tệp không ghi ngày bắt đầu theo dõi",
        "Tệp không ghi cơ quan của cán bộ",
    ]


# what the file says of itself


def surveyed(rows: Rows) -> tuple[str | None, date]:
    found = survey(read_book(xlsx(rows)))
    on = day_to_match(found, starts_on=None, today=TODAY, province=None)
    return province_of(found, on), on


def test_the_province_and_the_day_come_from_the_file() -> None:
    titled = [
        ["TỈNH ỦY HÒA BÌNH"],
        ["Kèm theo Quyết định số 718-QĐ/TU ngày 14/12/2022"],
        LIST,
        [*AN, "Pà Cò", "Mai Châu"],
    ]
    assert surveyed(titled) == ("17", SIGNED)
    assert surveyed([LIST, [*AN, "Pà Cò, Hang Kia, Cun Pheo", "Mai Châu"]]) == ("17", LAST_DAY_OF_DISTRICTS)
    assert surveyed([LIST[:4], [*AN, "Xã Pà Cò"]]) == ("25", TODAY)
    assert surveyed([LIST[:4], [*AN, "Xã Tân Thành"]])[0] is None


def test_a_list_after_the_reform() -> None:
    places = gazetteer("25", date(2025, 7, 1))
    told = Setting(places, "25", places.province_name, AGENCIES, date(2025, 8, 1))
    rows = [
        ["STT", "Họ và tên", "Cơ quan", "Xã, phường"],
        [1, "Nguyễn Văn An", "Sở Nội vụ", "Xã Pà Cò, phường Hòa Bình"],
    ]
    assert codes(only(xlsx(rows), told)) == ["05212", "04795"]


def test_a_column_that_mixes_dates_and_text_is_told_about() -> None:
    header = ["STT", "Họ và tên", "Cơ quan", "Xã", "Huyện", "Từ ngày"]
    rows = [[1, "Nguyễn Văn An", "Sở Nội vụ", "Pà Cò", "Mai Châu", datetime(2023, 5, 8)]]  # noqa: DTZ001 -- as Excel and papers write it
    rows += [[2, "Bùi Thị Bình", "Sở Tư pháp", "Hang Kia", "Mai Châu", "15/8/2023"]]
    assert read([header, *rows]).notes == [
        "Cột ngày lẫn ngày và chữ: Excel có thể đã đảo ngày và tháng ở các ô F2; hãy kiểm tra lại."
    ]


def test_the_last_day_is_kept_as_the_first_day_without() -> None:
    header = [*LIST, "Từ ngày", "Đến ngày"]
    entry = read([header, [*AN, "Pà Cò", "Mai Châu", "14/12/2022", "30/6/2025"]]).entries[0]
    assert (entry.starts_on, entry.ends_on, entry.messages) == (SIGNED, date(2025, 7, 1), [])
    turned = read([header, [*AN, "Pà Cò", "Mai Châu", "14/12/2022", "30/6/2022"]]).entries[0]
    assert turned.messages == ["Dòng 2: ngày kết thúc 30/06/2022 đứng trước ngày bắt đầu."]
    unclear = read([header, [*AN, "Pà Cò", "Mai Châu", "14/12/2022", "năm 2025"]]).entries[0]
    assert unclear.messages == ["Ô G2: «năm 2025» là một khoảng thời gian; kết thúc ngày nào?"]


def test_one_thing_over_two_columns() -> None:
    rows = [["STT", "Họ và tên", None, "Đơn vị", "Xã"], [1, "Nguyễn Văn", "An", "Sở Nội vụ", "Pà Cò"]]
    assert read(rows, ("B1:C1",)).entries[0].cadre == "Nguyễn Văn An"
    rows = [["STT", "Họ đệm", "Tên", "Đơn vị", "Xã"], [1, "Nguyễn Văn", "An", "Sở Nội vụ", "Pà Cò"]]
    assert read(rows).entries[0].cadre == "Nguyễn Văn An"
    rows = [["STT", "Họ và tên", "Chức vụ Đảng", "Chức vụ chính quyền", "Đơn vị", "Xã"]]
    rows += [[1, "Nguyễn Văn An", "Tỉnh ủy viên", "Giám đốc", "Sở Nội vụ", "Pà Cò"]]
    assert read(rows).entries[0].post == "Tỉnh ủy viên, Giám đốc"


def test_the_day_of_the_decision_in_its_own_column() -> None:
    header = ["STT", "Họ và tên", "Đơn vị", "Xã", "Quyết định"]
    rows = [header, [1, "Nguyễn Văn An", "Sở Nội vụ", "Pà Cò", "718-QĐ/TU ngày 14/12/2022"]]
    assert only(xlsx(rows)).starts_on == SIGNED
