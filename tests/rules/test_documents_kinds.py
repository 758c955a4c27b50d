"""Numbers, symbols and dates in the Party's form and in the State's."""

from datetime import date

import pytest

from diaban.documents.rules.kinds import (
    Authority,
    DocumentKind,
    Form,
    authority_line,
    date_line,
    number_line,
    numbered,
    symbol_of,
)
from diaban.documents.rules.layout import PARTY_2018, STATE_2020, layout_on


def test_the_party_writes_no_colon_and_a_slash() -> None:
    assert number_line(26, symbol_of(DocumentKind.REGULATION, "TU")) == "Số 26-QĐ/TU"


def test_the_state_writes_a_colon_and_two_digits() -> None:
    symbol = symbol_of(DocumentKind.REPORT, "SNV", form=Form.STATE)
    assert number_line(5, symbol, form=Form.STATE) == "Số: 05/BC-SNV"


def test_a_draft_has_a_blank_for_its_number_and_day() -> None:
    assert numbered(None, "BC/BTCTU") == "……-BC/BTCTU"
    assert date_line("Hòa Bình", None) == "Hòa Bình, ngày …… tháng …… năm ……"


@pytest.mark.parametrize(
    ("on", "line"),
    [
        (date(2018, 2, 20), "Hạ Long, ngày 20 tháng 02 năm 2018"),
        (date(2024, 5, 8), "Hạ Long, ngày 08 tháng 5 năm 2024"),
    ],
)
def test_the_date_line_is_written_the_official_way(on: date, line: str) -> None:
    assert date_line("Hạ Long", on) == line


def test_two_types_share_one_abbreviation_and_stay_two_types() -> None:
    assert DocumentKind.REGULATION.abbreviation == DocumentKind.DECISION.abbreviation == "QĐ"
    assert DocumentKind.REGULATION.type_name == "QUY ĐỊNH"


def test_every_type_has_an_abbreviation() -> None:
    assert all(kind.abbreviation for kind in DocumentKind)


def test_one_signs_with_slashes_in_the_party_and_with_dots_in_the_state() -> None:
    assert authority_line(Authority.DEPUTY, "TRƯỞNG BAN") == "K/T TRƯỞNG BAN"
    assert authority_line(Authority.COLLECTIVE, "ỦY BAN NHÂN DÂN", form=Form.STATE) == "TM. ỦY BAN NHÂN DÂN"


def test_a_paper_has_the_look_of_its_day() -> None:
    assert layout_on(date(2024, 12, 20), form=Form.PARTY) == PARTY_2018
    assert layout_on(None, form=Form.STATE) == STATE_2020
    assert layout_on(date(2010, 1, 1), form=Form.PARTY) == PARTY_2018
