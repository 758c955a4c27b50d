"""A kept statement never keeps an answer, and never serves another person."""

from datetime import date

import pytest

from diaban.dashboards.queries.summary import scope_of_year
from diaban.fieldwork.figures.visits import VISITS
from diaban.kit.actors import Actor
from diaban.kit.figures import divide, tally
from tests import make

pytestmark = pytest.mark.django_db


def visits_seen_by(actor: Actor) -> object:
    assert actor.province is not None
    scope = scope_of_year(actor, province=actor.province, year=2023, as_of=date(2023, 6, 1))
    cut = VISITS.ledger.cut("xa")
    assert cut is not None
    return tally([VISITS], scope)["chuyen-di"], [(one.name, one.number) for one in divide(VISITS, cut, scope)]


def test_a_record_counts_from_the_moment_it_lands_and_for_whom_it_concerns() -> None:
    world = make.world()
    assert visits_seen_by(world.as_lan) == (0, [])

    make.visit(world.at_pa_co)

    assert visits_seen_by(world.as_lan) == (1, [("Xã Pà Cò", 1)])
    assert visits_seen_by(world.as_son) == (0, [])
    assert visits_seen_by(make.board(world.province)) == (1, [("Xã Pà Cò", 1)])
