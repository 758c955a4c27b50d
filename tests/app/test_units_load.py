"""Loading the lists of units into the database, and reading them on a day."""

from collections.abc import Iterator
from datetime import UTC, date, datetime

import pytest
from django.db import IntegrityError, transaction
from pytest_django import DjangoAssertNumQueries, DjangoDbBlocker

from diaban.kit.actors import the_system
from diaban.kit.models import AuditEvent
from diaban.places import queries
from diaban.places.models import Unit, UnitSuccession
from diaban.places.rules.kinds import Level
from diaban.places.rules.matching import MatchState, match
from diaban.places.services import Loaded, load_units

pytestmark = pytest.mark.django_db
AT = datetime(2025, 7, 2, 8, tzinfo=UTC)
BEFORE, AFTER = date(2025, 6, 30), date(2025, 7, 1)


@pytest.fixture(scope="module")
def loaded(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[Loaded]:
    """The lists, loaded once for this file and gone after it; each test works in a savepoint of its own."""
    with django_db_blocker.unblock(), transaction.atomic():
        yield load_units(by=the_system(), at=AT)
        transaction.set_rollback(True)


def test_the_lists_are_loaded_once_and_audited(loaded: Loaded) -> None:
    assert (Unit.objects.count(), UnitSuccession.objects.count()) == loaded == Loaded(15589, 12071)
    assert load_units(by=the_system(), at=AT) == Loaded(0, 0)
    line = AuditEvent.objects.get(action="units.load")
    assert line.details == {"units": 15589, "links": 12071}


@pytest.mark.usefixtures("loaded")
def test_each_day_has_its_whole_map() -> None:
    counts = {
        day: [queries.units_on(day, level).count() for level in Level]
        for day in (date(2022, 12, 14), date(2023, 12, 31), date(2024, 12, 31), BEFORE, AFTER)
    }
    assert counts == {
        date(2022, 12, 14): [63, 705, 10599],
        date(2023, 12, 31): [63, 705, 10599],
        date(2024, 12, 31): [63, 696, 10035],
        BEFORE: [63, 696, 10035],
        AFTER: [34, 0, 3321],
    }


@pytest.mark.usefixtures("loaded")
def test_no_unit_outlives_what_it_belongs_to() -> None:
    for unit in Unit.objects.exclude(parent=None).select_related("parent"):
        assert unit.parent is not None
        assert unit.parent.covers(unit.valid_from)
        assert (unit.parent.valid_to or date.max) >= (unit.valid_to or date.max)
        assert unit.province_id == (unit.parent.province_id or unit.parent_id)


@pytest.mark.usefixtures("loaded")
def test_hoa_binh_keeps_its_151_units_until_the_reform() -> None:
    for day in (date(2022, 12, 14), date(2023, 6, 1), date(2023, 12, 31), BEFORE):
        kinds = list(queries.communes_of("17", day).values_list("kind", flat=True))
        assert (len(kinds), kinds.count("xa"), kinds.count("phuong"), kinds.count("thi-tran")) == (151, 129, 12, 10)
        assert queries.districts_of("17", day).count() == 10
    heirs = {heir.code for unit in queries.communes_of("17", BEFORE) for heir in queries.successors(unit)}
    assert len(heirs) == 46
    assert [unit.name for unit in queries.successors(queries.province_on("17", BEFORE))] == ["Tỉnh Phú Thọ"]


@pytest.mark.usefixtures("loaded")
def test_a_code_is_used_again_for_another_unit() -> None:
    before, after = (queries.units_on(day).get(code="05212") for day in (BEFORE, AFTER))
    assert (before.name, after.name) == ("Xã Hang Kia", "Xã Pà Cò")
    assert {unit.name for unit in queries.predecessors(after)} >= {"Xã Hang Kia", "Xã Pà Cò"}
    assert queries.path_name(before) == "xã Hang Kia, huyện Mai Châu"
    assert queries.path_name(after) == "xã Pà Cò"


@pytest.mark.usefixtures("loaded")
def test_a_unit_is_seen_under_a_later_map() -> None:
    old = Unit.objects.get(code="00226", valid_to=date(2024, 9, 1))
    assert [unit.name for unit in queries.under_the_map_of(old, BEFORE)] == ["Phường Phương Liên - Trung Tự"]
    assert all(unit.covers(AFTER) for unit in queries.under_the_map_of(old, AFTER))
    vanished = Unit.objects.get(code="11353", valid_to=date(2024, 9, 1))  # phường Cầu Đất, Hải Phòng
    assert queries.under_the_map_of(vanished, BEFORE)


@pytest.mark.usefixtures("loaded")
def test_two_versions_of_a_unit_never_overlap() -> None:
    unit = Unit.objects.get(code="05212", valid_to=AFTER)
    unit.pk, unit.valid_from = None, date(2023, 1, 1)
    with pytest.raises(IntegrityError, match="one_unit_per_code_at_a_time"), transaction.atomic():
        unit.save()


@pytest.mark.usefixtures("loaded")
def test_what_a_person_changed_stays() -> None:
    Unit.objects.filter(code="05212", valid_from=AFTER).update(name="Xã Tên Mới")
    load_units(by=the_system(), at=AT)
    assert queries.units_on(AFTER).get(code="05212").name == "Xã Tên Mới"


@pytest.mark.usefixtures("loaded")
def test_the_gazetteer_of_the_database_answers_like_that_of_the_files(
    django_assert_num_queries: DjangoAssertNumQueries,
) -> None:
    with django_assert_num_queries(2):
        gazetteer = queries.gazetteer(date(2022, 12, 14))
    found = match(gazetteer, ward="Xã Pà Cò", district="H. Mai Châu", province="Hoà Bình")
    assert (found.state, found.code, found.former) == (MatchState.EXACT, "05209", False)
