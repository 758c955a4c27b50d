"""An agency's review of its leadership beside what is on record of its cadres."""

from __future__ import annotations

from datetime import date
from urllib.parse import urlencode
from uuid import UUID

from django.db.models import Count, F, Q, Sum
from django.urls import reverse

from diaban.assessment.models import AgencyAssessment
from diaban.assessment.policies import visible_agency_assessments, visible_assessments
from diaban.assessment.queries.facts import Fact
from diaban.assignments.policies import visible_agencies, visible_assignments
from diaban.fieldwork.figures.supports import STANDING
from diaban.fieldwork.policies import visible_agency_acts, visible_difficulties, visible_supports
from diaban.fieldwork.rules import AgencyActKind
from diaban.kit.actors import Actor
from diaban.kit.figures import overlaps_year
from diaban.kit.formats import money, number
from diaban.kit.text import slugify_vi
from diaban.obligations.models import Obligation
from diaban.obligations.policies import visible_obligations
from diaban.obligations.queries import owed_with_standing, tally_by
from diaban.obligations.rules import CADRE_KINDS, ObligationKind, Standing, State
from diaban.people.models import Agency
from diaban.regulations.queries import calendar, rule_values
from diaban.reporting.rules import CompletionLevel


def named_before(agency: Agency, year: int) -> bool:
    """Whether the Board named shortcomings in the year before."""
    return AgencyAssessment.objects.filter(agency=agency, year=year - 1).exclude(shortcomings="").exists()


def agency_in_view(actor: Actor, pk: UUID) -> Agency | None:
    return visible_agencies(actor).select_related("province").filter(pk=pk).first()


def review_in_view(actor: Actor, pk: UUID) -> AgencyAssessment | None:
    return visible_agency_assessments(actor).select_related("agency__province", "province").filter(pk=pk).first()


def review_of(actor: Actor, agency: UUID, year: int) -> AgencyAssessment | None:
    return visible_agency_assessments(actor).filter(agency_id=agency, year=year).first()


def owed_for(actor: Actor, agency: Agency, year: int, *, today: date) -> tuple[Obligation, Standing] | None:
    kind = ObligationKind.AGENCY_ASSESSMENT
    owed = visible_obligations(actor).filter(agency=agency, year=year, kind=kind)
    return owed_with_standing(owed, on=today)


def commune_views(actor: Actor, agency: Agency, year: int) -> list[tuple[str, int, str]]:
    """By level how many communes judged the agency's cadres so; only of forms that the person may read by now.

    Before release the agency, the Standing Committee and inspectors count nothing here, whether forms came or not.
    """
    forms = visible_assessments(actor).filter(agency=agency, year=year, returned_at=None)
    counts = dict(forms.order_by().values_list("level").annotate(n=Count("pk")))
    at = f"{reverse('assessment:assessments')}?"
    whose = {"nam": year, "co-quan": agency.pk}
    return [
        (level.label, counts.get(level.value, 0), at + urlencode(whose | {"muc": level.value}))
        for level in CompletionLevel
    ]


def facts_of(actor: Actor, agency: Agency, year: int, *, today: date) -> list[tuple[str, list[Fact]]]:
    """What is on record of the agency's part, by what it is judged on (domain rules 30 and 31)."""
    whose = {"nam": year, "co-quan": agency.pk}

    def at(room: str, **more: object) -> str:
        return f"{reverse(room)}?{urlencode(whose | more)}"

    acts = visible_agency_acts(actor).filter(agency=agency, year=year)
    counts = dict(acts.order_by().values_list("kind").annotate(n=Count("pk")))
    least = rule_values(agency.province, year).agency_self_checks_per_year
    checks = counts.get(AgencyActKind.CHECK.value, 0)
    other = [
        Fact(f"{kind.label.lower()}: {number(counts.get(kind.value, 0))}", at("fieldwork:agency_acts", viec=kind.value))
        for kind in AgencyActKind
        if kind is not AgencyActKind.CHECK
    ]
    meetings = Fact(
        f"{number(checks)} cuộc họp kiểm điểm, nghe cán bộ báo cáo (tối thiểu {number(least)})",
        at("fieldwork:agency_acts", viec=AgencyActKind.CHECK.value),
    )
    return [
        ("Cán bộ theo dõi", [_cadres(actor, agency, year)]),
        ("Chỉ đạo, kiểm tra cán bộ", [meetings]),
        ("Thời gian, phương tiện, kinh phí, hoạt động chung", other),
        ("Trả lời khó khăn, vướng mắc của xã", _answers(actor, agency, year, today)),
        ("Chương trình, báo cáo của cán bộ", _papers(actor, agency, year, today)),
        ("Hỗ trợ huy động được", [_supports(actor, agency, year, at("fieldwork:supports", xem="con-gia-tri"))]),
    ]


def _cadres(actor: Actor, agency: Agency, year: int) -> Fact:
    held = visible_assignments(actor).filter(overlaps_year(year), agency=agency)
    found = held.aggregate(cadres=Count("cadre", distinct=True), communes=Count("commune", distinct=True))
    said = f"{number(found['cadres'])} đồng chí theo dõi {number(found['communes'])} xã, phường, thị trấn"
    return Fact(said, reverse("desk:agency", args=[agency.pk]))


def _answers(actor: Actor, agency: Agency, year: int, today: date) -> list[Fact]:
    """Of all difficulties that were put to the agency; an answer on the due day is in time."""
    put = visible_difficulties(actor).filter(owner=agency, year=year)
    late = Q(answered_on__gt=F("due_on")) | Q(answered_on=None, due_on__lt=today)
    found = put.aggregate(n=Count("pk"), answered=Count("pk", Q(answered_on__isnull=False)), late=Count("pk", late))
    whose = {"noi-giai-quyet": agency.pk, "nam": year}
    href = f"{reverse('fieldwork:difficulties')}?{urlencode(whose)}"
    said = f"đã trả lời {number(found['answered'])}/{number(found['n'])}, chậm hoặc quá hạn {number(found['late'])}"
    return [Fact(said, href)]


def _papers(actor: Actor, agency: Agency, year: int, today: date) -> list[Fact]:
    """Of each sort what is owed, and what of it came late or not at all; each opens the list of just those."""
    rules, days = rule_values(agency.province, year), calendar(year - 1, year + 1)
    owed = visible_obligations(actor).filter(agency=agency, year=year, kind__in=sorted(CADRE_KINDS))
    counts = tally_by("kind", owed, on=today, rules=rules, calendar=days)
    found = []
    for kind in ObligationKind:
        if stood := counts.get(kind.value):
            whose = {"nam": year, "co-quan": agency.pk, "loai": slugify_vi(kind.label)}
            href, said = f"{reverse('deadlines:obligations')}?{urlencode(whose)}", kind.label.lower()
            found.append(Fact(f"{number(stood.total - stood.of(State.CLOSED))} {said}", href))
            if failed := stood.late + stood.missing:
                found.append(Fact(f"{number(failed)} {said} chậm hoặc chưa gửi", f"{href}&xem=chua-bao-dam"))
    return found or [Fact("chưa có")]


def _supports(actor: Actor, agency: Agency, year: int, href: str) -> Fact:
    lines = visible_supports(actor).filter(STANDING, agency=agency, year=year)
    found = lines.aggregate(n=Count("pk"), total=Sum("value_vnd"))
    return Fact(f"{number(found['n'])} hoạt động, trị giá {money(found['total'] or 0)}", href)
