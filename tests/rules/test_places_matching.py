"""From typed names to units: what is exact, what is asked, what is none."""

import unicodedata
from datetime import date
from functools import cache

import pytest
from hypothesis import given
from hypothesis import strategies as st

from diaban.kit.text import fold
from diaban.places.rules.gazetteer import Gazetteer
from diaban.places.rules.lists import former_names, listed_links, listed_units
from diaban.places.rules.matching import Match, MatchState, gazetteer_of, match

OLD, ASSIGNED, NEW = date(2024, 12, 31), date(2022, 12, 14), date(2026, 1, 1)
EXACT, ASK, NONE = MatchState.EXACT, MatchState.ASK, MatchState.NONE


@cache
def gazetteer(on: date) -> Gazetteer:
    return gazetteer_of(listed_units(), listed_links(), former_names(), on)


def find(ward: str, district: str, province: str, on: date = OLD) -> Match:
    return match(gazetteer(on), ward=ward, district=district, province=province)


@pytest.mark.parametrize(
    ("ward", "district", "province", "code"),
    [
        ("Xã Pà Cò", "Huyện Mai Châu", "Tỉnh Hòa Bình", "05209"),
        ("Pà Cò", "Mai Châu", "Hoà Bình", "05209"),
        ("X. Pà Cò", "H. Mai Châu", "T. Hòa Bình", "05209"),
        ("xã  PÀ CÒ\u200b", "h.mai châu", "tỉnh  Hòa\u00a0Bình", "05209"),
        ("P. Tân Hoà", "TP. Hoà Bình", "Hoà Bình", "04792"),
        ("phường Tân Hòa", "Tp.Hòa Bình", "Hòa Bình", "04792"),
        ("TT Đà Bắc", "Ðà Bắc", "Hòa Bình", "04831"),
        ("Phường 05", "Q. 8", "TP.HCM", "27418"),
        ("P5", "Q8", "Hồ Chí Minh", "27418"),
        ("Phường 5", "Quận 8", "Thành phố Hồ Chí Minh", "27418"),
        ("Văn Miếu-Quốc Tử Giám", "Đống Đa", "Hà Nội", "00181"),
        ("P Rao", "Đông Giang", "Quảng Nam", "20467"),
        ("M’đrắk", "M`Đrắk", "Đắk Lắk", "24412"),
        ("Long Phú (Xã)", "Long Phú", "Sóc Trăng", "31669"),
        ("Long Phú (Thị trấn )", "Long Phú", "Sóc Trăng", "31639"),
        ("Mỹ Trà", "Cao Lãnh (Thành phố)", "Đồng Tháp", "29887"),
        ("Pà Cò", "", "Hòa Bình", "05209"),
        ("", "Huyện Côn Đảo", "Bà Rịa-Vũng Tàu", "755"),
        ("Xã Tân Pheo", "Đà Bắc", "Hòa Bình", "04849"),
    ],
)
def test_one_unit_is_meant(ward: str, district: str, province: str, code: str) -> None:
    found = find(ward, district, province)
    assert (found.state, found.code, found.candidates) == (EXACT, code, ())


@pytest.mark.parametrize(
    ("ward", "district", "province", "candidates"),
    [
        ("Xã Cao Sơn", "", "Hòa Bình", {"04876", "04957"}),
        ("Yên Viên", "Gia Lâm", "Hà Nội", {"00526", "00532"}),
        ("Ba To", "Ba To", "Quang Ngai", {"21484", "21523"}),
        ("Ba To", "Ba Tơ", "Quảng Ngãi", {"21484", "21523"}),
        ("Pa Co", "Mai Chau", "Hoa Binh", {"05209"}),
        ("Mỹ Quí", "Tháp Mười", "Đồng Tháp", {"30055"}),
        ("Nhơn Bình", "Qui Nhơn", "Bình Định", {"21550"}),
        ("Phường Pà Cò", "Mai Châu", "Hòa Bình", {"05209"}),
        ("Tăng Nhơn Phú A", "Quận 9", "Hồ Chí Minh", {"26842"}),
        ("Hòa Tú 2", "Mỹ Xuyên", "Sóc Trăng", {"31729"}),
    ],
)
def test_a_person_is_asked(ward: str, district: str, province: str, candidates: set[str]) -> None:
    found = find(ward, district, province)
    assert (found.state, found.code) == (ASK, "")
    assert set(found.candidates) == candidates


def test_a_name_that_is_gone_leads_to_where_its_place_is_now() -> None:
    found = find("Khánh Lộc", "Can Lộc", "Hà Tĩnh")
    assert (found.state, found.candidates) == (NONE, ("18466",))
    assert "Khánh Vĩnh Yên" in found.message
    assert find("Can Hồ", "Si Ma Cai", "Lào Cai").candidates == ("02827",)


def test_a_name_of_the_neighbouring_list_says_so() -> None:
    assert find("Trung Tự", "Đống Đa", "Hà Nội", ASSIGNED).former is False
    found = find("Trung Tự", "Đống Đa", "Hà Nội", OLD)
    assert (found.state, found.code, found.former) == (EXACT, "00226", True)
    later = find("Phương Liên - Trung Tự", "Đống Đa", "Hà Nội", ASSIGNED)
    assert (later.state, later.code, later.former) == (EXACT, "00226", True)


def test_after_the_reform_a_district_speaks_of_the_old_map() -> None:
    assert find("Xã Pà Cò", "", "Phú Thọ", NEW).code == "05212"
    old = find("Xã Pà Cò", "Mai Châu", "Hòa Bình", NEW)
    assert (old.state, old.candidates) == (NONE, ("05212",))
    assert find("Xã Pà Cò", "", "Hòa Bình", NEW).state is NONE


def test_a_remark_in_brackets_is_kept_apart() -> None:
    found = find("Xã Pà Cò (phần còn lại)", "Mai Châu", "Hòa Bình")
    assert (found.code, found.remark) == ("05209", "phần còn lại")


def test_nothing_is_decided_without_a_province() -> None:
    assert find("Xã Pà Cò", "Mai Châu", "").state is NONE


UNITS = [entry for entry in gazetteer(OLD).entries if entry.current and len(entry.code) == 5]
DRESSES = [
    lambda text: unicodedata.normalize("NFD", text),
    str.upper,
    str.lower,
    lambda text: "  " + text.replace(" ", " \u00a0 ") + "\t",
    lambda text: text.replace("Đ", "Ð"),
    lambda text: text.replace("'", "’"),
    "\u200b".join,
]


@given(entry=st.sampled_from(UNITS), dress=st.sampled_from(DRESSES))
def test_dress_never_changes_the_answer(entry, dress) -> None:  # type: ignore[no-untyped-def]  # a strategy gives them
    district = f"{entry.district.kind.label} {entry.district.key}"
    plain = find(entry.name, district, entry.province.key)
    dressed = find(dress(entry.name), dress(district), dress(entry.province.key))
    assert dressed == plain


@given(entry=st.sampled_from(UNITS))
def test_a_full_name_is_its_own_unit(entry) -> None:  # type: ignore[no-untyped-def]  # a strategy gives them
    found = find(entry.name, f"{entry.district.kind.label} {entry.district.key}", entry.province.key)
    assert found.code in {entry.code, ""}
    assert found.state is EXACT or entry.code in found.candidates


@given(entry=st.sampled_from(UNITS))
def test_a_name_that_lost_its_marks_is_never_exact(entry) -> None:  # type: ignore[no-untyped-def]  # a strategy gives them
    bare = fold(entry.key)
    found = find(bare, fold(entry.district.key), fold(entry.province.key))
    assert found.state is not EXACT or bare == entry.key.replace("'", "")


@given(st.text(max_size=30), st.text(max_size=30), st.text(max_size=30))
def test_any_text_gets_an_answer(ward: str, district: str, province: str) -> None:
    found = find(ward, district, province)
    assert (found.state is EXACT) == bool(found.code)
