"""Words find records without tone marks, however the tone is placed and whatever stands around them."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from diaban.fieldwork.models import Visit
from diaban.fieldwork.policies import visible_visits
from diaban.kit.search import FROM, TO, matching, words_of
from diaban.kit.text import VIETNAMESE_LETTERS, fold
from tests import make

OUTCOME = "Làm việc với Đảng ủy xã về đường Hòa Bình – Thuỷ Điện, theo 26-QĐ/TU; hẹn 12.500 cây giống."


@pytest.mark.django_db
@pytest.mark.parametrize(
    "asked",
    ["hòa bình", "Hoà Bình", "HOA BINH", "thuy dien", "Thủy Điện", "dang uy", "Đảng uỷ", "26-QĐ/TU", "qd tu", "12.500",
     "cay giong", "gio", "bình hòa", "  đường  ", "", "!!!"],
)  # fmt: skip
def test_a_visit_is_found_by_the_words_of_its_outcome(asked: str) -> None:
    world = make.world()
    visit = make.visit(world.at_pa_co)
    Visit.objects.filter(pk=visit.pk).update(outcome=OUTCOME)

    assert list(matching(Visit.objects.all(), asked)) == [visit]


@pytest.mark.django_db
@pytest.mark.parametrize("asked", ["hoa binh xa xoi", "iong", "cây & giống | gà", "sơn la", "khong:*"])
def test_every_word_must_be_there_from_its_beginning(asked: str) -> None:
    world = make.world()
    visit = make.visit(world.at_pa_co)
    Visit.objects.filter(pk=visit.pk).update(outcome=OUTCOME)

    assert not matching(Visit.objects.all(), asked).exists()


@pytest.mark.django_db
def test_nothing_out_of_scope_is_found() -> None:
    world = make.world()
    make.visit(world.at_pa_co)
    own = make.visit(world.at_hang_kia, on=date(2023, 3, 16))
    assert list(matching(visible_visits(world.as_son), "dang uy")) == [own]


def test_the_database_folds_letters_as_the_product_does() -> None:
    table = dict(zip(FROM, TO, strict=False))
    assert {letter: table.get(letter, letter) for letter in VIETNAMESE_LETTERS if not letter.isascii()} == {
        letter: fold(letter) for letter in VIETNAMESE_LETTERS if not letter.isascii()
    }


@settings(max_examples=60)
@given(st.text(max_size=600))
def test_no_question_is_ever_an_operator(asked: str) -> None:
    assert all(word.isascii() and word.isalnum() and word == word.lower() for word in words_of(asked))
    assert len(words_of(asked)) <= 12
