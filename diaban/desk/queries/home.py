"""The first page of each role: what waits, and the places or persons that are the person's own."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date

from django.db.models import Case, When

from diaban.dashboards.queries.registry import FIGURES
from diaban.dashboards.queries.summary import scope_of_year
from diaban.dashboards.rules import wording
from diaban.desk.queries import inspecting, papers, rating, replacing, waiting
from diaban.desk.queries.places import Place, places
from diaban.desk.rules import Task, in_order
from diaban.exchange.models import Bulletin
from diaban.exchange.policies import visible_bulletins
from diaban.fieldwork.models import Support, Visit
from diaban.kit import formats
from diaban.kit.actors import Actor, Role
from diaban.kit.figures import Figure, tally

Source = Callable[[Actor, date], Iterable[Task]]


SOURCES: dict[Role, tuple[Source, ...]] = {
    Role.CADRE: (
        waiting.owed,
        waiting.planned,
        papers.returned,
        papers.opened,
        waiting.invited,
        waiting.promised,
        waiting.answered,
        waiting.disputed,
        replacing.to_say,
        replacing.to_hand_over,
        inspecting.to_mend,
    ),
    Role.COMMUNE: (waiting.owed, waiting.answered, waiting.planned),
    Role.AGENCY: (
        waiting.owed,
        papers.to_endorse,
        waiting.to_answer,
        replacing.to_say,
        replacing.to_hand_over,
        inspecting.to_mend,
    ),
    Role.BOARD: (
        papers.to_take,
        papers.to_comment,
        waiting.to_route,
        waiting.not_answered,
        replacing.to_move,
        rating.to_rate,
        inspecting.to_decide,
        inspecting.to_judge,
    ),
    Role.STANDING: (waiting.not_answered, replacing.to_say, replacing.to_move, rating.to_rate, rating.to_answer),
    Role.DISTRICT: (waiting.not_answered,),
    Role.INSPECTOR: (inspecting.in_hand, inspecting.to_judge),
}
"""What a first page asks for; a role without an entry has no first page of its own."""
OVERSEERS = frozenset({Role.BOARD, Role.STANDING, Role.DISTRICT, Role.INSPECTOR})
TOLD = (
    "ct",
    "ct-chua-bao-dam",
    "chuyen-di",
    "ngay-di-co-so",
    "kho-khan",
    "kho-khan-qua-han",
    "tong-ho-tro",
    "ho-tro-da-xac-nhan",
)
"""The figures of the running year that an overseer sees first."""


@dataclass(frozen=True, slots=True)
class Home:
    """`tasks` in their order; `late` and `others` of them are past due and all the rest: together, every row."""

    tasks: Sequence[Task]
    places: Sequence[Place] = ()
    bulletins: Sequence[Bulletin] = ()
    visits: Sequence[Visit] = ()
    supports: Sequence[Support] = field(default=())

    @property
    def late(self) -> int:
        return sum(task.late for task in self.tasks)

    @property
    def others(self) -> int:
        return len(self.tasks) - self.late


def home(actor: Actor, today: date) -> Home:
    """A fixed number of queries, whatever waits."""
    tasks = in_order(task for source in SOURCES[actor.role] for task in source(actor, today))
    visits, supports = waiting.to_confirm(actor, today) if actor.is_(Role.COMMUNE) else ([], [])
    return Home(
        tasks=tasks,
        places=places(actor, today) if actor.is_(Role.CADRE, Role.COMMUNE, Role.AGENCY) else (),
        bulletins=_bulletins(actor) if actor.is_(Role.CADRE, Role.COMMUNE) else (),
        visits=visits,
        supports=supports,
    )


def _bulletins(actor: Actor) -> list[Bulletin]:
    """The unread first, then the newest."""
    unread_first = Case(When(receipt=None, then=0), default=1)
    return list(
        visible_bulletins(actor).select_related("commune", "receipt").order_by(unread_first, "-sent_at", "-id")[:5]
    )


def figures_told(actor: Actor, today: date) -> list[dict[str, object]]:
    """The figures of the running year with their values as a headline writes them; exact they stand in the records."""
    scope = scope_of_year(actor, province=actor.province or 0, year=today.year, as_of=today)
    told = [FIGURES[key] for key in TOLD if FIGURES[key].is_told(scope)]
    numbers = tally(told, scope)
    return [{"figure": one, "value": _headline(one, numbers[one.key])} for one in told]


def _headline(figure: Figure, value: wording.Number) -> str:
    """«4,04 tỷ đồng», in one piece."""
    number, unit = wording.in_margin(figure, value)
    return f"{number}{unit} đồng".replace(" ", formats.NBSP) if unit else number
