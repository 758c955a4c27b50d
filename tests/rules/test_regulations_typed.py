"""A value of a rule set is typed as people write it; what cannot be is said in a sentence."""

from __future__ import annotations

import pytest

from diaban.kit.enums import Labelled
from diaban.regulations.rules import PARAMETERS, AtMost, MonthDay
from diaban.regulations.rules.typed import choices_of, example_of, read, several_of, written


@pytest.mark.parametrize("key", list(PARAMETERS))
def test_what_is_shown_is_read_back(key: str) -> None:
    default = PARAMETERS[key].default
    if isinstance(default, bool) or choices_of(key) or several_of(key):
        with pytest.raises(ValueError, match="chọn trong danh sách"):
            read(key, "x")
        return
    assert read(key, written(default)) == default


@pytest.mark.parametrize(
    ("key", "text", "value"),
    [
        ("difficulty_answer_days", " 20 ", 20),
        ("half_year_due_day", "5-7", MonthDay(7, 5)),
        ("reminder_days_before", "10,5", (10, 5)),
        ("ladder_programme_days_late", "0, 3, -", AtMost(0, 3, None)),
    ],
)
def test_people_write_freely(key: str, text: str, value: object) -> None:
    assert read(key, text) == value


@pytest.mark.parametrize(
    ("key", "text", "sentence"),
    [
        ("difficulty_answer_days", "-1", "không phải một số nguyên"),
        ("difficulty_answer_days", "mười", "không phải một số nguyên"),
        ("half_year_due_day", "31/6", "không phải một ngày có hằng năm"),
        ("half_year_due_day", "29/2", "không phải một ngày có hằng năm"),
        ("half_year_due_day", "", "không phải một ngày"),
        ("reminder_days_before", "7,,3", "không phải một số nguyên"),
        ("ladder_programme_days_late", "1, 2", "Cần ba bậc"),
        ("ladder_programme_days_late", "5, 0, -", "bậc cao hơn phải đòi hỏi"),
    ],
)
def test_what_cannot_be_is_said(key: str, text: str, sentence: str) -> None:
    with pytest.raises(ValueError, match="(?i)" + sentence):
        read(key, text)


def test_a_parameter_is_typed_or_chosen() -> None:
    assert all(issubclass(kind, Labelled) for key in PARAMETERS if (kind := choices_of(key) or several_of(key)))
    assert example_of("half_year_due_day") == "ngày/tháng, ví dụ 30/11"
