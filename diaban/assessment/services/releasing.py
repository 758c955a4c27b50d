"""The Standing Committee has concluded the year: the forms are opened to those whom they are about."""

from __future__ import annotations

from datetime import date, datetime

from django.db import transaction

from diaban.assessment import policies
from diaban.assessment.models import CommuneAssessment, YearConclusion
from diaban.assessment.queries import awaited, concluded
from diaban.assessment.rules import conclusion_objections
from diaban.assessment.services.years import conclude_alone
from diaban.kit import audit
from diaban.kit.actors import Actor
from diaban.kit.clock import local_date
from diaban.kit.errors import RuleBroken
from diaban.kit.objections import demand, line, refuse
from diaban.places.models import Unit
from diaban.regulations.queries import rule_values
from diaban.replacement.services import unseal


@transaction.atomic
def release_year(
    *, province: Unit, year: int, decision_symbol: str, concluded_on: date, by: Actor, at: datetime
) -> YearConclusion:
    """Enter the Standing Committee's conclusion and open every form of the year.

    There is no way back, and no form comes in after it.
    """
    demand(policies.may_receive(by, province.pk), "Chỉ Ban Tổ chức Tỉnh ủy mở phiếu nhận xét của năm.")
    conclude_alone(province, year)
    if concluded(province, year):
        raise RuleBroken(f"Năm {year} đã được kết luận và mở phiếu rồi.", field="year")
    today, (opens_on, _) = local_date(at), rule_values(province, year).assessment_window(year)
    waits = awaited(province, year, today)
    refuse(
        conclusion_objections(
            year,
            concluded_on=concluded_on,
            opens_on=opens_on,
            today=today,
            in_time=waits.in_time,
            last_due=waits.last_due,
        )
    )
    conclusion = YearConclusion.objects.create(
        province=province,
        year=year,
        decision_symbol=line(decision_symbol, field="decision_symbol", name="số văn bản kết luận", limit=60),
        concluded_on=concluded_on,
        released_at=at,
    )
    sealed = CommuneAssessment.objects.filter(province=province, year=year, returned_at=None, released_at=None)
    unseal(province=province, requests=sealed.exclude(replacement=None).values("replacement"), by=by, at=at)
    opened = sealed.update(released_at=at)
    audit.record("assessments.released", conclusion, by=by, at=at, year=year, opened=opened)
    return conclusion
