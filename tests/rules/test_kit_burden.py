"""What the forms of a year cost, by form and role."""

from __future__ import annotations

from diaban.kit.burden import Burden, Use, summarise


def test_a_year_by_form_and_role_the_heaviest_first() -> None:
    uses = [
        Use("chuyen-di", "cadre", 40, 9),
        Use("chuyen-di", "cadre", 60, 12),
        Use("chuyen-di", "cadre", 200, 10),
        Use("chuyen-di", "board", 30, 8),
        Use("phieu-nhan-xet", "commune", 3600, 20),
    ]
    assert summarise(uses) == [
        Burden("phieu-nhan-xet", "commune", 1, 3600, 20, 1.0),
        Burden("chuyen-di", "cadre", 3, 60, 10, 300 / 3600),
        Burden("chuyen-di", "board", 1, 30, 8, 30 / 3600),
    ]


def test_what_no_script_counted_is_taken_to_cost_the_mean() -> None:
    [line] = summarise([Use("a", "cadre", 60, 4), Use("a", "cadre", None, 6), Use("a", "cadre", 120, 5)])
    assert (line.count, line.median_seconds, line.median_fields, line.hours) == (3, 90, 5, 270 / 3600)


def test_without_any_seconds_there_are_no_hours() -> None:
    assert summarise([Use("a", "cadre", None, 4)]) == [Burden("a", "cadre", 1, None, 4, None)]
    assert summarise([]) == []
