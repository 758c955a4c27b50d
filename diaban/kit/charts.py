"""Charts drawn by the server as SVG: no script, no inline style (colours come from classes in styles/charts.css).

Charts with text have no viewBox: x in %, y in px, so that letters keep their size at any width. Lines live in a nested
<svg viewBox="0 0 100 100" preserveAspectRatio="none">. `label` must state the finding: it is what is read aloud.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Sequence
from itertools import accumulate
from typing import NamedTuple, SupportsFloat

from markupsafe import Markup, escape

MONTHS = 12
CELL = 26
"""Side of a month's cell in the strip, in px."""


class Scale(NamedTuple):
    """The top of an axis and the values at which it is ruled."""

    top: float
    ticks: list[float]


def nice_scale(maximum: SupportsFloat) -> Scale:
    """An axis with two to four round ticks (1, 2 or 5 times a power of ten) and room for a label above the maximum."""
    highest = float(maximum) or 1
    power = 10.0 ** math.floor(math.log10(highest))
    step = next(power * part for part in (0.2, 0.5, 1, 2, 5) if highest / (power * part) < 5)
    return Scale(highest * 1.12, [step * (index + 1) for index in range(int(highest / step))])


def shared_top(series: Iterable[Sequence[SupportsFloat]]) -> float:
    """The top of a scale that several small charts share: their highest value, with some air."""
    return max((float(value) for values in series for value in values), default=1) * 1.15 or 1


def cumulative(values: Iterable[SupportsFloat]) -> list[float]:
    """Running totals: what each month adds up to with those before it."""
    return list(accumulate(float(value) for value in values))


def halves(values: Iterable[int]) -> list[float]:
    """Half-days as days."""
    return [value / 2 for value in values]


def spark(numbers: Sequence[SupportsFloat], *, label: str) -> Markup:
    """A small line beside a printed figure; at least two values."""
    values = [float(number) for number in numbers]
    top = max(values) or 1
    heights = [100 - value * 92 / top - 4 for value in values]
    points = _points([index * 100 / (len(values) - 1) for index in range(len(values))], heights)
    dot = f'<circle class="dot" cx="100%" cy="{heights[-1]:.1f}%" r="2.6"/>'
    return _chart(_stretched(f'<polyline class="ln" points="{points}"/>') + dot, label=label, cls="spark", height=22)


def strip(days: Sequence[float], *, minimum: float = 1, name: str = "", running: bool = False) -> Markup:
    """Twelve cells of squared paper, one a month, each holding its number of days; months not yet come are dashed.

    `days` has one number for each month gone by; a month under `minimum` is outlined and underlined in red. With
    `running` the last of them is not over: it holds its number and is not judged.
    """
    over = len(days) - running
    cells = [_month(index, days[index], minimum, judged=index < over) for index in range(len(days))]
    cells += [_coming(index) for index in range(len(days), MONTHS)]
    told = ", ".join(
        f"tháng {index + 1}{'' if index < over else ' (chưa hết)'}: {_day_text(value)}"
        for index, value in enumerate(days)
    )
    rest = "; các tháng còn lại chưa đến" if len(days) < MONTHS else ""
    label = f"{name + '. ' if name else ''}Số ngày đi cơ sở {told}{rest}"
    return _scaled("".join(cells), label=label, cls="strip", box=f"0 0 {MONTHS * CELL} {CELL}")


def _month(index: int, value: float, minimum: float, *, judged: bool) -> str:
    x, short = index * CELL, value < minimum
    kind = "s2" if value == minimum else "s3" if not short else "sf" if not judged else "s1" if value else "s0"
    missing = f'<path class="miss" d="M{x + 2} {CELL - 2}h{CELL - 4}"/>' if short and judged else ""
    return (
        f'<rect class="cell {kind}" x="{x + 1}" y="1" width="{CELL - 2}" height="{CELL - 2}"/>{missing}'
        f'<text class="{kind}t" x="{x + CELL // 2}" y="17.6">{_day_text(value)}</text>'
    )


def _coming(index: int) -> str:
    side = CELL - 3
    return f'<rect class="cell sf" x="{index * CELL + 1.5}" y="1.5" width="{side}" height="{side}"/>'


def _day_text(value: float) -> str:
    return f"{value:g}".replace(".", ",")


def bars12(
    values: Sequence[SupportsFloat], *, target: SupportsFloat, top: float, label: str, height: int = 64
) -> Markup:
    """Small multiples: one bar a month on a scale shared by all (`top`), the target as a dashed line."""
    base, room, aim = height - 1, height - 8, float(target)
    bars = "".join(_bar(i, float(v), aim, base, round(float(v) / top * room)) for i, v in enumerate(values))
    level = base - round(aim / top * room) + 0.5
    lines = (
        f'<line class="target" x1="0" x2="100%" y1="{level}" y2="{level}"/>'
        f'<line class="axis" x1="0" x2="100%" y1="{base}" y2="{base}"/>'
    )
    return _chart(bars + lines, label=label, cls="bars", height=height)


def _bar(index: int, value: float, target: float, base: int, tall: int) -> str:
    tall, width = max(1, tall), 100 / MONTHS - 2
    place = f'x="{index * 100 / MONTHS + 1:.2f}%" y="{base - tall}" width="{width:.2f}%"'
    if value >= target:
        return f'<rect class="bar" {place} height="{tall}"/>'
    return f'<rect class="bar low" {place} height="{tall}"/><rect class="cap" {place} height="3"/>'


def hbar(value: SupportsFloat, *, top: SupportsFloat, cls: str = "bar") -> Markup:
    """A bar beside its printed value; it says nothing to a screen reader."""
    return _decoration(float(value) / float(top) if float(top) else 0, kind="hbar", cls=cls, height=8)


def ratio(done: float, *, total: float, cls: str = "") -> Markup:
    """A thin line under «done/total»: `ok` (what lacks is red), `due` (still running) or plain."""
    return _decoration(done / total if total else 0, kind=f"ratio {cls}".strip(), cls="bar", height=4)


def trend(
    current: Sequence[float],
    previous: Sequence[float],
    *,
    names: tuple[str, str],
    top: float,
    ticks: Sequence[float],
    text: Callable[[float], str],
    label: str,
    tick_text: Callable[[float], str] | None = None,
    height: int = 196,
) -> Markup:
    """Cumulative lines by month: this year solid with its area, last year dashed (may be empty); labelled directly."""
    head, tall = 14, height - 38

    def level(value: float) -> float:
        return head + tall * (1 - value / top)

    def line(values: Sequence[float], cls: str) -> str:
        points = _points([_middle(i) for i in range(len(values))], [100 * (1 - v / top) for v in values])
        return _stretched(f'<polyline class="{cls}" points="{points}"/>', y=head, height=tall)

    grid = "".join(_grid_line(level(tick), (tick_text or text)(tick)) for tick in ticks)
    area = _stretched(f'<polygon class="area" points="{_area(current, top)}"/>', y=head, height=tall)
    body = grid + area + (line(previous, "ln prev") if previous else "") + line(current, "ln cur")
    body += "".join(_month_name(index, height) for index in range(MONTHS))
    body += _end_label(current, names[0], level, text)
    if previous:
        body += _last_year_label(previous, names[1], level, text)
    return _chart(body, label=label, cls="trend", height=height)


def _middle(index: int) -> float:
    """The middle of a month across the width, in %."""
    return (index + 0.5) * 100 / MONTHS


def _area(values: Sequence[float], top: float) -> str:
    across = [_middle(index) for index in range(len(values))]
    line = _points(across, [100 * (1 - value / top) for value in values])
    return f"{across[0]:.2f},100 {line} {across[-1]:.2f},100"


def _grid_line(y: float, text: str) -> str:
    line = f'<line class="grid" x1="0" x2="100%" y1="{y:.1f}" y2="{y:.1f}"/>'
    return f'{line}<text class="tick" x="0" y="{y - 4:.1f}">{escape(text)}</text>'


def _month_name(index: int, height: int) -> str:
    cls = "tick mid opt" if index % 2 else "tick mid"
    return f'<text class="{cls}" x="{_middle(index):.2f}%" y="{height - 6}">T{index + 1}</text>'


def _end_label(
    values: Sequence[float], name: str, level: Callable[[float], float], text: Callable[[float], str]
) -> str:
    x, y = _middle(len(values) - 1), level(values[-1])
    words = f"{escape(name)}: {escape(text(values[-1]))}"
    return (
        f'<circle class="dot" cx="{x:.2f}%" cy="{y:.1f}" r="4"/>'
        f'<text class="val end" x="{x - 1:.2f}%" y="{y - 10:.1f}">{words}</text>'
    )


def _last_year_label(
    values: Sequence[float], name: str, level: Callable[[float], float], text: Callable[[float], str]
) -> str:
    y = level(values[-1]) + 32
    words = f"{escape(name)}: {escape(text(values[-1]))}"
    return f'<text class="val2 end" x="{_middle(MONTHS - 1) + 3:.2f}%" y="{y:.1f}">{words}</text>'


def capmeter(people: int, *, cap: int) -> Markup:
    """The cap of the top grade: one box a person, a line after the cap, a cross in each box beyond it."""
    width = 100 / max(people, cap, 1)
    boxes = "".join(_box(index, width, over=index >= cap) for index in range(people))
    edge = f'<line class="capline" x1="{cap * width:.2f}%" x2="{cap * width:.2f}%" y1="0" y2="32"/>'
    label = f"Đề xuất xuất sắc {people} người, trần {cap} người, vượt {max(0, people - cap)} người"
    return _chart(boxes + edge, label=label, cls="capm", height=32)


def _box(index: int, width: float, *, over: bool) -> str:
    x = index * width
    cross = f'<text class="x" x="{x + width / 2:.2f}%" y="20">×</text>' if over else ""
    place = f'x="{x + 0.25:.2f}%" y="6" width="{width - 0.5:.2f}%" height="20"'
    return f'<rect class="{"o" if over else "u"}" {place}/>{cross}'


def _points(xs: Sequence[float], ys: Sequence[float]) -> str:
    return " ".join(f"{x:.2f},{y:.2f}" for x, y in zip(xs, ys, strict=True))


def _stretched(body: str, *, y: float = 0, height: float | str = "100%") -> str:
    frame = f'<svg x="0" y="{y}" width="100%" height="{height}" viewBox="0 0 100 100" preserveAspectRatio="none">'
    return f"{frame}{body}</svg>"


def _decoration(share: float, *, kind: str, cls: str, height: int) -> Markup:
    return Markup(  # noqa: S704 -- numbers and our own class names only
        f'<svg class="chart {kind}" width="100%" height="{height}" aria-hidden="true" focusable="false">'
        f'<rect class="track" width="100%" height="{height}"/>'
        f'<rect class="{cls}" width="{min(1, max(0, share)) * 100:.1f}%" height="{height}"/></svg>'
    )


def _chart(body: str, *, label: str, cls: str, height: int) -> Markup:
    return _svg(body, label=label, cls=cls, size=f'width="100%" height="{height}"')


def _scaled(body: str, *, label: str, cls: str, box: str) -> Markup:
    return _svg(body, label=label, cls=cls, size=f'viewBox="{box}"')


def _svg(body: str, *, label: str, cls: str, size: str) -> Markup:
    return Markup(  # noqa: S704 -- every text inside was escaped where it was put in
        f'<svg class="chart {cls}" {size} role="img" aria-label="{escape(label)}">{body}</svg>'
    )
