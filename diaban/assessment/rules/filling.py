"""A form that is being filled in: how far it is, and the draft that the rules of sending judge. Plain Python."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any, NamedTuple

from diaban.assessment.rules.forms import FormDraft, MarkDraft
from diaban.assessment.rules.words import CRITERIA, Mark
from diaban.kit.text import fold
from diaban.replacement.rules import ReplacementReason
from diaban.reporting.rules import EXTREME, CompletionLevel

NOTE = "_note"
"""Behind the key of a criterion: the line that goes with its mark."""
WISH_KEEP, WISH_REPLACE = "keep", "replace"
WISHES: dict[str, str] = {
    WISH_KEEP: "Tiếp tục phân công đồng chí theo dõi xã",
    WISH_REPLACE: "Xem xét thay thế cán bộ theo dõi",
}
CHECKED: dict[str, str] = {
    **CRITERIA,
    "strengths": "Ưu điểm",
    "limits": "Hạn chế",
    "level": "Mức độ hoàn thành nhiệm vụ",
    "wish": "Đề nghị của Đảng ủy",
    "met_on": "Cuộc họp và người ký",
}
"""What must be filled in, in the order of the form, under the anchors of its sections."""
_EXTREME = {level.value for level in EXTREME}
"""Compared with what a page posts, which may be anything."""
_PARTS = {"met_on": ("met_on", "signer_name", "signer_post")}


class Check(NamedTuple):
    """One item of the form and whether it is filled in; `lack` says what is missing."""

    key: str
    label: str
    lack: str

    @property
    def done(self) -> bool:
        return not self.lack


def checks(written: Mapping[str, Any]) -> list[Check]:
    """`written` by field, values as they are stored: marks and levels by their key, days as ISO."""
    return [Check(key, label, _lack(key, written)) for key, label in CHECKED.items()]


def missing(written: Mapping[str, Any]) -> list[Check]:
    return [check for check in checks(written) if not check.done]


def _lack(key: str, written: Mapping[str, Any]) -> str:
    parts = _PARTS.get(key, (key,))
    empty = sum(not written.get(part) for part in parts)
    if empty:
        return f"Thiếu {empty}" if 0 < empty < len(parts) else "Chưa điền"
    replaced = key == "wish" and written["wish"] == WISH_REPLACE
    reasoned = replaced or (key == "level" and written["level"] in _EXTREME)
    if reasoned and not written.get("reasons"):
        return "Thiếu lý do"
    return "Chưa chọn loại lý do" if replaced and not written.get("replacement_reason") else ""


def draft_of(written: Mapping[str, Any]) -> FormDraft | None:
    """What is sent; null while a mark or the level is missing."""
    if not written.get("level") or any(not written.get(key) for key in CRITERIA):
        return None
    return FormDraft(
        marks=[MarkDraft(key, Mark(written[key]), written.get(key + NOTE) or "") for key in CRITERIA],
        strengths=written.get("strengths") or "",
        limits=written.get("limits") or "",
        level=CompletionLevel(written["level"]),
        signer_name=written.get("signer_name") or "",
        signer_post=written.get("signer_post") or "",
        reasons=written.get("reasons") or "",
        wants_replacement=written.get("wish") == WISH_REPLACE,
        replacement_reason=ReplacementReason(written.get("replacement_reason") or ReplacementReason.NOT_FULFILLING),
        votes_for=written.get("votes_for") or 0,
        votes_against=written.get("votes_against") or 0,
        votes_other=written.get("votes_other") or 0,
        met_on=date.fromisoformat(written["met_on"]) if written.get("met_on") else None,
        proposals=written.get("proposals") or "",
        profile_wish=written.get("profile_wish") or "",
        acknowledged=tuple(written.get("acknowledged") or ()),
    )


def mark_from(text: str, among: type[Mark]) -> tuple[Mark | None, str]:
    """The mark that the first line of a filled section names, and the lines after it.

    A first line that names none is part of the text.
    """
    first, _, rest = text.strip().partition("\n")
    named = named_in(first, {one.value: one.label for one in among})
    return (among(named), rest.strip()) if named else (None, text.strip())


def named_in(text: str, words: Mapping[str, str]) -> str | None:
    """What the first line stands for, by the wordings that it may have; null when it is none of them."""
    said = fold(text.strip().partition("\n")[0]).removeprefix("muc:").strip(" :.")
    return next((key for key, label in words.items() if said == fold(label)), None)
