"""Each policy, for everybody, against the oracle; and each policy taken away once, to see that the tests notice."""

from __future__ import annotations

import sys
from collections.abc import Callable
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest

import diaban
from diaban.assessment.models import YearConclusion
from diaban.assessment.policies import visible_conclusions, visible_drafts
from diaban.assessment.services import save_draft
from diaban.assignments.models import Assignment
from diaban.assignments.policies import visible_agencies, visible_cadres, visible_communes
from diaban.dashboards.queries import summary
from diaban.documents.policies import visible_documents
from diaban.fieldwork.policies import visible_library
from diaban.journal.policies import visible_entries, visible_readings
from diaban.kit import statements
from diaban.kit.actors import Actor
from diaban.kit.clock import at_hanoi
from diaban.people.models import Account
from diaban.people.queries import actor_for, actor_on, grants_on
from diaban.regulations.models import RuleSet
from diaban.regulations.policies import visible_rule_sets
from diaban.reminders.models import Message
from diaban.reminders.policies import visible_deliveries, visible_messages, visible_runs
from tests.security import doors
from tests.security.conftest import TODAY, Year
from tests.security.facts import LEDGER_OF
from tests.security.oracle import PROVINCE_BODIES, READERS, Principal, may_read

BY_RECORD = {
    "visible_assignments": ("canbo", "phan-cong"),
    "visible_obligations": ("xa", "viec-phai-lam"),
    "visible_programmes": ("coquan", "chuong-trinh"),
    "visible_visits": ("canbo", "chuyen-di"),
    "visible_notes": ("xa", "ghi-nhan-tinh-hinh"),
    "visible_difficulties": ("coquan", "kho-khan"),
    "visible_innovations": ("huyen", "mo-hinh"),
    "visible_commitments": ("xa", "cam-ket"),
    "visible_events": ("coquan", "su-kien"),
    "visible_invitations": ("canbo", "giay-moi"),
    "visible_facts": ("xa", "so-lieu-xa"),
    "visible_supports": ("canbo", "ho-tro"),
    "visible_bulletins": ("coquan", "ban-tin"),
    "visible_agency_acts": ("xa", "viec-cua-co-quan"),
    "visible_assessments": ("btv", "phieu-nhan-xet"),
    "visible_replacements": ("kiemtra", "de-nghi-thay-the"),
    "visible_agency_assessments": ("canbo", "nhan-xet-co-quan"),
    "visible_inspections": ("coquan", "kiem-tra"),
    "visible_findings": ("xa", "ket-luan-kiem-tra"),
    "visible_rankings": ("huyen", "xep-loai"),
    "visible_reports": ("huyen", "bao-cao"),
    "visible_rounds": ("btv", "dot-danh-gia"),
    "visible_lines": ("coquan", "ket-qua-theo-doi"),
}
"""A policy, who would be told too much without it, and the records that it guards."""
OTHERWISE = {
    "visible_entries",
    "visible_readings",
    "visible_library",
    "visible_cadres",
    "visible_communes",
    "visible_agencies",
    "visible_documents",
    "visible_rule_sets",
    "visible_conclusions",
    "visible_messages",
    "visible_deliveries",
    "visible_devices",
    "visible_runs",
    "visible_drafts",
    "visible_cases",
    "visible_samples",
    "visible_handovers",
    "public_articles",
    "public_directives",
}
"""Policies over people, places and published things: compared by their own rules below."""
EVERYBODY = (
    "btc",
    "btv",
    "kiemtra",
    "coquan",
    "canbo",
    "canbo/agency",
    "xa",
    "huyen",
    "bientap",
    "quantri",
    "giamsat",
    "ban-board",
)

NOON = at_hanoi(TODAY, 12)
Policy = Callable[[Actor], Any]


def policies() -> dict[str, Policy]:
    """Every policy of the house that gives records."""
    found: dict[str, Policy] = {}
    for path in sorted(Path(diaban.__path__[0]).glob("*/policies.py")):
        module = import_module(f"diaban.{path.parent.name}.policies")
        given = {n: f for n, f in vars(module).items() if n.startswith(("visible_", "public_"))}
        found |= {name: policy for name, policy in given.items() if policy.__module__ == module.__name__}
    return found


def actor(who: Principal) -> Actor:
    account = Account.objects.get(username=who.username)
    return (
        actor_for(account, grants_on(account, TODAY).get(pk=who.grant), on=TODAY)
        if who.grant
        else actor_on(account, TODAY)
    )


def differences(year: Year, who: Principal, name: str) -> set[object]:
    """What a policy gives and the oracle does not, and the other way round."""
    ledger = BY_RECORD[name][1]
    given = {row.pk for row in policies()[name](actor(who))}
    granted = {record.pk for record in year.seen_by(who) if record.ledger == ledger}
    drafts = {record.pk for record in year.records.values() if record.ledger == ledger and record.draft}
    return (given ^ granted) - (drafts if name == "visible_programmes" and who.role == "cadre" else set())


def test_every_policy_is_entered() -> None:
    assert policies().keys() == BY_RECORD.keys() | OTHERWISE


def test_a_form_that_is_not_sent_is_its_commune_s_alone(guarded: Year) -> None:
    duty = Assignment.objects.filter(commune=guarded.principals["xa"].commune, ends_on=None).get()
    save_draft(assignment=duty, year=2024, written={"strengths": "Riêng."}, by=actor(guarded.principals["xa"]), at=NOON)
    assert {name for name in EVERYBODY if visible_drafts(actor(guarded.principals[name])).exists()} == {"xa"}


def test_every_kind_of_record_has_a_policy() -> None:
    parts = {"noi-dung-chuong-trinh", "buoc-chuong-trinh", "buoc-kho-khan", "tra-loi-ban-tin", "xa-lam-theo"} | {
        "y-kien-ket-qua"
    }  # fmt: skip
    assert {ledger for _, ledger in BY_RECORD.values()} == set(LEDGER_OF.values()) - parts


@pytest.mark.parametrize("username", EVERYBODY)
def test_each_policy_gives_what_the_oracle_grants(guarded: Year, username: str) -> None:
    who = guarded.principals[username]
    assert {name: found for name in BY_RECORD if (found := differences(guarded, who, name))} == {}


@pytest.mark.parametrize("username", EVERYBODY)
def test_people_and_places_come_with_the_assignments_in_scope(guarded: Year, username: str) -> None:
    who = guarded.principals[username]
    me, mine = actor(who), [record for record in guarded.seen_by(who) if record.ledger == "phan-cong"]
    whole = who.role in PROVINCE_BODIES

    cadres, agencies = ({row.pk for row in policy(me)} for policy in (visible_cadres, visible_agencies))
    communes = {row.pk for row in visible_communes(me)}

    within(whole, cadres, {r.cadre for r in mine})
    own = {who.agency} if who.role == "agency" else {r.agency for r in mine}
    within(whole, agencies, own)
    within(whole, communes, {r.commune for r in mine})
    assert whole or who.role in READERS or not (cadres or agencies or communes)


@pytest.mark.parametrize("username", EVERYBODY)
def test_the_library_holds_the_own_and_what_is_offered_to_the_province(guarded: Year, username: str) -> None:
    who = guarded.principals[username]
    given = {row.pk for row in visible_library(actor(who))}
    models = [record for record in guarded.records.values() if record.ledger == "mo-hinh"]
    assert given == {record.pk for record in models if may_read(who, record)}


def within(whole: bool, given: set[Any], own: set[Any]) -> None:
    """Exactly the own; whoever sees the province whole is also given what nobody follows."""
    assert given >= own
    assert whole or given == own


@pytest.mark.parametrize("username", EVERYBODY)
def test_papers_and_rules_stay_in_their_province(guarded: Year, username: str) -> None:
    who = guarded.principals[username]
    RuleSet.objects.exclude(province=None).update(state="draft")
    me = actor(who)

    assert {s.state for s in visible_rule_sets(me)} <= (
        {"draft", "published"} if who.role == "board" else {"published"}
    )
    assert {s.province_id for s in visible_rule_sets(me)} <= {None, who.province}
    assert {d.province_id for d in visible_documents(me)} <= {who.province}
    assert {c.province_id for c in visible_conclusions(me)} <= {who.province}


@pytest.mark.parametrize("username", EVERYBODY)
def test_reminders_are_their_reader_s_alone_and_the_board_sees_what_left(guarded: Year, username: str) -> None:
    who = guarded.principals[username]
    me = actor(who)
    one = Message.objects.filter(account=me.account).first() or Message.objects.all()[0]
    Message.objects.create(
        account_id=one.account_id, province_id=one.province_id, cause="urge", channel="email", on=TODAY,
        subject="Địa Bàn: 1 việc cần làm", made_at=at_hanoi(TODAY),
    )  # fmt: skip

    assert {message.account_id for message in visible_messages(me)} <= {me.account}
    assert {message.channel for message in visible_messages(me)} <= {"page"}
    ours = who.role == "board" and who.province == one.province_id
    assert (visible_deliveries(me).exists(), visible_runs(me).exists()) == (ours, ours)


@pytest.mark.parametrize("username", EVERYBODY)
def test_the_journal_is_read_by_the_board_of_the_province_and_by_the_auditor(guarded: Year, username: str) -> None:
    who = guarded.principals[username]
    me = actor(who)

    assert visible_entries(me).exists() == (who.role in {"board", "auditor"})
    if who.role == "auditor":
        return
    assert {reading.province_id for reading in visible_readings(me)} <= {who.province}
    assert len({chain for chain in visible_entries(me).values_list("chain", flat=True) if chain != "chung"}) <= 1


def test_whoever_has_no_province_is_told_of_no_conclusion(guarded: Year) -> None:
    YearConclusion.objects.create(
        province_id=guarded.principals["btc"].province or 0,
        year=2023,
        decision_symbol="1-KL/TU",
        concluded_on=TODAY,
        released_at=at_hanoi(TODAY),
    )
    assert visible_conclusions(actor(guarded.principals["xa"])).exists()
    assert not visible_conclusions(actor(guarded.principals["quantri"])).exists()


def give_everything(monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    """The policy taken away, wherever a room has taken it in."""
    original = policies()[name]

    def everything(someone: Actor, **_: object) -> Any:
        return original(someone).model._default_manager.all()

    everything.__module__ = original.__module__
    for module in [module for key, module in sys.modules.items() if key.startswith("diaban.")]:
        for attribute in [key for key, value in vars(module).items() if value is original]:
            monkeypatch.setattr(module, attribute, everything)


@pytest.fixture
def forgetful() -> Any:
    """No compiled statement outlives a policy that is taken away for a test."""
    statements._known.clear()
    yield
    statements._known.clear()


@pytest.mark.usefixtures("forgetful")
@pytest.mark.parametrize("name", BY_RECORD)
def test_a_policy_that_is_taken_away_is_noticed(guarded: Year, monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    username, ledger = BY_RECORD[name]
    who = guarded.principals[username]
    give_everything(monkeypatch, name)
    if ledger not in doors.figures_by_ledger():  # no figure counts it; test_daily_doors walks its pages
        assert differences(guarded, who, name)
        return
    knocking = doors.knocking_as(who)
    for key in doors.figures_by_ledger()[ledger]:
        doors.walk_pages(knocking, f"{doors.YEAR}{key}/", most=6)
    assert guarded.leaks(who, knocking.told)


@pytest.mark.usefixtures("forgetful")
@pytest.mark.parametrize("username", ["btv", "kiemtra", "huyen"])
def test_a_year_taken_for_concluded_is_noticed(guarded: Year, monkeypatch: pytest.MonkeyPatch, username: str) -> None:
    monkeypatch.setattr(summary, "concluded", lambda province, year: True)
    who = guarded.principals[username]
    knocking = doors.knocking_as(who)
    knocking.at(f"{doors.YEAR}pnx/")
    assert guarded.leaks(who, knocking.told)


@pytest.mark.usefixtures("forgetful")
@pytest.mark.parametrize("username", ["canbo", "xa", "huyen", "coquan"])
def test_a_scope_that_is_the_whole_province_is_noticed(
    guarded: Year, monkeypatch: pytest.MonkeyPatch, username: str
) -> None:
    monkeypatch.setattr(Actor, "sees_the_province", property(lambda self: self.province is not None))
    who = guarded.principals[username]
    knocking = doors.knocking_as(who)
    knocking.at(f"{doors.YEAR}chuyen-di/")
    assert guarded.leaks(who, knocking.told)
