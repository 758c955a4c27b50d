# ruff: noqa: RUF009 -- about() makes a dataclass field
"""Try a rule: the verdicts of one year under two rule sets, side by side. Who would change level, and why."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from diaban.kit.shapes import about
from diaban.ranking.rules.levels import short
from diaban.ranking.rules.results import LONG, CapStanding, Kind, Points, Rung, Verdict
from diaban.reporting.rules import CompletionLevel

NOT_JUDGED = "not_judged"


@dataclass(frozen=True, slots=True)
class Change:
    """One whose level by the rules or after the cap differs. `why` starts from what decided the level."""

    kind: Kind = about("đối tượng")
    id: str = about("mã")
    name: str = about("tên, chỉ để hiển thị")
    province: str = about("tỉnh")
    by_rules_before: CompletionLevel | None = about("mức theo quy tắc, trước")
    by_rules_after: CompletionLevel | None = about("mức theo quy tắc, sau")
    after_cap_before: CompletionLevel | None = about("mức sau khi áp trần, trước")
    after_cap_after: CompletionLevel | None = about("mức sau khi áp trần, sau")
    why: tuple[str, ...] = about("lý do", longest=LONG)


@dataclass(frozen=True, slots=True)
class Moved:
    """How many went from one level after the cap to another; “not_judged” stands for none."""

    kind: Kind = about("đối tượng")
    before: str = about("mức trước")
    after: str = about("mức sau")
    number: int = about("số đối tượng")


@dataclass(frozen=True, slots=True)
class Comparison:
    """`only_before` and `only_after` are ids that the other list lacks; they are compared with nothing."""

    changes: tuple[Change, ...] = about("ai đổi mức")
    moved: tuple[Moved, ...] = about("số đối tượng theo mức trước và sau")
    only_before: tuple[str, ...] = about("chỉ có ở lần trước")
    only_after: tuple[str, ...] = about("chỉ có ở lần sau")


def compare(before: Sequence[Verdict], after: Sequence[Verdict]) -> Comparison:
    """In the order of kind, province and id, whatever the order of the lists."""
    first, second = _by_key(before), _by_key(after)
    both = sorted(first.keys() & second.keys(), key=lambda key: (key[0].place, first[key].province, key[1]))
    pairs = [(first[key], second[key]) for key in both]
    moved = Counter((one.kind, one.level_after_cap, other.level_after_cap) for one, other in pairs)
    rows = [Moved(kind, old or NOT_JUDGED, new or NOT_JUDGED, number) for (kind, old, new), number in moved.items()]
    return Comparison(
        changes=tuple(_change(one, other) for one, other in pairs if _levels(one) != _levels(other)),
        moved=tuple(sorted(rows, key=lambda row: (row.kind.place, row.before, row.after))),
        only_before=tuple(sorted(id for _, id in first.keys() - second.keys())),
        only_after=tuple(sorted(id for _, id in second.keys() - first.keys())),
    )


def _by_key(verdicts: Sequence[Verdict]) -> dict[tuple[Kind, str], Verdict]:
    return {(verdict.kind, verdict.id): verdict for verdict in verdicts}


def _levels(verdict: Verdict) -> tuple[CompletionLevel | None, CompletionLevel | None]:
    return verdict.level_by_rules, verdict.level_after_cap


def _change(before: Verdict, after: Verdict) -> Change:
    return Change(
        kind=before.kind,
        id=before.id,
        name=after.name,
        province=before.province,
        by_rules_before=before.level_by_rules,
        by_rules_after=after.level_by_rules,
        after_cap_before=before.level_after_cap,
        after_cap_after=after.level_after_cap,
        why=tuple(_why(before, after)),
    )


def _why(before: Verdict, after: Verdict) -> Iterator[str]:
    if before.level_by_rules != after.level_by_rules:
        if None in _levels(before) + _levels(after):
            yield f"Trước: {' '.join(before.reasons)} Sau: {' '.join(after.reasons)}"
        yield from _rungs(before.ladder, after.ladder)
        yield from _points(before, after)
    if before.cap.standing is not after.cap.standing:
        yield f"Trần xuất sắc: trước {_cap_said(before)}, sau {_cap_said(after)}."


def _rungs(before: Sequence[Rung], after: Sequence[Rung]) -> Iterator[str]:
    """Rules that decided the level on either side and no longer say the same."""
    first, second = ({rung.rule: rung for rung in ladder} for ladder in (before, after))
    for rule in [*first, *(rule for rule in second if rule not in first)]:
        old, new = first.get(rule), second.get(rule)
        deciding = any(rung and rung.limits for rung in (old, new))
        said = [_rung_said(rung) for rung in (old, new)]
        if deciding and said[0] != said[1]:
            title, numbers = next((rung.title, rung.said) for rung in (new, old) if rung)
            yield f"“{title}” ({numbers}): trước {said[0]}, sau {said[1]}."


def _rung_said(rung: Rung | None) -> str:
    if rung is None:
        return "không xét theo bậc"
    return "không có gì để xét" if rung.allows is None else f"cho phép đến {short(rung.allows)}"


def _points(before: Verdict, after: Verdict) -> Iterator[str]:
    """Points matter on a side where the level rests on them, or where they alone kept it from being higher."""
    old, new = before.points, after.points
    if old is None or new is None or (old.level, old.total, old.said) == (new.level, new.total, new.said):
        return
    yield f"Điểm: trước {old.said}, sau {new.said}."
    for one, other in _parts(old, new):
        yield f"Phần “{other[0]}”: trước {one}, sau {other[1]}."


def _parts(old: Points, new: Points) -> Iterator[tuple[str, tuple[str, str]]]:
    first = {part.part: f"{part.points.replace('.', ',')} điểm" for part in old.parts}
    for part in new.parts:
        then, now = first.get(part.part, "không chấm"), f"{part.points.replace('.', ',')} điểm"
        if then != now:
            yield then, (part.title, now)


def _cap_said(verdict: Verdict) -> str:
    cap = verdict.cap
    if cap.standing is CapStanding.NONE:
        return cap.standing.label
    return f"{cap.standing.label} (thứ {cap.place})"
