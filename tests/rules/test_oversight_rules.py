from __future__ import annotations

import re
from datetime import date
from hashlib import sha256
from uuid import UUID

import pytest

from diaban.kit.objections import Objection
from diaban.oversight.rules import (
    CHECKLISTS,
    SignalKind,
    VisitSeen,
    done_objections,
    draw,
    find_signals,
    finding_objections,
    fingerprint,
    remedy_objections,
    two_pairs_of_eyes,
)
from diaban.regulations.rules import PARAMETERS

TODAY = date(2023, 9, 20)


def test_what_a_question_rests_on_can_be_opened() -> None:
    """A paper by its number and symbol, a parameter by the name under which the page of the rule set shows it."""
    titles = {parameter.title for parameter in PARAMETERS.values()}
    for source in {question.source for questions in CHECKLISTS.values() for question in questions}:
        named, papers = re.findall("“([^”]+)”", source), re.findall(r"\d+-[A-ZĐ]+/TU", source)
        assert set(named) <= titles, source
        assert named or papers, source
        assert not re.search(r"[Qq]uy tắc \d", source), source
        assert len(source) <= 200, source


def test_what_is_done_is_done_once_and_not_ahead() -> None:
    assert done_objections(already=False, day_done=TODAY, today=TODAY, field="done_on") == []
    assert done_objections(already=True, day_done=TODAY, today=TODAY, field="done_on") == [
        Objection("done_on", "Việc này đã được ghi là xong.")
    ]
    assert done_objections(already=False, day_done=date(2023, 9, 21), today=TODAY, field="closed_on") == [
        Objection("closed_on", "Ngày 21/09/2023 chưa đến. Hãy chọn ngày đã qua hoặc hôm nay.")
    ]


@pytest.mark.parametrize(
    ("found_on", "due_on", "field"),
    [
        (date(2023, 9, 1), date(2023, 9, 2), None),
        (date(2023, 9, 1), date(2023, 9, 1), "due_on"),
        (date(2022, 12, 13), date(2023, 9, 2), "found_on"),
        (date(2023, 9, 21), date(2023, 9, 30), "found_on"),
    ],
)
def test_a_finding_follows_the_assignment_and_is_due_later(found_on: date, due_on: date, field: str | None) -> None:
    begun = date(2022, 12, 14)
    found = finding_objections(found_on=found_on, due_on=due_on, today=TODAY, assigned_on=begun)
    assert [objection.field for objection in found] == ([field] if field else [])


def test_a_remedy_follows_the_finding() -> None:
    assert remedy_objections(found_on=TODAY, closed_on=TODAY) == []
    assert remedy_objections(found_on=TODAY, closed_on=date(2023, 9, 19)) == [
        Objection("closed_on", "Ngày khắc phục xong phải từ ngày kết luận 20/09/2023.")
    ]


def test_who_found_or_mended_it_does_not_close_it() -> None:
    hoa, binh, lan = UUID(int=1), UUID(int=2), UUID(int=3)
    assert two_pairs_of_eyes(found_by=hoa, reported_by=lan, closed_by=binh) == []
    assert two_pairs_of_eyes(found_by=None, reported_by=None, closed_by=None) == []
    for closer in (hoa, lan):
        assert [o.field for o in two_pairs_of_eyes(found_by=hoa, reported_by=lan, closed_by=closer)] == ["closed_by"]


def test_a_draw_is_the_same_whatever_the_order_and_takes_its_share() -> None:
    keys = [f"k{n}" for n in range(151)]
    one = draw(keys, seed="2023", percent=10)
    assert draw(reversed(keys), seed="2023", percent=10) == one
    assert (one.population, len(one.chosen), one.digest) == (151, 16, fingerprint(keys))
    assert draw(keys, seed="2024", percent=10).chosen != one.chosen
    # «printf 2023:k0 | sha256sum»: no generator of a language is needed to repeat it
    first = min(keys, key=lambda key: sha256(f"2023:{key}".encode()).hexdigest())
    assert one.chosen[0] == first
    assert draw([], seed="1", percent=10).chosen == ()


def seen(n: int, **changes: object) -> VisitSeen:
    given: dict[str, object] = {
        "id": UUID(int=n), "assignment": UUID(int=100), "cadre": UUID(int=200), "commune": 1,
        "visited_on": date(2023, 3, n), "half_days": 2, "outcome": f"Nghe xã báo cáo việc thứ {n}, thống nhất cách làm",
        "late": False, "disputed": False,
    }  # fmt: skip
    return VisitSeen(**(given | changes))  # type: ignore[arg-type]  # each case gives what fits


@pytest.mark.parametrize(
    ("visits", "kind"),
    [
        ([seen(1, disputed=True), seen(2)], SignalKind.DISPUTED),
        ([seen(1, late=True), seen(2, late=True), seen(3, late=True), seen(4)], SignalKind.LATE),
        ([seen(1, outcome="Dự họp chi bộ thôn, góp ý nghị quyết, thăm hộ."),
          seen(2, outcome="dự họp chi bộ thôn,  góp ý nghị quyết, thăm hộ.")], SignalKind.SAME_TEXT),
        ([seen(1, photos=frozenset({"a"})), seen(2, photos=frozenset({"a", "b"}))], SignalKind.SAME_PHOTO),
        ([seen(1), seen(2, visited_on=date(2023, 3, 1), commune=2)], SignalKind.TWO_PLACES),
    ],
)  # fmt: skip
def test_signs_come_with_their_evidence(visits: list[VisitSeen], kind: SignalKind) -> None:
    (signs,) = find_signals(visits).values()
    assert [sign.kind for sign in signs] == [kind]
    assert find_signals(reversed(visits)) == {UUID(int=100): signs}


def test_what_may_be_so_by_chance_is_no_sign() -> None:
    half = [seen(1, half_days=1), seen(2, visited_on=date(2023, 3, 1), commune=2, half_days=1)]
    assert find_signals([*half, seen(3, late=True), seen(4, outcome="Họp."), seen(5, outcome="Họp.")]) == {}
