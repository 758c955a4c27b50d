"""Named reads about replacing a cadre."""

from __future__ import annotations

from collections import Counter
from datetime import date, timedelta
from uuid import UUID

from django.db.models import Q, QuerySet

from diaban.assignments.models import Assignment
from diaban.assignments.policies import visible_assignments
from diaban.fieldwork.models import Commitment, Difficulty
from diaban.fieldwork.rules import NEXT, CommitmentState, DifficultyState
from diaban.kit.actors import Actor
from diaban.people.models import Post
from diaban.places.models import Unit
from diaban.regulations.queries import calendar, rule_values
from diaban.replacement.models import Handover, ReplacementRequest
from diaban.replacement.policies import visible_handovers, visible_replacements
from diaban.replacement.rules import OPEN, commitment_line, difficulty_line

ALONG = (
    *("commune__parent", "cadre", "agency", "province", "assignment__decision"),
    *("proposed_cadre", "proposed_agency", "new_assignment__cadre", "new_assignment__agency"),
    "new_assignment__decision",
)


def open_requests(assignment: Assignment) -> QuerySet[ReplacementRequest]:
    """The requests for another cadre that wait for a decision: at most one a side."""
    return ReplacementRequest.objects.filter(assignment=assignment, state__in=OPEN)


def ended_by(assignment: Assignment, today: date) -> bool:
    return assignment.ends_on is not None and assignment.ends_on <= today


def request_in_view(actor: Actor, pk: UUID) -> ReplacementRequest | None:
    return visible_replacements(actor).select_related(*ALONG).filter(pk=pk).first()


def handover_in_view(actor: Actor, pk: UUID) -> Handover | None:
    along = [f"request__{name}" for name in ALONG]
    return visible_handovers(actor).select_related(*along).filter(pk=pk).first()


def handover_of(actor: Actor, request: ReplacementRequest) -> Handover | None:
    return visible_handovers(actor).filter(request=request).first()


def duty_in_view(actor: Actor, pk: UUID) -> Assignment | None:
    along = ("commune__parent", "cadre", "agency", "province", "decision")
    return visible_assignments(actor).select_related(*along).filter(pk=pk).first()


def duties_running(actor: Actor, today: date) -> list[Assignment]:
    rows = visible_assignments(actor).filter(Q(ends_on=None) | Q(ends_on__gt=today), starts_on__lte=today)
    return list(rows.select_related("commune", "cadre", "agency").order_by("commune__name", "pk"))


def open_of(actor: Actor, assignment: UUID) -> ReplacementRequest | None:
    """The newest that the person may know of and that waits."""
    rows = visible_replacements(actor).filter(assignment_id=assignment, state__in=OPEN)
    return rows.order_by("-requested_on", "-id").first()


def working_day_after(day: date, days: int) -> date:
    return calendar(day.year, day.year + 1).add_working_days(day, days)


def verify_by(province: Unit, asked_on: date) -> date:
    return working_day_after(asked_on, rule_values(province, asked_on.year).replacement_verify_days)


def hand_over_by(province: Unit, effective_on: date) -> date:
    return working_day_after(effective_on, rule_values(province, effective_on.year).handover_days)


def fill_by(province: Unit, effective_on: date) -> date:
    return effective_on + timedelta(days=rule_values(province, effective_on.year).vacancy_fill_days)


def posts_offered(province: int, on: date, *, instead_of: UUID) -> list[tuple[str, str]]:
    """Whom the Board may propose instead of a cadre: who holds a post in an agency of the province on the day.

    Each with how many communes the person follows already, so that nobody is loaded unseen.
    """
    posts = _posts(province, on).exclude(cadre_id=instead_of)
    running = Assignment.objects.filter(Q(ends_on=None) | Q(ends_on__gt=on), starts_on__lte=on, province_id=province)
    load = Counter(running.values_list("cadre_id", flat=True))
    return [(str(post.pk), f"{post.cadre}, {post.agency} ({_loaded(load[post.cadre_id])})") for post in posts]


def _loaded(communes: int) -> str:
    return f"đang theo dõi {communes} xã" if communes else "chưa theo dõi xã nào"


def post_named(province: int, on: date, key: str) -> Post | None:
    return _posts(province, on).filter(pk=key).first() if key else None


def _posts(province: int, on: date) -> QuerySet[Post]:
    held = Post.objects.filter(Q(ends_on=None) | Q(ends_on__gt=on), starts_on__lte=on, agency__province_id=province)
    return held.select_related("cadre", "agency").order_by("cadre__sort_key", "pk")


def to_hand_over(handover: Handover) -> tuple[list[str], list[str]]:
    """What is open, as the minutes hold it; before they are written, as the records say today."""
    if handover.written_at:
        return handover.difficulties, handover.commitments
    return left_open(handover.request)


def left_open(request: ReplacementRequest) -> tuple[list[str], list[str]]:
    """What is open between the commune and the cadre who leaves: difficulties and commitments, a line each."""
    own = {"commune_id": request.commune_id, "cadre_id": request.cadre_id}
    waiting = [state for state in DifficultyState if NEXT[state]]
    matters = Difficulty.objects.filter(**own, state__in=waiting).order_by("raised_on", "pk")
    promised = Commitment.objects.filter(**own, state=CommitmentState.OPEN).order_by("due_on", "pk")
    return (
        [
            difficulty_line(raised_on=one.raised_on, title=one.title, state=DifficultyState(one.state).label)
            for one in matters
        ],
        [commitment_line(due_on=one.due_on, text=one.text) for one in promised],
    )
