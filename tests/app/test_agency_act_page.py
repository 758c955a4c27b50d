"""What an agency's leadership did for its cadres, as pages: recorded once with its paper, and who reads it."""

from __future__ import annotations

from datetime import date

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from pytest_django.fixtures import Settings

from diaban.attachments.models import Attachment
from diaban.fieldwork.models import AgencyAct
from tests.pages import NOWHERE, Browsers, browsers, posted, said, sending
from tests.rules.odd_files import pdf

pytestmark = pytest.mark.django_db
NEW = "/viec-co-quan/moi/"
ACT = {"kind": "check", "acted_on": "10/3", "content": "Nghe đồng chí Lan báo cáo quý I."}


@pytest.fixture
def people(settings: Settings) -> Browsers:
    settings.DIABAN_CLOCK = date(2023, 3, 20)
    return browsers()


def test_an_act_is_recorded_once_with_its_paper(people: Browsers) -> None:
    sent = sending(**ACT)
    for _ in range(2):
        paper = SimpleUploadedFile("bien-ban.pdf", pdf())
        assert people.noi_vu.post(NEW, sent | {"documents": paper}).status_code == 302
    act, file = AgencyAct.objects.get(), Attachment.objects.get()
    path = f"/viec-co-quan/{act.pk}/"
    assert "Nghe đồng chí Lan báo cáo quý I." in said(people.board.get(path))
    assert "Nghe đồng chí Lan" in said(people.inspector.get("/viec-co-quan/"))
    assert people.board.get(f"{path}tep/{file.pk}/").status_code == 200
    assert {who.get(path).status_code for who in (people.lan, people.pa_co)} == {404}
    assert people.lan.get(f"{path}tep/{file.pk}/").status_code == 404


@pytest.mark.parametrize(
    "wrong", [{"content": ""}, {"acted_on": "31/9"}, {"acted_on": "21/3/2023"}, {"kind": "x"}, {"content": "x" * 501}]
)
def test_what_is_wrong_is_said_and_nothing_is_saved(people: Browsers, wrong: dict[str, str]) -> None:
    answer = posted(people.noi_vu, NEW, **ACT | wrong)
    assert answer.status_code == 422
    assert 'aria-invalid="true"' in said(answer)
    assert not AgencyAct.objects.exists()


def test_only_an_agency_writes_and_a_foreign_key_opens_nothing(people: Browsers) -> None:
    assert {who.get(NEW).status_code for who in (people.lan, people.board, people.pa_co)} == {404}
    assert people.noi_vu.get(f"/viec-co-quan/{NOWHERE}/").status_code == 404
