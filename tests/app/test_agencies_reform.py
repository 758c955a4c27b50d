"""The reform of 2025: agencies end and begin, links say what went where, history stays."""

from datetime import date

import pytest

from diaban.config.cli import main
from diaban.kit.clock import at_hanoi
from diaban.kit.errors import NotAllowed
from diaban.people.models import Agency, AgencySuccession
from diaban.people.rules.agency_lists import mergers, usual_agencies
from diaban.people.services import reform_agencies
from diaban.people.services.agencies import Reformed
from tests import make

pytestmark = pytest.mark.django_db

DAY = date(2025, 3, 1)
AT = at_hanoi(DAY)


def test_two_agencies_become_one_and_their_records_stay_with_them() -> None:
    world = make.world()
    traffic = make.agency("Sở Giao thông vận tải", province=world.province)

    done = reform_agencies(province=world.province, on=DAY, by=world.as_board, at=AT)

    new = Agency.objects.get(name="Sở Xây dựng", starts_on=DAY)
    world.xay_dung.refresh_from_db()
    assert world.xay_dung.ends_on == DAY
    assert sorted(link.old.name for link in AgencySuccession.objects.filter(new=new)) == [traffic.name, "Sở Xây dựng"]
    world.at_hang_kia.refresh_from_db()
    assert world.at_hang_kia.agency == world.xay_dung
    assert done == Reformed(ended=3, begun=2, linked=3)


def test_a_second_time_changes_nothing() -> None:
    world = make.world()
    reform_agencies(province=world.province, on=DAY, by=world.as_board, at=AT)

    assert reform_agencies(province=world.province, on=DAY, by=world.as_board, at=AT) == Reformed(0, 0, 0)


def test_only_the_board_of_the_province_reforms() -> None:
    world = make.world()
    with pytest.raises(NotAllowed):
        reform_agencies(province=world.province, on=DAY, by=world.as_standing, at=AT)
    assert not AgencySuccession.objects.exists()


def test_every_merger_joins_bodies_that_the_lists_know() -> None:
    before, after = usual_agencies(after_reform=False), usual_agencies(after_reform=True)
    assert [one for one in mergers() if one.old not in before] == []
    assert [one.new for one in mergers() if one.new not in after] == []


def test_the_verb_says_what_became_of_the_agencies(capsys: pytest.CaptureFixture[str]) -> None:
    make.world()

    assert main(["reform-agencies", "--province", "17", "--on", "2025-03-01"]) == 0
    assert capsys.readouterr().out == "Tỉnh Hòa Bình: 2 cơ quan kết thúc, 2 cơ quan mới, 2 mối kế thừa.\n"
    assert main(["reform-agencies", "--province", "99", "--on", "2025-03-01"]) == 2
