"""The words of a result: kept as a whole, so that a change of a sentence is seen."""

from __future__ import annotations

from syrupy.assertion import SnapshotAssertion

from diaban.ranking.rules.comparing import compare
from diaban.ranking.rules.wording import as_text, comparison_as_text
from tests.rating import Json, agency, cadre, form, held, notes, paper, rated, records
from tests.rating_years import shipped

QUIET = {"difficulties": {"raised": 0, "answered": 0}}


def province() -> Json:
    """A little of everything: in order, late, mid-year, tied, disciplined, contradicted by the commune."""
    return records(
        cadre("cb-01", name="Bùi Thị Lan"),
        cadre("cb-02", name="Hà Văn Thắng", items={"late": 1}),
        cadre("cb-03", name="Đinh Công Sơn", items={"late": 1}, is_head=True),
        cadre("cb-04", name="Xa Thị Hồng", reports=[paper(), paper(late=7)], models={"working": 0}),
        cadre("cb-05", name="Quách Thế Dũng", assignments=[held(starts="2025-07-01")], forms=[], **QUIET),
        cadre("cb-06", name="Lò Văn Páo", assignments=[held(starts="2025-11-20")]),
        cadre("cb-07", name="Nguyễn Thị Mai", forms=[form("not_completed", reasoned=False)]),
        cadre(
            "cb-08",
            name="Phùng Văn Tài",
            grounds=[{"ground": "disciplined", "evidence": ["qd:15"]}],
            earlier=[{"year": 2024, "level": "not_completed"}],
        ),
        cadre(
            "cb-09",
            name="Trần Quốc Việt",
            programmes=[paper(received=False)],
            reports=[paper(complete=False), paper(late=2, cause=True)],
            visits={"half_days": 11, "by_quarter": [2, 0, 0, 1]},
            items={"done": 6, "late": 2, "excused": 1},
            notes=notes(1, 0, 0, 2),
            difficulties={"raised": 5, "answered": 2, "overdue": 3, "overdue_own": 1},
            support={"confirmed": 0, "confirmed_without_money": 0, "unconfirmed": 2},
            models={"proposed": 0, "working": 0},
            forms=[form("completed"), form("good", commune="xa-2")],
            assignments=[held(), held(commune="xa-2", ends="2025-09-01")],
            signals={"confirmed": 1, "evidence": ["dau-hieu:3"]},
        ),
        cadre("cb-10", name="Hoàng Thị Yến", items={"late": 3}),
        agencies=(agency(name="Sở Xây dựng", members_disciplined={"count": 1, "evidence": ["qd:15"]}),),
    )  # fmt: skip


def test_a_result_in_words(snapshot: SnapshotAssertion) -> None:
    assert "\n".join(as_text(rated(province()))) == snapshot


def test_a_trial_in_words(snapshot: SnapshotAssertion) -> None:
    before, after = (rated(province(), shipped(code)) for code in ("124-qd-tw-2023", "366-qd-tw-2025"))
    assert "\n".join(comparison_as_text(compare(before.verdicts, after.verdicts))) == snapshot
