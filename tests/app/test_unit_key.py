"""The key of a unit in an address."""

from __future__ import annotations

import pytest

from diaban.assignments.policies import visible_communes
from diaban.places.models import Unit
from diaban.places.queries import with_key
from tests import make

pytestmark = pytest.mark.django_db


def test_a_unit_is_found_by_its_key_among_those_in_view() -> None:
    world = make.world()
    assert world.pa_co.key == "05212-20040101"
    assert with_key(Unit.objects.all(), world.pa_co.key) == world.pa_co
    assert with_key(visible_communes(world.as_son), world.pa_co.key) is None


@pytest.mark.parametrize("key", ["", "05212", "05212-", "05212-2004", "05212-20041301", "99999-20040101", "a-b-c", "٣"])
def test_any_other_key_finds_nothing(key: str) -> None:
    make.world()
    assert with_key(Unit.objects.all(), key) is None
