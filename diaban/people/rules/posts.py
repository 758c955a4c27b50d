"""How a post and its agency are said together. Plain Python."""

from __future__ import annotations

from diaban.kit.text import fold


def post_said(title: str, agency: str) -> str:
    """A title with the name of its agency, words that both carry said once.

    “Phó Chánh Văn phòng” of “Văn phòng Tỉnh ủy” is “Phó Chánh Văn phòng Tỉnh ủy”.
    """
    if fold(agency) in fold(title):
        return title
    ours, theirs = title.split(), agency.split()
    shared = next(n for n in range(min(len(ours), len(theirs)), -1, -1) if _same(ours[len(ours) - n :], theirs[:n]))
    return " ".join([*ours, *theirs[shared:]])


def _same(ours: list[str], theirs: list[str]) -> bool:
    return [fold(word) for word in ours] == [fold(word) for word in theirs]
