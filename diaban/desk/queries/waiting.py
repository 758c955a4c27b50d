"""What waits for a person, source by source: each gives tasks out of what the policies let the person see."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from django.db.models import Max, QuerySet
from django.urls import reverse

from diaban.desk.rules import SOON, Mark, Task, countdown, overdue
from diaban.exchange.policies import visible_invitations
from diaban.exchange.rules import InvitationState
from diaban.fieldwork.models import Difficulty, Support, Visit
from diaban.fieldwork.policies import visible_commitments, visible_difficulties, visible_supports, visible_visits
from diaban.fieldwork.rules import CommitmentState, Confirmation, DifficultyState, RaisedBy, VisitState
from diaban.kit import formats
from diaban.kit.actors import Actor, Role
from diaban.kit.clock import local_date
from diaban.obligations.models import Obligation
from diaban.obligations.policies import visible_obligations
from diaban.obligations.queries import AHEAD, in_sight
from diaban.obligations.rules import CADRE_KINDS, ObligationKind, period_of
from diaban.planning.rules import EventKind

MOST = 40
OWED_BY = {
    Role.CADRE: CADRE_KINDS,
    Role.COMMUNE: frozenset({ObligationKind.COMMUNE_ASSESSMENT}),
    Role.AGENCY: frozenset({ObligationKind.AGENCY_ASSESSMENT}),
}


def owed(actor: Actor, today: date) -> Iterator[Task]:
    """What the person owes and has not sent, from its opening day on or when its due day is near."""
    mine = in_sight(visible_obligations(actor), today).filter(kind__in=sorted(OWED_BY[actor.role]))
    mine = mine.annotate(last_urged=Max("urges__urged_on")).select_related("commune")
    for one in mine.order_by("due_on", "id")[:MOST]:
        due = one.final_due
        yield Task(
            on=due,
            title=_name_of(one),
            href=_paper(one, today),
            mark=countdown(due, today),
            meta=_told_of(one.extended_to, one.last_urged),
            act="Soạn" if _paper(one, today) else "",
            act_href=_paper(one, today),
        )


def _told_of(extended_to: date | None, urged_on: date | None) -> str:
    """What was decided and said about it since."""
    said = [f"Được gia hạn đến {formats.day(extended_to)}"] if extended_to else []
    said += [f"Được nhắc ngày {formats.day(urged_on)}"] if urged_on else []
    return ". ".join(said)


def _name_of(one: Obligation) -> str:
    return f"{one.called}, {one.commune}" if one.commune else one.called


def _paper(one: Obligation, today: date) -> str:
    """Where it is written; empty while it is written on paper only."""
    if one.kind == ObligationKind.PROGRAMME and one.assignment_id:
        return reverse("planning:of_assignment", args=[one.assignment_id, one.year])
    period = period_of(ObligationKind(one.kind), one.period)
    if period and one.assignment_id and one.opens_on <= today + AHEAD:
        return reverse("reporting:of_assignment", args=[one.assignment_id, period.slug, one.year])
    if one.kind == ObligationKind.COMMUNE_ASSESSMENT and one.assignment_id and one.opens_on <= today:
        return reverse("assessment:of_assignment", args=[one.assignment_id, one.year])
    if one.kind == ObligationKind.AGENCY_ASSESSMENT and one.opens_on <= today:
        return reverse("assessment:of_agency", args=[one.agency_id, one.year])
    return ""


def planned(actor: Actor, today: date) -> Iterator[Task]:
    """Visits that were planned: the coming ones, and those whose day has gone by unrecorded."""
    rows = visible_visits(actor).filter(state=VisitState.PLANNED, visited_on__lte=today + AHEAD)
    for visit in rows.select_related("commune").order_by("visited_on", "id")[:MOST]:
        gone = visit.visited_on < today
        yield Task(
            on=visit.visited_on,
            title=f"{EventKind(visit.event_kind).label}, {visit.commune}",
            href=reverse("fieldwork:visit", args=[visit.pk]),
            mark=Mark("due", "Chưa ghi kết quả") if gone else Mark("", "Dự kiến đi", icon="cal"),
            meta=visit.place,
            act="Ghi kết quả" if visit.visited_on <= today and actor.is_(Role.CADRE) else "",
            act_href=f"{reverse('fieldwork:visit_new')}?du-kien={visit.pk}",
        )


def invited(actor: Actor, today: date) -> Iterator[Task]:
    """Invitations without an answer."""
    rows = visible_invitations(actor).filter(state=InvitationState.WAITING, event__called_off_at=None)
    for one in rows.select_related("event__commune").order_by("event__starts_at", "id")[:MOST]:
        day = local_date(one.event.starts_at)
        if day < today:
            continue
        href = reverse("exchange:event", args=[one.event_id])
        yield Task(
            on=day,
            title=f"{one.event.title}, {one.event.commune}",
            href=href,
            mark=Mark("due", "Chờ trả lời giấy mời", icon="cal"),
            meta=one.event.place,
            act="Trả lời",
            act_href=href,
        )


def promised(actor: Actor, today: date) -> Iterator[Task]:
    """What was promised the commune and falls due."""
    rows = visible_commitments(actor).filter(state=CommitmentState.OPEN, due_on__lte=today + timedelta(days=SOON))
    for one in rows.select_related("commune").order_by("due_on", "id")[:MOST]:
        href = reverse("fieldwork:commitment", args=[one.pk])
        yield Task(
            on=one.due_on,
            title=one.text,
            href=href,
            mark=countdown(one.due_on, today),
            meta=f"Hứa với {one.commune} ngày {formats.day(one.made_on)}",
            act="Ghi kết quả",
            act_href=href,
        )


def answered(actor: Actor, today: date) -> Iterator[Task]:
    """Answers that wait for whoever raised the difficulty."""
    side = RaisedBy.COMMUNE if actor.is_(Role.COMMUNE) else RaisedBy.CADRE
    rows = visible_difficulties(actor).filter(state=DifficultyState.ANSWERED, raised_by=side)
    for one in rows.select_related("commune").order_by("answered_on", "id")[:MOST]:
        yield _about(one, Mark("doing", "Đã trả lời, chờ ý kiến"), "Xem trả lời", one.answered_on or today)


def to_answer(actor: Actor, today: date) -> Iterator[Task]:
    """Difficulties that were put to the person's own agency and are not answered."""
    rows = visible_difficulties(actor).filter(state=DifficultyState.ROUTED, owner_id__in=actor.agencies)
    for one in rows.select_related("commune").order_by("due_on", "id")[:MOST]:
        due = one.due_on or today
        yield _about(one, countdown(due, today), "Trả lời", due)


def unanswered(actor: Actor, today: date) -> QuerySet[Difficulty]:
    """Everything in view that is overdue for an answer, the longest first."""
    rows = visible_difficulties(actor).filter(state=DifficultyState.ROUTED, due_on__lt=today)
    return rows.select_related("commune", "owner").order_by("due_on", "id")


def not_answered(actor: Actor, today: date) -> Iterator[Task]:
    for one in unanswered(actor, today)[:MOST]:
        due = one.due_on or today
        yield _about(one, overdue((today - due).days), "", due)


def to_route(actor: Actor, today: date) -> Iterator[Task]:
    """Difficulties that were raised and lie with nobody."""
    rows = visible_difficulties(actor).filter(state=DifficultyState.NEW)
    for one in rows.select_related("commune").order_by("raised_on", "id")[:MOST]:
        yield _about(one, Mark("due", "Chưa chuyển nơi giải quyết", icon="ring"), "Chuyển", one.raised_on)


def _about(one: Difficulty, mark: Mark, act: str, on: date) -> Task:
    href = reverse("fieldwork:difficulty", args=[one.pk])
    return Task(on=on, title=one.title, href=href, mark=mark, meta=str(one.commune), act=act, act_href=href)


def disputed(actor: Actor, today: date) -> Iterator[Task]:
    """Visits that the commune sees otherwise and the cadre has not answered."""
    rows = visible_visits(actor).filter(confirmation=Confirmation.DISPUTED, dispute_answer="", year__gte=today.year - 1)
    for visit in rows.select_related("commune").order_by("visited_on", "id")[:MOST]:
        href = reverse("fieldwork:visit", args=[visit.pk])
        yield Task(
            on=visit.visited_on,
            title=f"Chuyến đi {visit.commune}",
            href=href,
            mark=Mark("due", "Xã không thống nhất", icon="warn"),
            meta=visit.dispute_reason,
            act="Trả lời",
            act_href=href,
        )


def to_confirm(actor: Actor, today: date) -> tuple[list[Visit], list[Support]]:
    """What the commune has said nothing of: its last visits and lines of support, the newest first."""
    visits = visible_visits(actor).filter(state=VisitState.DONE, confirmation=Confirmation.SILENT)
    supports = visible_supports(actor).filter(confirmation=Confirmation.SILENT, reverses=None, reversal=None)
    return (
        list(visits.select_related("cadre", "commune").order_by("-visited_on", "-id")[:5]),
        list(supports.select_related("cadre", "commune").order_by("-supported_on", "-id")[:5]),
    )
