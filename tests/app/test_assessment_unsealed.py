"""A province whose rule set seals nothing: a form is open when it is sent, and no sentence speaks of a seal."""

from __future__ import annotations

from datetime import date

import pytest
from pytest_django.fixtures import Settings

from diaban.regulations.rules import Mark, Source
from diaban.regulations.rules.judgement import SeenFrom
from diaban.regulations.services import draft_rule_set, publish_rule_set
from tests import make
from tests.app.test_assessment_page import sent
from tests.pages import browsers, posted, said

pytestmark = pytest.mark.django_db


def test_no_page_of_an_open_form_speaks_of_a_seal(settings: Settings) -> None:
    settings.DIABAN_CLOCK = date(2023, 12, 1)
    people = browsers()
    world = people.world
    wanted = draft_rule_set(
        province=world.province,
        code="mo-ngay",
        name="Phiếu mở ngay",
        starts_on=date(2023, 1, 1),
        changes={"assessment_seen_from": (SeenFrom.SUBMITTED, Source(Mark.SOURCE, "Quyết định thử"))},
        by=world.as_board,
        at=make.AT,
    )
    publish_rule_set(rule_set=wanted, by=world.as_board, at=make.AT)
    path = f"/phieu-nhan-xet/{sent(people).pk}/"
    told = [said(people.pa_co.get(path)), said(people.lan.get(f"{path}ban-in/"))]
    told.append(said(posted(people.board, f"{path}tra-lai/", reason="Muộn.")))
    assert "phiếu đã mở theo bộ quy tắc của năm" in told[0]
    assert "Mở ngay khi gửi" in told[1]
    assert "không trả lại được" in told[2]
    assert [words for words in ("iêm phong", "au khi kết luận", "au kết luận") if words in " ".join(told)] == []
