"""Our own line icons (24 x 24), one file that the browser fetches once: static/icons.svg."""

from __future__ import annotations

import re
from functools import lru_cache
from pathlib import Path

from django.templatetags.static import static
from markupsafe import Markup

SPRITE = Path(__file__).parent / "static" / "icons.svg"


@lru_cache
def names() -> frozenset[str]:
    return frozenset(re.findall(r'<symbol id="([a-z]+)"', SPRITE.read_text(encoding="utf-8")))


@lru_cache(maxsize=256)
def icon(name: str, cls: str = "") -> Markup:
    """A decorative icon: words always stand beside it. An unknown name is an error, not an empty square."""
    if name not in names():
        raise KeyError(f"no icon named {name!r}")
    return Markup('<svg class="{}" aria-hidden="true" focusable="false"><use href="{}#{}"/></svg>').format(
        f"i {cls}".strip(), static("icons.svg"), name
    )
