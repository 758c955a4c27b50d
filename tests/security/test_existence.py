"""Existence: what is forbidden and what is not there get the same status and the same body."""

from __future__ import annotations

from uuid import UUID

import pytest
from django.test import Client

from diaban.dashboards.queries.registry import FIGURES, LEDGERS
from tests.security import doors
from tests.security.conftest import Year

NOBODY = UUID("018c0ecf-f940-7d9b-b108-000000000000")
READERS = ("btc", "btv", "kiemtra", "canbo", "canbo/agency", "coquan", "xa", "huyen", "ban-board")


def answer(client: Client, path: str) -> tuple[int, bytes, dict[str, str]]:
    response = client.get(path)
    return response.status_code, response.content, dict(response.headers)


@pytest.mark.parametrize("username", READERS)
def test_a_forbidden_record_answers_as_an_absent_one(guarded: Year, username: str) -> None:
    who = guarded.principals[username]
    client = doors.knocking_as(who).client
    absent = answer(client, f"{doors.YEAR}ban-ghi/chuyen-di/{NOBODY}/")
    hidden = doors.sample(list(guarded.records.values()), who, each=2, seen=False)

    assert absent[0] == 404
    for record in hidden:
        assert answer(client, doors.record_door(record)) == absent, record
    for ledger in (*LEDGERS, "khong-co"):
        assert answer(client, f"{doors.YEAR}ban-ghi/{ledger}/{NOBODY}/") == absent, ledger


@pytest.mark.parametrize("username", ["canbo", "coquan", "xa", "huyen"])
def test_a_forbidden_group_answers_as_an_absent_one(guarded: Year, username: str) -> None:
    who = guarded.principals[username]
    client = doors.knocking_as(who).client
    ways = {"co-quan": "agency", "can-bo": "cadre", "xa": "commune", "huyen": "district"}
    groups = {key: found[0] for key, way in ways.items() if (found := guarded.out_of_scope(who, way))}

    for keys in doors.figures_by_ledger().values():
        for cut in FIGURES[keys[0]].ledger.cuts:
            if cut.key in groups and cut.path != "agency_name":
                path = f"{doors.YEAR}{keys[0]}/?chia={cut.key}&nhom="
                there, nowhere = answer(client, f"{path}{groups[cut.key]}"), answer(client, f"{path}{NOBODY}")
                assert there == nowhere, path
                assert there[0] == 404


def test_the_draft_of_a_rule_set_is_absent_to_all_but_the_board(guarded: Year) -> None:
    from diaban.regulations.models import RuleSet

    draft = RuleSet.objects.exclude(province=None)[0]
    RuleSet.objects.filter(pk=draft.pk).update(state="draft")
    for username in ("btv", "canbo", "xa", "ban-standing"):
        client = doors.knocking_as(guarded.principals[username]).client
        assert answer(client, f"/bo-quy-tac/{draft.pk}/") == answer(client, f"/bo-quy-tac/{NOBODY}/"), username


def test_an_article_that_is_not_published_is_absent(guarded: Year, client: Client) -> None:
    from diaban.newsroom.models import Article

    slug = Article.objects.values_list("slug", flat=True)[0]
    assert client.get(f"/tin-hoat-dong/{slug}/").status_code == 200
    Article.objects.update(state="draft")
    for tail in ("", "ban-in/"):
        assert answer(client, f"/tin-hoat-dong/{slug}/{tail}") == answer(client, f"/tin-hoat-dong/khong-co/{tail}")
    assert slug not in client.get("/tin-hoat-dong/").text + client.get("/tin-hoat-dong/feed.xml").text
