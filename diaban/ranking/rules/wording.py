"""The result and the comparison as plain text, for a person at a terminal."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from diaban.ranking.rules.comparing import NOT_JUDGED, Comparison
from diaban.ranking.rules.levels import short
from diaban.ranking.rules.results import Group, Kind, Verdict, YearRating
from diaban.ranking.rules.saying import count
from diaban.regulations.rules import Mark
from diaban.reporting.rules import CompletionLevel


def as_text(rating: YearRating) -> Iterator[str]:
    """Line by line: what was used, the groups of the cap, then each verdict with its reasons and warnings."""
    yield f"Kết quả theo dõi năm {rating.year}, theo bộ quy tắc “{rating.rules.name}” ({rating.rules.code})."
    yield "Đây là đề xuất; mức chính thức do Ban Thường vụ quyết định."
    for kind in Kind:
        listed = [verdict for verdict in rating.verdicts if verdict.kind is kind]
        if listed:
            yield from _kind(kind, listed, [group for group in rating.groups if group.kind is kind])


def _kind(kind: Kind, verdicts: Sequence[Verdict], groups: Sequence[Group]) -> Iterator[str]:
    yield ""
    yield f"== {kind.label[0].upper()}{kind.label[1:]}: {count(len(verdicts))} =="
    for level in (*CompletionLevel, None):
        number = sum(verdict.level_after_cap is level for verdict in verdicts)
        if number:
            yield f"   {short(level)}: {count(number)}"
    for group in groups:
        said = " ".join(group.reasons)
        yield f"Nhóm {group.group}, tỉnh {group.province}: {said} {_basis(group.mark, group.citation)}"
    for verdict in verdicts:
        yield from _verdict(verdict)


def _verdict(verdict: Verdict) -> Iterator[str]:
    yield ""
    by_rules = f" (theo quy tắc: {short(verdict.level_by_rules)})"
    capped = by_rules if verdict.level_by_rules is not verdict.level_after_cap else ""
    yield f"{verdict.name or verdict.id} [{verdict.id}]: {short(verdict.level_after_cap)}{capped}"
    for reason in verdict.reasons:
        yield f"   {reason}"
    for check in verdict.checks:
        yield f"   Cảnh báo: {check.said} {_basis(check.mark, check.citation)}"


def _basis(mark: Mark, citation: str) -> str:
    return f"[{mark}: {citation}]"


def comparison_as_text(found: Comparison) -> Iterator[str]:
    yield f"Thử quy tắc: {count(len(found.changes))} đối tượng đổi mức."
    for moved in found.moved:
        if moved.before != moved.after:
            yield f"   {moved.kind.label}: {_level(moved.before)} → {_level(moved.after)}: {count(moved.number)}"
    for change in found.changes:
        yield ""
        levels = f"{short(change.after_cap_before)} → {short(change.after_cap_after)}"
        yield f"{change.name or change.id} [{change.id}]: {levels}"
        for why in change.why:
            yield f"   {why}"


def _level(level: str) -> str:
    return short(None if level == NOT_JUDGED else CompletionLevel(level))
