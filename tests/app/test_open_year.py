"""A year is opened from the command line: everything that it owes is written down, once."""

import json

import pytest

from diaban.config.cli import main
from diaban.obligations.models import Obligation
from tests import make

pytestmark = pytest.mark.django_db

ARGUMENTS = ["open-year", "--year", "2024", "--province", "17", "--format", "json"]


def test_a_year_is_opened_once(capsys: pytest.CaptureFixture[str]) -> None:
    make.world()

    assert (main(ARGUMENTS), json.loads(capsys.readouterr().out)["written"]) == (0, 10)
    assert (main(ARGUMENTS), json.loads(capsys.readouterr().out)["written"]) == (0, 0)
    assert Obligation.objects.filter(year=2024).count() == 10


def test_a_province_that_was_not_there_is_refused_in_words(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(ARGUMENTS) == 2
    assert "Không có tỉnh mang mã «17» trong năm 2024." in capsys.readouterr().err
