"""What the forms cost: each named in words, its time in minutes when under an hour."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from importlib import import_module
from pathlib import Path

import pytest
from pytest_django.fixtures import Settings

import diaban
from diaban.desk.rules import FORM_NAMES
from diaban.kit.burden import count_use
from diaban.kit.forms import RecordForm
from tests.pages import browsers, said


@pytest.mark.django_db
def test_the_burden_names_each_form_and_says_minutes_under_an_hour(settings: Settings) -> None:
    settings.DIABAN_CLOCK = date(2023, 3, 20)
    people = browsers()
    for form, seconds in (("chuyen-di", 600), ("chuyen-di", 900), ("mot-lan-bam", 5)):
        count_use(form=form, actor=people.world.as_lan, on=date(2023, 3, 1), seconds=seconds, fields=4)
    page = said(people.board.get("/ganh-nang/"))
    assert ("Ghi chuyến đi" in page, "Xác nhận bằng một lần bấm" in page) == (True, True)
    assert ("chuyen-di<" in page, "mot-lan-bam" in page, "0,0 giờ" in page) == (False, False, False)
    assert ("3 lần, 25 phút" in page, "dưới 1 phút" in page) == (True, True)


def test_every_form_has_a_name_in_words() -> None:
    for package in Path(diaban.__path__[0]).glob("*/forms*"):
        import_module(f"diaban.{package.parent.name}.forms")
    elsewhere = ("tests.", "diaban.dashboards.gallery")
    keys = {form.key for form in forms_of(RecordForm) if not form.__module__.startswith(elsewhere)}
    assert keys == FORM_NAMES.keys()


def forms_of(form: type[RecordForm]) -> Iterator[type[RecordForm]]:
    yield form
    for one in form.__subclasses__():
        yield from forms_of(one)
