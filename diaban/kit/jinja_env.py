"""The Jinja2 environment of every page: strict about names, escaping by default, with the tools that templates need."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, datetime
from typing import Any

from django.conf import settings
from django.templatetags.static import static
from django.urls import reverse
from django.utils.timezone import localtime
from jinja2 import Environment, StrictUndefined
from markupsafe import Markup, escape

from diaban.kit import charts, formats
from diaban.kit.actors import Role
from diaban.kit.icons import icon
from diaban.kit.problems import problems, section_state
from diaban.kit.search import words_of

UNIT = re.compile(r"(?<=\d) (?=₫|%|tỷ|triệu|nghìn|đồng|ha\b|km\b|ngày\b|MB\b|KB\b)")

SYMBOL = re.compile(r"\b\d{1,5}-[A-ZĐ]{1,6}/[A-ZĐ]{1,12}\b")


def environment(**options: Any) -> Environment:
    """Django's Jinja2 backend calls this, with autoescape on; `undefined` is ours whatever it proposes."""
    made = Environment(**{**options, "undefined": StrictUndefined, "trim_blocks": True, "lstrip_blocks": True})  # noqa: S701 -- `options` turn it on
    made.globals.update(url=url, static=static, icon=icon, chart=charts, fmt=formats, is_demo=is_demo)
    made.globals.update(problems=problems, section_state=section_state)
    made.filters.update(FILTERS)
    return made


def url(name: str, *args: object, **kwargs: object) -> str:
    """The address of a named view: url("newsroom:article", slug)."""
    return reverse(name, args=args or None, kwargs=kwargs or None)


def is_demo() -> bool:
    """Whether every page must say «Dữ liệu mô phỏng»."""
    return bool(settings.DEMO)


def nbsp(text: object) -> str:
    """A name that never breaks over two lines: «Hòa Bình»."""
    return str(text).replace(" ", formats.NBSP)


def units(text: object) -> str:
    """Keep each number of a sentence beside its unit: «12,46 tỷ», «94,1 %»."""
    kept = UNIT.sub(formats.NBSP, str(text))
    return Markup(kept) if isinstance(text, Markup) else kept  # noqa: S704 -- as safe as it came


def symbol(text: object) -> Markup:
    """The number of a document, unbroken and still found by the browser's search: 26-QĐ/TU."""
    return Markup('<span class="nw">{}</span>').format(text)


def running(text: object) -> Markup:
    """A sentence or a title: numbers stay beside their units, the numbers of documents stay whole."""
    return Markup(SYMBOL.sub(r'<span class="nw">\g<0></span>', str(escape(units(text)))))  # noqa: S704 -- escaped here


def moment(value: datetime | None) -> str:
    """14:05 ngày 28/11/2024, in the time of Hà Nội."""
    return formats.moment(localtime(value) if value else None)


def local_day(value: datetime | None) -> str:
    """28/11/2024, the day of a moment in Hà Nội."""
    return formats.day(localtime(value).date() if value else None)


def lower_first(text: str) -> str:
    """A label as it stands within a sentence: «Tập thể lãnh đạo» -> «tập thể lãnh đạo»."""
    return text[:1].lower() + text[1:]


def snippet(text: str, asked: str) -> Markup:
    """The part of a text around the first word found, with the words that were asked for marked."""
    wanted = words_of(asked) or ["\0"]
    parts = re.split(r"(\s+)", text)
    found = [any(word.startswith(tuple(wanted)) for word in words_of(part)) for part in parts]
    first = max(found.index(True) - 12, 0) if True in found else 0
    shown = zip(parts[first : first + 60], found[first : first + 60], strict=True)
    body = Markup("").join(Markup("<mark>{}</mark>").format(part) if hit else escape(part) for part, hit in shown)
    return Markup("…") * bool(first) + body + Markup("…") * (first + 60 < len(parts))


def role_label(value: str) -> str:
    return Role(value).label


def hour(value: datetime) -> str:
    """14:05, in the time of Hà Nội."""
    return f"{localtime(value):%H:%M}"


def day_short(value: date | None) -> str:
    """26/11, of the year in view."""
    return f"{value:%d/%m}" if value else formats.NO_VALUE


def day_margin(value: date, *, year: int) -> str:
    return formats.day_margin(localtime(value) if isinstance(value, datetime) else value, year=year)


FILTERS: dict[str, Callable[..., str]] = {
    "billions": formats.billions,
    "day": formats.day,
    "day_margin": day_margin,
    "day_party": formats.day_party,
    "day_short": day_short,
    "day_weekday": formats.day_weekday,
    "file_size": formats.file_size,
    "hour": hour,
    "lower_first": lower_first,
    "local_day": local_day,
    "millions": formats.millions,
    "moment": moment,
    "money": formats.money,
    "nbsp": nbsp,
    "number": formats.number,
    "percent": formats.percent,
    "period": formats.period,
    "role_label": role_label,
    "snippet": snippet,
    "running": running,
    "symbol": symbol,
    "units": units,
}
