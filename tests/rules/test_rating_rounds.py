"""The course of a year's rating: what each step asks, in words that say what is missing."""

from __future__ import annotations

from datetime import date

from diaban.ranking.rules.rounds import (
    ROUND_NEXT,
    GroupUse,
    RoundState,
    Vote,
    appeal_objections,
    decision_objections,
    finishing_objections,
    override_objections,
    proposing_objections,
    vote_objections,
)
from diaban.reporting.rules import CompletionLevel

IN = GroupUse("cán bộ theo dõi, Khối Đảng", places=4, excellent=4)
OVER = GroupUse("cán bộ theo dõi, Khối Đảng", places=4, excellent=6)


def test_every_round_can_come_to_its_end_and_nothing_leads_out_of_it() -> None:
    reached = {RoundState.DRAFT}
    while more := {then for now in reached for then in ROUND_NEXT[now]} - reached:
        reached |= more
    assert reached == set(RoundState)
    assert ROUND_NEXT[RoundState.FINAL] == frozenset()


def test_a_proposal_says_what_it_lacks() -> None:
    def said(*, judged: int = 9, forms_open: bool = True, groups: tuple[GroupUse, ...] = (IN,)) -> list[str]:
        return [one.sentence for one in proposing_objections(
            year=2023, judged=judged, forms_open=forms_open, groups=groups
        )]  # fmt: skip

    assert said() == []
    assert "chưa có ai được xếp mức" in said(judged=0)[0]
    assert "còn niêm phong" in said(forms_open=False)[0]
    assert "đang đề xuất 6, vượt trần 2" in said(groups=(IN, OVER))[0]


def test_a_vote_is_more_than_half_of_all_members() -> None:
    assert vote_objections(Vote(members=15, present=13, agreed=8)) == []
    assert "7/15, chưa quá nửa" in vote_objections(Vote(15, 13, 7))[0].sentence
    assert "chưa quá nửa" in vote_objections(Vote(14, 14, 7))[0].sentence
    assert vote_objections(Vote(15, 16, 16))[0].field == "present"
    assert vote_objections(Vote(15, 9, 10))[0].field == "agreed"


def test_a_decision_is_of_the_day_of_the_submission_or_later() -> None:
    def said(decided_on: date) -> list[str]:
        found = decision_objections(
            submitted_on=date(2024, 1, 3), decided_on=decided_on, today=date(2024, 1, 5)
        )  # fmt: skip
        return [one.sentence for one in found]

    assert [said(date(2024, 1, day)) for day in (3, 5)] == [[], []]
    assert said(date(2024, 1, 6)) == ["Ngày quyết định 06/01/2024 chưa đến."]
    early = "Đề xuất trình Ban Thường vụ ngày 03/01/2024; ngày quyết định phải từ ngày ấy trở đi."
    assert [said(date(2024, 1, 2)), said(date(2023, 6, 1))] == [[early], [early]]


def test_an_appeal_comes_once_and_in_time_and_holds_the_end_up() -> None:
    published = date(2024, 1, 10)
    assert appeal_objections(published_on=published, today=date(2024, 1, 20), already=False) == []
    assert "đã qua" in appeal_objections(published_on=published, today=date(2024, 1, 21), already=False)[0].sentence
    assert "một lần" in appeal_objections(published_on=published, today=published, already=True)[0].sentence
    early = finishing_objections(published_on=published, today=date(2024, 1, 20), unanswered=2)
    assert [one.sentence for one in early] == [
        "Còn 2 kiến nghị chưa trả lời.",
        "Còn nhận kiến nghị đến hết ngày 20/01/2024.",
    ]
    assert finishing_objections(published_on=published, today=date(2024, 1, 21), unanswered=0) == []


def test_an_override_changes_the_level() -> None:
    assert override_objections(now=None, then=CompletionLevel.GOOD) == []
    assert "Hãy chọn mức khác" in override_objections(now=CompletionLevel.GOOD, then=CompletionLevel.GOOD)[0].sentence
