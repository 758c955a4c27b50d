"""What was seen at one duty of the sample, question by question, with its evidence."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, datetime

from django.db import transaction

from diaban.attachments.examining import Examined
from diaban.attachments.rules.kinds import MAX_DOCUMENTS, AttachmentKind
from diaban.attachments.services import attach
from diaban.kit import audit
from diaban.kit.actors import Actor
from diaban.kit.clock import local_date
from diaban.kit.editions import demand_unmoved
from diaban.kit.errors import RuleBroken
from diaban.kit.formats import day
from diaban.kit.objections import demand, line
from diaban.kit.records import hold
from diaban.oversight import policies
from diaban.oversight.models import CheckItem, SampledDuty
from diaban.oversight.queries import checked
from diaban.oversight.rules import CheckResult, InspectionState
from diaban.oversight.services.drawing import TEAM


@transaction.atomic
def check_duty(
    *,
    sampled: SampledDuty,
    answers: Mapping[int, tuple[CheckResult | None, str]],
    interviews: str = "",
    seen_on: date,
    documents: Sequence[Examined] = (),
    seen: str = "",
    by: Actor,
    at: datetime,
) -> SampledDuty:
    """Write the answers by number of question, which may still be mended until the conclusion, and hang on evidence.

    Raises Changed when somebody else of the team answered since the writer opened it (`seen`).
    """
    demand(policies.may_work(by, sampled.inspection), TEAM)
    hold(sampled.inspection)
    hold(sampled)
    decided, today = sampled.inspection.decided_on, local_date(at)
    if sampled.inspection.state != InspectionState.UNDERWAY or decided is None:
        raise RuleBroken("Chưa rút mẫu nên chưa ghi kết quả kiểm tra được.", field="state")
    if not decided <= seen_on <= today:
        sentence = f"Ngày kiểm tra phải từ ngày quyết định {day(decided)} đến hôm nay {day(today)}."
        raise RuleBroken(sentence, field="seen_on")
    demand_unmoved(seen, record=sampled, now=checked(sampled), by=by)
    items = list(CheckItem.objects.filter(sampled=sampled))
    for item in items:
        result, note = answers.get(item.no, (None, ""))
        if result is CheckResult.NOT and not note.strip():
            raise RuleBroken("Chưa đạt thì ghi rõ điều chưa đạt và chứng cứ.", field=f"note_{item.no}")
        item.result = result or ""
        item.note = line(note, field=f"note_{item.no}", name="ghi chú", limit=500, required=False)
    CheckItem.objects.bulk_update(items, ["result", "note"])
    sampled.interviews = line(interviews, field="interviews", name="thành phần", limit=300, required=False)
    sampled.seen_on = seen_on
    sampled.save(update_fields=["interviews", "seen_on"])
    attach(subject=sampled, uploads=documents, kind=AttachmentKind.DOCUMENT, limit=MAX_DOCUMENTS, by=by, at=at)
    audit.record("inspection.checked", sampled, by=by, at=at, answered=sum(bool(item.result) for item in items))
    return sampled
