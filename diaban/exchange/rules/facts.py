"""What is known of a commune. Plain Python."""

from __future__ import annotations

from diaban.kit.enums import Labelled


class AreaClass(Labelled):
    """Difficulty of the area (khu vực I, II, III), as the State lists it for ethnic minority and mountain areas."""

    NONE = "none", "Không thuộc khu vực I, II, III"
    FIRST = "first", "Khu vực I"
    SECOND = "second", "Khu vực II"
    THIRD = "third", "Khu vực III"
