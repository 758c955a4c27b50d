"""The figures that a page shows and the states of the rule are two ways of counting the same rows: they agree."""

from __future__ import annotations

from datetime import date

import pytest
from django.db.models import Q

from diaban.kit.actors import the_system
from diaban.kit.figures import Scope
from diaban.obligations import figures, queries
from diaban.obligations.models import Obligation
from diaban.obligations.rules import ObligationKind, State
from diaban.regulations.rules import RuleValues, standard_calendar
from tests.app.obligation_world import world
from tests.app.test_obligations_standing import mixtures, store

pytestmark = pytest.mark.django_db

RECEIVED = Q(received_on__isnull=False)


@pytest.mark.parametrize(
    "on",
    [date(2024, 1, 20), date(2024, 1, 21), date(2023, 12, 16)],
    ids=["a working day", "a Sunday", "within extensions"],
)
def test_a_figure_counts_what_the_rule_says(on: date) -> None:
    hoa_binh = world()
    store(hoa_binh, [facts for facts in mixtures() if facts.received_on is None or facts.received_on <= on])
    kind = Q(kind=ObligationKind.YEAR_REPORT)
    ledger = figures.open_rows(Scope(the_system(hoa_binh.province.pk), hoa_binh.province.pk, 2023, on)).filter(kind)

    def states(*wanted: State, among: Q = kind) -> int:
        rows = Obligation.objects.filter(kind & among & Q(closed_on=None))
        return queries.in_state(rows, *wanted, on=on, rules=RuleValues(), calendar=standard_calendar()).count()

    in_time = states(State.ON_TIME, State.EXTENDED, State.EXCUSED, among=RECEIVED)
    assert ledger.filter(figures.RECEIVED_IN_TIME).count() == in_time > 0
    assert ledger.filter(figures.LATE).count() == states(State.SLIGHTLY_LATE, State.LATE) > 0
    assert ledger.filter(figures.MISSING).count() == states(State.MISSING) > 0
