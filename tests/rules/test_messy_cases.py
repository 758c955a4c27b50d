"""The published cases that an importer meets in officials' files, by number: each is tested, here or elsewhere."""

from __future__ import annotations

import csv as csv_module
import unicodedata
from collections.abc import Callable
from datetime import date
from decimal import Decimal

import pytest

from diaban.assignments.understanding import Entry
from diaban.assignments.understanding.gazetteer import ListedGazetteer
from diaban.assignments.understanding.people import people_in
from diaban.kit.dates import Kind, parse_date
from diaban.kit.docno import normalise_symbol
from diaban.kit.money import parse_decimal, parse_vnd
from diaban.kit.text import fold, fold_tone_placement, nfc
from tests.rules.sheet_files import HEADER, SIGNED, codes, csv, gazetteer, only, setting, understood, xlsx
from tests.shared import shared

Check = Callable[[], None]
CASES: dict[str, Check] = {}
ELSEWHERE = {
    "M18": "tests of diaban.places: a name without its province is never matched",
    "M22": "tests of diaban.places: an island district without communes is itself the place",
    "M25": "tests of diaban.places: former names",
}


def case(*numbers: str) -> Callable[[Check], Check]:
    def enter(check: Check) -> Check:
        CASES.update(dict.fromkeys(numbers, check))
        return check

    return enter


def same(*texts: str) -> bool:
    return len({fold_tone_placement(text) for text in texts}) == 1


def commune_row(ward: str, district: str = "Huyện Mai Châu", province: str = "17") -> Entry:
    """An import of one row that names a commune so."""
    row = [1, "Bùi Văn An", "Phó Giám đốc", "Sở Nội vụ", ward, district, "14/12/2022"]
    return only(xlsx([HEADER, row]), setting(province))


def dated_row(day: object) -> Entry:
    row = [1, "Bùi Văn An", "Phó Giám đốc", "Sở Nội vụ", "Xã Pà Cò", "Huyện Mai Châu", day]
    return only(xlsx([HEADER, row]))


def named_row(name: str) -> list[Entry]:
    row = [1, name, "Phó Giám đốc", "Sở Nội vụ", "Xã Pà Cò", "Huyện Mai Châu", "14/12/2022"]
    return understood(xlsx([HEADER, row])).entries


# text


@case("M01", "M02", "M03")
def spelling_variants() -> None:
    assert same("Phường Yên Hoà", "Phường Yên Hòa")
    assert same("Tỉnh uỷ", "Tỉnh ủy")
    assert fold("Tỉnh uỷ") in fold("Tỉnh ủy Hoà Bình")
    decomposed = unicodedata.normalize("NFD", "Xã Vầy Nưa")
    assert nfc(decomposed) == "Xã Vầy Nưa"
    assert codes(commune_row(decomposed, "Huyện Đà Bắc")) == codes(commune_row("Xã Vầy Nưa", "Huyện Đà Bắc")) != []


@case("M04")
def eth() -> None:
    assert nfc("Ðức") == "Đức"
    assert named_row("Bùi Văn Ðức")[0].cadre == "Bùi Văn Đức"
    assert codes(commune_row("Xã Tòng Ðậu")) == codes(commune_row("Xã Tòng Đậu")) != []


@case("M05", "M14")
def spaces() -> None:
    assert nfc("Xã  Bắc Đông Quan") == "Xã Bắc Đông Quan"
    assert codes(commune_row("Xã \u00a0Pà\u200b\tCò ")) == codes(commune_row("Xã Pà Cò")) != []


@case("M06")
def case_of_the_unit_word() -> None:
    assert [unit.name for unit in commune_row("Thị Trấn Mai Châu").communes] == ["Thị trấn Mai Châu"]
    assert [unit.name for unit in commune_row("xã PÀ CÒ").communes] == ["Xã Pà Cò"]


@case("M07", "M08")
def apostrophes_and_dashes() -> None:
    assert same("Xã M'Drắk", "Xã M’Drắk")
    assert same("Cư M’gar", "Cư M'Gar")
    assert same("Văn Miếu - Quốc Tử Giám", "Văn Miếu-Quốc Tử Giám")
    assert codes(commune_row("Xã Quảng Hiệp", "Huyện Cư M’gar", "66")) != []


@case("M09", "M10", "M11")
def other_spellings_are_proposed() -> None:
    for ward, district, province, meant in [
        ("Xã A Xan", "Huyện Tây Giang", "49", "Xã A Xan"),
        ("Xã Axan", "Huyện Tây Giang", "49", "Xã A Xan"),
        ("Xã Mỹ Quí", "Huyện Tháp Mười", "87", "Xã Mỹ Quý"),
        ("Xã Đăk Pơ Pho", "Huyện Kông Chro", "64", "Xã Đăk Pơ Pho"),
    ]:
        entry = commune_row(ward, district, province)
        offered = [choice.label for question in entry.questions for choice in question.choices]
        assert entry.state != "error", ward
        if entry.state == "ask":
            assert entry.communes == []
            assert any(label.startswith(meant) for label in offered), (ward, offered)
        else:
            assert [unit.name for unit in entry.communes] == [ward]


@case("M13")
def a_remark_in_parentheses() -> None:
    entry = commune_row("Xã Pà Cò (phần còn lại sau khi sáp nhập)")
    assert codes(entry) == codes(commune_row("Xã Pà Cò"))
    assert any("phần còn lại" in message for message in entry.messages)


# units


@case("M15")
def without_marks() -> None:
    entry = commune_row("Ba To", "", "51")
    assert entry.state == "ask"
    assert {choice.value for choice in entry.questions[0].choices} >= {"21484"}
    after = ListedGazetteer("51", date(2025, 7, 1)).match("Ba To", "", "")
    assert {unit.code for unit in after.candidates} == {"21484", "21523"}


@case("M17")
def a_name_that_stands_twice() -> None:
    entry = commune_row("Xã Cao Sơn", "")
    assert entry.state == "ask"
    assert len(entry.questions[0].choices) == 2
    assert codes(commune_row("Xã Cao Sơn", "Huyện Đà Bắc")) != codes(commune_row("Xã Cao Sơn", "Huyện Lương Sơn"))


@case("M19")
def codes_as_numbers() -> None:
    header = ["STT", "Họ và tên", "Cơ quan", "Mã xã"]
    told = setting(starts_on=SIGNED)
    for code in (5212, 5212.0, "05212"):
        assert codes(only(xlsx([header, [1, "Bùi Văn An", "Sở Nội vụ", code]]), told)) == ["05212"]
    refused = only(xlsx([header, [1, "Bùi Văn An", "Sở Nội vụ", "5212"]]), told)
    assert (refused.state, refused.messages[0][:6]) == ("error", "Ô D2: ")


@case("M21")
def a_code_means_another_unit_on_another_day() -> None:
    old, new = gazetteer().commune("05212", ""), ListedGazetteer("25", date(2025, 7, 1)).commune("05212", "")
    assert old is not None
    assert new is not None
    assert (old.name, new.name) == ("Xã Hang Kia", "Xã Pà Cò")


@case("M23")
def the_kind_in_another_column_is_not_asked() -> None:
    header = ["STT", "Họ và tên", "Cơ quan", "Xã", "Huyện", "Ghi chú"]
    entry = only(
        xlsx([header, [1, "Bùi Văn An", "Sở Nội vụ", "Thị trấn Bo", "Kim Bôi", "Xã"]]), setting(starts_on=SIGNED)
    )
    assert [unit.name for unit in entry.communes] == ["Thị trấn Bo"]


@case("M24")
def abbreviated_unit_words() -> None:
    assert commune_row("TT Đà Bắc", "H. Đà Bắc").communes[0].name == "Thị trấn Đà Bắc"
    assert commune_row("P. Thống Nhất", "TP. Hòa Bình").communes[0].name == "Phường Thống Nhất"


# money


@case("M26", "M27", "M31", "M32", "M34", "M35", "M36")
def amounts() -> None:
    written = {
        "10.000.000": 10_000_000,
        "10,000,000": 10_000_000,
        "10 tỷ": 10**10,
        "10 tỉ": 10**10,
        "10 ty đồng": 10**10,
        "17, 5 tỷ đồng": 17_500_000_000,
        "1.405 tỷ": 1_405_000_000_000,
        "500 ngàn đồng": 500_000,
        "500 nghìn đồng": 500_000,
        "500.000đ": 500_000,
        "500k": 500_000,
        "182,6 triệu": 182_600_000,
    }
    assert {text: parse_vnd(text).dong for text in written} == written


@case("M28", "M29")
def counts_and_areas() -> None:
    assert parse_decimal("6.700,40") == Decimal("6700.40")
    assert parse_decimal("30,509") == 30509


@case("M30", "M37", "M39", "M41", "M42")
def amounts_with_something_beside_them() -> None:
    assert (parse_vnd("đang cập nhật").dong, parse_vnd("đang cập nhật").note) == (None, "đang cập nhật")
    assert [parse_vnd(text).qualifier for text in ("trên 10 tỷ", "gần 80 triệu", "khoảng 30 triệu")] == [
        "gt",
        "approx_lt",
        "approx",
    ]
    assert parse_vnd("tối thiểu 500 nghìn").qualifier == "min"
    assert parse_vnd("5 triệu đồng/hộ x 3 hộ").dong == 15_000_000
    assert parse_vnd(1.2e10).dong == 12_000_000_000
    assert all("âm" in parse_vnd(text).error for text in ("-5.000.000", "(5.000.000)"))


# dates


@case("M43", "M45", "M46", "M47")
def days() -> None:
    for typed in ("14/12/2022", "14-12-2022", "14.12.2022", "ngày 14 tháng 12 năm 2022", "14/12/22", 44909):
        assert dated_row(typed).starts_on == SIGNED
    assert dated_row("05/08/2024").starts_on == date(2024, 8, 5)
    assert dated_row("08/5/2024").starts_on == date(2024, 5, 8)


@case("M44")
def american_order() -> None:
    entry = dated_row("12/14/2022")
    assert (entry.state, entry.starts_on) == ("ask", None)
    assert entry.messages[0].startswith("Ô G2: «12/14/2022»")


@case("M48", "M50")
def moments_and_running_days() -> None:
    moment = parse_date("09/05/2024 14:52")
    assert (moment.start, str(moment.at)) == (date(2024, 5, 9), "14:52:00")
    span = parse_date("26 và 27-1 (tức ngày 8 và 9-12 Âm lịch)", year=2026)
    assert (span.start, span.end) == (date(2026, 1, 26), date(2026, 1, 27))


@case("M51")
def periods() -> None:
    for typed in ("6/2022", "quý I/2023", "6 tháng đầu năm 2024", "năm 2023"):
        assert parse_date(typed).kind is Kind.PERIOD
        assert dated_row(typed).state == "ask"


@case("M52")
def days_that_never_were() -> None:
    for typed, why in (("31/9/2023", "tháng 9"), ("29/02/2023", "tháng 2 năm 2023")):
        entry = dated_row(typed)
        assert (entry.state, entry.row) == ("error", 2)
        assert entry.messages == [f"Ô G2: «{typed}»: {why} không có ngày {typed[:2]}."]


# document numbers


@case("M53", "M54", "M55", "M56")
def symbols() -> None:
    assert {normalise_symbol(text) for text in ("26-QĐ/TU", "26-QĐ/TƯ", "số 26 - QĐ/TU")} == {"26-QĐ/TU"}
    assert normalise_symbol("16 - HD/BTCTW") == "16-HD/BTCTW"
    assert [normalise_symbol(text) for text in ("Số: 12/BC-SNV", "Số 12-BC/ĐU")] == ["12/BC-SNV", "12-BC/ĐU"]
    assert normalise_symbol("31-QĐi/TU") != normalise_symbol("31-QĐ/TU")


# names


@case("M57")
def cases_of_a_name() -> None:
    assert [entry.cadre for entry in named_row("NGUYỄN VĂN A") + named_row("Nguyễn văn A")] == ["Nguyễn Văn A"] * 2
    unmarked = named_row("nguyen van a")[0]
    assert (unmarked.cadre, unmarked.state) == ("Nguyen Van A", "ask")


@case("M58")
def titles_and_posts() -> None:
    for typed in (
        "Đ/c Nguyễn Văn A",
        "Đồng chí Nguyễn Văn A",
        "Ông Nguyễn Văn A",
        "Ông/Bà: Nguyễn Văn A",
        "đ/c. Nguyễn Văn A",
    ):
        assert named_row(typed)[0].cadre == "Nguyễn Văn A"
    assert people_in("Bùi Thị B - PGĐ Sở")[0].name == "Bùi Thị B"
    row = [1, "Bùi Thị B - PGĐ Sở", "Sở Tư pháp", "Xã Pà Cò", "Mai Châu"]
    entry = only(xlsx([["STT", "Họ và tên", "Cơ quan", "Xã", "Huyện"], row]))
    assert (entry.cadre, entry.post, entry.agency) == ("Bùi Thị B", "Phó Giám đốc Sở", "Sở Tư pháp")


@case("M59")
def ethnic_names() -> None:
    for name in ("K’Brông", "Y Thông Niê", "Giàng A Páo", "H’Hen Niê", "Páo"):
        entry = named_row(name)[0]
        assert (entry.cadre, entry.state) == (name, "ok")


@case("M60")
def two_persons_in_a_cell() -> None:
    for sign in ("\n", "; ", " và "):
        entries = named_row(f"Nguyễn Văn A{sign}Bùi Thị B")
        assert [entry.cadre for entry in entries] == ["Nguyễn Văn A", "Bùi Thị B"]
        assert {entry.state for entry in entries} == {"ask"}


# sheets


TITLE = [
    ["TỈNH ỦY HÒA BÌNH", None, None, "ĐẢNG CỘNG SẢN VIỆT NAM"],
    ["*", None, None, "Hòa Bình, ngày 12 tháng 12 năm 2022"],
    ["DANH SÁCH"],
    ["Cán bộ lãnh đạo các cơ quan, đơn vị cấp tỉnh theo dõi các xã, phường, thị trấn"],
    ["(Kèm theo Quyết định số 718-QĐ/TU, ngày 14/12/2022 của Ban Thường vụ Tỉnh ủy)"],
    [],
]


@case("M62", "M63", "M64", "M65", "M66", "M67")
def a_list_as_offices_make_it() -> None:
    rows = [
        *TITLE,
        ["TT", "Họ và tên", "Chức vụ, đơn vị công tác", "Địa bàn theo dõi", None, "Ghi chú"],
        [None, None, None, "Xã", "Huyện"],
        ["I. Huyện Mai Châu"],
        [1, "Nguyễn Văn A", "Phó Giám đốc Sở Nội vụ", "Pà Cò"],
        [None, None, None, "Hang Kia"],
        [None, None, None, "Cun Pheo"],
        ["II. Huyện Đà Bắc"],
        ["1a", "Bùi Thị B", "Phó Trưởng Ban Dân vận Tỉnh ủy", "Cao Sơn"],
        ["III", "Trần Văn C", "Bí thư Tỉnh đoàn", "Xã Tiền Phong"],
        ["Tổng cộng", None, None, "5 xã"],
        ["Nơi nhận:", None, None, "T/M BAN THƯỜNG VỤ"],
        ["- Như trên", None, None, "PHÓ BÍ THƯ"],
        [None, None, None, "Nguyễn Văn X"],
    ]
    merges = ["A7:A8", "B7:B8", "C7:C8", "D7:E7", "F7:F8", "A9:F9", "A10:A12", "B10:B12", "C10:C12", "A13:F13"]
    result = understood(xlsx(rows, merges))
    assert result.counts() == {"ok": 3, "ask": 0, "error": 0}
    assert [(entry.row, entry.cadre, entry.post, entry.agency) for entry in result.entries] == [
        (10, "Nguyễn Văn A", "Phó Giám đốc", "Sở Nội vụ"),
        (14, "Bùi Thị B", "Phó Trưởng Ban", "Ban Dân vận Tỉnh ủy"),
        (15, "Trần Văn C", "Bí thư", "Tỉnh đoàn"),
    ]
    assert [codes(entry) for entry in result.entries] == [["05209", "05212", "05224"], ["04876"], ["04888"]]
    assert {entry.starts_on for entry in result.entries} == {SIGNED}
    assert result.decision == "718-QĐ/TU"


@case("M68")
def an_old_workbook_of_odd_size() -> None:
    from tests.rules.test_kit_sheets import old_workbook

    content = old_workbook(
        [HEADER, [1, "Bùi Văn An", "Phó Giám đốc", "Sở Nội vụ", "Xã Pà Cò", "Mai Châu", "14/12/2022"]]
    )
    assert codes(only(content + b"\0" * 100)) == ["05209"]


@case("M70")
def delimited_text() -> None:
    rows = [HEADER, [1, "Bùi Văn An", "Phó Giám đốc", "Sở Nội vụ", "Pà Cò, Hang Kia", "Mai Châu", "14/12/2022"]]
    for separator, encoding in [
        (",", "utf-8-sig"),
        (";", "utf-8"),
        ("\t", "utf-16"),
        (";", "utf-16-le"),
        (",", "utf-16-be"),
    ]:
        entry = only(csv(rows, separator, encoding))
        assert (entry.state, codes(entry)) == ("ok", ["05209", "05212"])


@case("M71", "M72")
def hidden_parts_and_broken_formulas() -> None:
    from tests.rules.test_kit_sheets import hidden_workbook

    result = understood(hidden_workbook())
    assert [(entry.cadre, entry.state) for entry in result.entries] == [("Bùi Văn An", "ok"), ("Hà Thị Lan", "error")]
    assert result.notes == ["Không đọc phần đang ẩn: 1 dòng, 1 cột, 1 trang tính."]
    assert result.entries[1].messages[0].startswith("Ô E4: «#REF!» là lỗi công thức")


@case("M73", "M75")
def old_fonts() -> None:
    lists = {
        ".VnTime": [["Sè TT", "Hä vµ tªn", "Chøc vô", "C¬ quan", "X·", "HuyÖn"],
                    [1, "Bïi ThÞ B", "Phã Gi¸m ®èc", "Së Néi vô", "X· Pµ Cß", "Mai Ch©u"]],
        "VNI-Times": [["Soá TT", "Hoï vaø teân", "Chöùc vuï", "Cô quan", "Xaõ", "Huyeän"],
                      [1, "Buøi Thò B", "Phoù Giaùm ñoác", "Sôû Noäi vuï", "Xaõ Paø Coø", "Mai Chaâu"]],
    }  # fmt: skip
    for font, rows in lists.items():
        entry = only(xlsx(rows, font=font), setting(starts_on=SIGNED))
        assert (entry.cadre, entry.post, entry.agency) == ("Bùi Thị B", "Phó Giám đốc", "Sở Nội vụ")
        assert codes(entry) == ["05209"]


@pytest.mark.parametrize("number", sorted(CASES))
def test_case(number: str) -> None:
    CASES[number]()


def test_every_published_case_has_its_test() -> None:
    with shared("messy_cases.csv").open(encoding="utf-8", newline="") as file:
        published = {row["id"] for row in csv_module.DictReader(file)}
    assert published - set(CASES) == set(ELSEWHERE)
