"""The sample is drawn once: at random, and where the records give a sign."""

from __future__ import annotations

from collections.abc import Mapping, Sequence, Set
from datetime import datetime

from django.db import transaction

from diaban.assignments.models import Assignment
from diaban.assignments.queries import whose
from diaban.kit import audit
from diaban.kit.actors import Actor
from diaban.kit.errors import RuleBroken
from diaban.kit.objections import demand, line
from diaban.kit.records import hold
from diaban.oversight import policies
from diaban.oversight.models import CheckItem, Inspection, SampledDuty
from diaban.oversight.queries import in_reach, signals_of
from diaban.oversight.rules import CHECKLISTS, Basis, InspectionKind, InspectionState, Signal, SignalKind, draw
from diaban.oversight.services.moving import move
from diaban.regulations.queries import rule_values_on

TEAM = "Chỉ thành viên đoàn kiểm tra và Ban Tổ chức Tỉnh ủy làm việc này, từ khi có quyết định đến khi kết luận."


@transaction.atomic
def draw_sample(
    *, inspection: Inspection, seed: str, signal_kinds: Sequence[SignalKind] = (), by: Actor, at: datetime
) -> Inspection:
    """Draw by `seed`, which anybody may repeat; add duties with one of these signs; lay the questions before each.

    Only once: a seed that pleases nobody is not drawn again.
    """
    demand(policies.may_work(by, inspection), TEAM)
    hold(inspection)
    move(inspection, InspectionState.UNDERWAY)
    duties = {str(one.pk): one for one in in_reach(inspection)}
    if not duties:
        raise RuleBroken("Phạm vi, mốc kiểm tra của quyết định không có phân công nào để chọn.", field="state")
    rules = rule_values_on(inspection.province, inspection.period_to or inspection.planned_on)
    seed = line(seed, field="seed", name="số rút mẫu", limit=60)
    drawn = draw(duties, seed=seed, percent=rules.inspection_sample_percent)
    signals = {str(pk): found for pk, found in signals_of(inspection).items()}
    named = {str(one.assignment_id): one for one in inspection.sample.all()}
    rows = _chosen(inspection, duties, _bases(drawn.chosen, signals, signal_kinds), but=named.keys())
    _lay_before([*named.values(), *rows], signals, InspectionKind(inspection.kind))
    inspection.seed, inspection.percent, inspection.signal_kinds = (
        seed,
        rules.inspection_sample_percent,
        [*signal_kinds],
    )
    inspection.population, inspection.population_digest = drawn.population, drawn.digest
    inspection.drawn_at, inspection.drawn_by = at, by.name
    inspection.save()
    audit.record(
        "inspection.drawn", inspection, by=by, at=at, seed=seed, population=drawn.population, sampled=len(rows)
    )
    return inspection


def _bases(
    drawn: Sequence[str], signals: Mapping[str, tuple[Signal, ...]], kinds: Sequence[SignalKind]
) -> dict[str, Basis]:
    """Why each is looked at: whoever was drawn was drawn, sign or no sign."""
    signed = [key for key, found in signals.items() if any(one.kind in kinds for one in found)]
    return dict.fromkeys(signed, Basis.SIGNAL) | dict.fromkeys(drawn, Basis.RANDOM)


def _chosen(
    inspection: Inspection, duties: Mapping[str, Assignment], bases: Mapping[str, Basis], *, but: Set[str]
) -> list[SampledDuty]:
    rows = [
        SampledDuty(
            inspection=inspection, assignment=duties[key], basis=basis, year=inspection.year, **whose(duties[key])
        )
        for key, basis in sorted(bases.items())
        if key not in but
    ]
    return SampledDuty.objects.bulk_create(rows)


def _lay_before(sample: list[SampledDuty], signals: dict[str, tuple[Signal, ...]], kind: InspectionKind) -> None:
    """Each duty gets the signs of its records as they are now, and the questions in their words of now."""
    for one in sample:
        found = signals.get(str(one.assignment_id), ())
        one.signals = [{"kind": sign.kind.value, "visits": [str(pk) for pk in sign.visits]} for sign in found]
    SampledDuty.objects.bulk_update(sample, ["signals"])
    CheckItem.objects.bulk_create(
        CheckItem(sampled=one, no=no, question=question.text, source=question.source)
        for one in sample
        for no, question in enumerate(CHECKLISTS[kind], start=1)
    )
