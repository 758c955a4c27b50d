"""What counts as a concrete reason, wherever a reason must be given. Plain Python."""

from __future__ import annotations

from diaban.kit.law import cites
from diaban.kit.objections import Objection

WORDS_OF_AN_ITEM = 5
"""A line with fewer words says nothing concrete."""
HOW_MUCH = f"Nêu việc cụ thể, mỗi việc một dòng, từ {WORDS_OF_AN_ITEM} chữ trở lên."


@cites("Mặc định của phần mềm (quy tắc 29): mức cao nhất, thấp nhất hoặc đề nghị thay thế phải nêu lý do cụ thể")
def reason_objections(reasons: str, *, least: int, field: str = "reasons") -> list[Objection]:
    """`least` concrete items, one a line, each of at least five words."""
    items = [line for line in reasons.splitlines() if len(line.split()) >= WORDS_OF_AN_ITEM]
    if len(items) >= max(least, 1):
        return []
    said = (
        f"Cần nêu ít nhất {max(least, 1)} việc cụ thể làm lý do, mỗi việc một dòng, từ {WORDS_OF_AN_ITEM} chữ trở lên."
    )
    return [Objection(field, said)]
