"""What the records say beside each criterion of a form. Each fact opens the records that it was counted from."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from urllib.parse import urlencode

from django.db.models import Count, Q
from django.urls import reverse

from diaban.assignments.models import Assignment
from diaban.exchange.models import Invitation
from diaban.exchange.rules import InvitationState
from diaban.fieldwork.models import Commitment
from diaban.fieldwork.rules import CommitmentState
from diaban.kit.actors import Actor
from diaban.kit.formats import money_document, number
from diaban.obligations.policies import visible_obligations
from diaban.obligations.queries import standing_of
from diaban.obligations.rules import CADRE_KINDS, REPORT_KINDS, ObligationKind
from diaban.planning.policies import visible_programmes
from diaban.planning.rules import ProgrammeState
from diaban.regulations.queries import calendar, rule_values
from diaban.reporting.queries import lists_of, numbers_of, year_until


@dataclass(frozen=True, slots=True)
class Fact:
    """A short clause, and the address of its records; no address where there is nothing to open."""

    words: str
    href: str = ""


Facts = Mapping[str, list[Fact]]
"""By criterion."""


def facts_beside(actor: Actor, assignment: Assignment, year: int, *, today: date) -> Facts:
    """The year up to today, or whole when it is over."""
    until = min(today, date(year, 12, 31))
    span = year_until(year, until)
    have, at = numbers_of(assignment, span), lists_of(assignment, span)
    papers = _papers(actor, assignment, year, today)
    return {
        "programme": [_programme(actor, assignment, year), *papers.get(ObligationKind.PROGRAMME, [])],
        "presence": [
            Fact(f"{number(have['so-buoi'] / 2)} ngày đi cơ sở", at["so-buoi"]),
            Fact(f"{number(have['chuyen-di'])} chuyến đi", at["chuyen-di"]),
        ],
        "attendance": [
            Fact(f"{number(have['luot-tham-du'])} lượt dự sinh hoạt, hội nghị", at["luot-tham-du"]),
            *_invitations(assignment, year),
        ],
        "situation": [
            Fact(f"{number(have['ghi-nhan-tinh-hinh'])} ghi nhận tình hình", at["ghi-nhan-tinh-hinh"]),
            *(fact for kind in ObligationKind if kind in REPORT_KINDS for fact in papers.get(kind, [])),
        ],
        "difficulties": [
            Fact(f"{number(have['kho-khan'])} khó khăn, vướng mắc đã nêu", at["kho-khan"]),
            Fact(f"{number(have['kho-khan-da-tra-loi'])} đã được trả lời", at["kho-khan-da-tra-loi"]),
            Fact(f"{number(have['kho-khan-da-giai-quyet'])} đã giải quyết", at["kho-khan-da-giai-quyet"]),
        ],
        "innovations": [Fact(f"{number(have['mo-hinh'])} mô hình mới, cách làm sáng tạo", at["mo-hinh"])],
        "support": [
            Fact(f"{number(have['ho-tro'])} hoạt động hỗ trợ", at["ho-tro"]),
            Fact(f"trị giá {money_document(have['tong-ho-tro'])}", at["tong-ho-tro"]),
            Fact(f"xã đã xác nhận {money_document(have['ho-tro-da-xac-nhan'])}", at["ho-tro-da-xac-nhan"]),
        ],
        "style": [_promises(assignment, year)],
    }


def _programme(actor: Actor, assignment: Assignment, year: int) -> Fact:
    rows = visible_programmes(actor).filter(assignment_id=assignment.pk, year=year)
    found = rows.exclude(state=ProgrammeState.REPLACED).first()
    if found is None:
        return Fact(f"chưa có chương trình năm {year}")
    said = ProgrammeState(found.state).label
    return Fact(f"chương trình năm {year}: {said}", reverse("planning:programme", args=[found.pk]))


def _papers(actor: Actor, assignment: Assignment, year: int, today: date) -> dict[ObligationKind, list[Fact]]:
    """How what the cadre owed of the year stands, by sort."""
    rules, days = rule_values(assignment.province, year), calendar(year - 1, year + 1)
    owed = visible_obligations(actor).filter(assignment_id=assignment.pk, year=year, kind__in=sorted(CADRE_KINDS))
    found: dict[ObligationKind, list[Fact]] = {}
    for one in owed.order_by("due_on", "id"):
        kind = ObligationKind(one.kind)
        stands = standing_of(one, on=today, rules=rules, calendar=days).state.label.lower()
        href = reverse("deadlines:obligation", args=[one.pk])
        found.setdefault(kind, []).append(Fact(f"{one.called[0].lower()}{one.called[1:]}: {stands}", href))
    return found


def _invitations(assignment: Assignment, year: int) -> list[Fact]:
    found = Invitation.objects.filter(assignment=assignment, year=year).aggregate(
        n=Count("pk"), accepted=Count("pk", Q(state=InvitationState.ACCEPTED))
    )
    if not found["n"]:
        return []
    said = f"nhận lời {number(found['accepted'])}/{number(found['n'])} giấy mời"
    return [Fact(said, f"{reverse('exchange:invitations')}?{_whose(assignment, year)}")]


def _promises(assignment: Assignment, year: int) -> Fact:
    found = Commitment.objects.filter(assignment=assignment, year=year).aggregate(
        n=Count("pk"), kept=Count("pk", Q(state=CommitmentState.KEPT))
    )
    said = f"đã thực hiện {number(found['kept'])}/{number(found['n'])} cam kết với xã"
    return Fact(said, f"{reverse('fieldwork:commitments')}?{_whose(assignment, year)}")


def _whose(assignment: Assignment, year: int) -> str:
    """As the lists filter by duty and year."""
    return urlencode({"xa": assignment.commune_id, "can-bo": assignment.cadre_id, "nam": year})
