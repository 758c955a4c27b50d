"""Charts say their finding aloud, carry no inline style, and draw what they are told."""

from __future__ import annotations

import re
from xml.etree import ElementTree

import pytest

from diaban.kit import charts

ALL = [
    charts.spark([1, 3, 2], label="Ngày theo tháng"),
    charts.strip([1, 0, 2], name="Xã Pà Cò"),
    charts.bars12([1.2, 0.4], target=1, top=2, label="Dưới 1 ngày ở tháng 2"),
    charts.hbar(3, top=12),
    charts.ratio(111, total=118, cls="ok"),
    charts.trend([1, 2], [1] * 12, names=("2023", "2022"), top=4, ticks=[2], text=str, label="Đạt 2 tỷ đồng"),
    charts.capmeter(24, cap=20),
]


@pytest.mark.parametrize("svg", ALL)
def test_a_chart_is_well_formed_and_carries_no_style_or_script(svg: str) -> None:
    ElementTree.fromstring(svg)
    assert not re.search(r"style=|<script|onload", svg)


def test_a_label_is_escaped() -> None:
    assert 'aria-label="Xã &lt;b&gt; &#34;A&#34;"' in charts.spark([1, 2], label='Xã <b> "A"')


def test_the_strip_reads_out_each_month_and_marks_those_under_the_minimum() -> None:
    drawn = charts.strip([1, 0, 2.5], name="Xã Pà Cò")
    assert (
        'aria-label="Xã Pà Cò. Số ngày đi cơ sở tháng 1: 1, tháng 2: 0, tháng 3: 2,5; các tháng còn lại chưa đến"'
        in drawn
    )
    assert (drawn.count('class="miss"'), drawn.count("cell sf")) == (1, 9)


def test_a_month_that_is_not_over_is_not_marked_as_short() -> None:
    drawn = charts.strip([1, 0, 0], name="Xã Pà Cò", running=True)
    assert "tháng 2: 0, tháng 3 (chưa hết): 0; các tháng còn lại chưa đến" in drawn
    assert (drawn.count('class="miss"'), drawn.count("s0t"), drawn.count("sft")) == (1, 1, 1)
    assert charts.strip([0, 1], running=True).count('class="cell s2"') == 1


def test_a_bar_under_the_target_gets_a_cap() -> None:
    assert charts.bars12([1, 0.9, 1.5], target=1, top=2, label="x").count('class="cap"') == 1


@pytest.mark.parametrize(("done", "total", "width"), [(0, 0, "0.0%"), (5, 4, "100.0%"), (1, 4, "25.0%")])
def test_a_ratio_stays_between_nothing_and_all(done: int, total: int, width: str) -> None:
    assert f'class="bar" width="{width}"' in charts.ratio(done, total=total)


def test_the_cap_meter_crosses_whoever_is_beyond_the_cap() -> None:
    drawn = charts.capmeter(24, cap=20)
    assert (drawn.count('class="u"'), drawn.count('class="o"'), drawn.count("×")) == (20, 4, 4)


def test_a_first_year_has_no_line_of_the_year_before() -> None:
    drawn = charts.trend([1, 2], [], names=("2023", "2022"), top=4, ticks=[2], text=str, label="x")
    assert ("ln prev" in drawn, "2022" in drawn) == (False, False)
