"""The journal proves itself: written by the database's own triggers, and any tampering is found and located."""

from __future__ import annotations

import json
from datetime import date
from random import Random

import pytest
from django.conf import LazySettings
from django.db import DatabaseError, connection, transaction
from django.db.models import QuerySet
from django.urls import reverse

from diaban.assessment.models import AssessmentMark, CommuneAssessment
from diaban.config import cli
from diaban.journal.guard import journalled_tables
from diaban.journal.models import Entry, SealedReading
from diaban.journal.queries import day_heads, verify
from diaban.journal.rules import FaultKind, head_on_paper
from diaban.kit.errors import RuleBroken
from diaban.obligations.services import expect_year
from diaban.regulations.models import Directive, RuleParameter
from diaban.regulations.services import seed_regulations
from tests import make
from tests.app.test_assessment_send import AT, WHY, sent
from tests.pages import browsers
from tests.tampering import tamper

pytestmark = pytest.mark.django_db


def small_world() -> make.World:
    """A province with its rules, decisions, two duties and a sealed form; nothing is left to be checked later."""
    world = make.world()
    board = make.board(world.province)
    seed_regulations(province=world.province, by=board, at=AT)
    expect_year(province=world.province, year=2023, by=board, at=AT)
    sent(world)
    connection.check_constraints()
    return world


def entries_of(table: str, record: str) -> QuerySet[Entry]:
    return Entry.objects.filter(table_name=table, record=record)


def test_two_hundred_tamperings_are_found_where_they_are_and_nothing_else_is() -> None:
    small_world()
    assert verify().faults == []
    random = Random(26)
    for _ in range(200):
        with transaction.atomic():
            touched = tamper(random)
            found = verify().faults
            assert touched.is_all_of(found), (touched, found)
            transaction.set_rollback(True)
    assert verify().faults == []


def test_a_chain_written_anew_as_a_whole_is_shown_by_its_head_on_paper() -> None:
    small_world()
    kept = day_heads(["17"])
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("SET LOCAL session_replication_role = replica")
        cursor.execute("UPDATE assessment_communeassessment SET limits = 'Không có.'")
        cursor.execute("DELETE FROM journal_entry WHERE chain = '17'; DELETE FROM journal_chain WHERE code = '17'")
        for table in journalled_tables():
            cursor.execute("SELECT journal_take(%s, 'insert', %s, %s)", [table.name, table.key, table.home])
        rewritten = [fault for fault in verify(paper=kept).faults if fault.chain == "17"]
        transaction.set_rollback(True)
    assert [(fault.kind, fault.seq) for fault in rewritten] == [(FaultKind.PAPER, kept[0].seq)]
    assert verify(paper=kept).faults == []


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE journal_entry SET act = 'delete'",
        "DELETE FROM journal_entry",
        "TRUNCATE journal_entry",
        "INSERT INTO journal_entry SELECT 'x', '17', 99999, at, act, table_name, record, content, writer, hash "
        "FROM journal_entry LIMIT 1",
        "UPDATE journal_chain SET seq = 1",
        "DELETE FROM journal_chain",
        "TRUNCATE regulations_directive CASCADE",
    ],
)
def test_the_products_own_user_only_adds_and_only_through_records(statement: str) -> None:
    make.decision(province=make.province())
    with pytest.raises(DatabaseError, match="only by its own triggers"), transaction.atomic():
        connection.cursor().execute(statement)


@pytest.mark.parametrize(
    "statement",
    [
        "ALTER TABLE regulations_directive DISABLE TRIGGER journal_update",
        "DROP TRIGGER journal_stays ON journal_entry",
        "CREATE OR REPLACE TRIGGER journal_stays BEFORE UPDATE OR DELETE OR TRUNCATE ON journal_entry "
        "FOR EACH STATEMENT WHEN (false) EXECUTE FUNCTION journal_keep()",
        "CREATE OR REPLACE TRIGGER journal_added BEFORE INSERT ON journal_entry "
        "FOR EACH STATEMENT EXECUTE FUNCTION journal_keep()",
        "CREATE OR REPLACE FUNCTION journal_note() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NULL; END'",
    ],
)
def test_a_guard_taken_away_is_a_fault(statement: str) -> None:
    connection.cursor().execute(statement)
    assert [fault.kind for fault in verify().faults] == [FaultKind.UNGUARDED]


def test_every_way_of_writing_is_entered() -> None:
    world = small_world()
    before = Entry.objects.filter(chain="17").count()
    Directive.objects.filter(province=world.province).update(abstract="Sửa cả loạt bằng một lệnh.")
    changed = Directive.objects.filter(province=world.province).count()
    assert changed > 0
    assert Entry.objects.filter(chain="17").count() == before + changed
    gone = RuleParameter.objects.all()[0]
    key = str(gone.pk)
    gone.delete()
    assert [one.act for one in entries_of("regulations_ruleparameter", key)] == ["insert", "delete"]
    form, mark = CommuneAssessment.objects.get(), AssessmentMark.objects.all()[0]
    assert entries_of("assessment_communeassessment", str(form.pk)).get().chain == "17"
    assert entries_of("assessment_assessmentmark", str(mark.pk)).get().chain == "17"
    assert verify().faults == []


def test_a_column_that_comes_later_is_not_held_against_older_records() -> None:
    small_world()
    with connection.cursor() as cursor:
        cursor.execute("ALTER TABLE regulations_directive ADD COLUMN later text NOT NULL DEFAULT 'mới'")
        assert verify().faults == []
        one = Directive.objects.values_list("pk", flat=True)[0]
        cursor.execute("UPDATE regulations_directive SET abstract = 'đã sửa' WHERE id = %s", [one])
        connection.check_constraints()
        assert verify().faults == []
        cursor.execute("SET LOCAL session_replication_role = replica")
        cursor.execute("UPDATE regulations_directive SET later = 'khác'")
    assert [(fault.kind, fault.record) for fault in verify().faults] == [(FaultKind.CONTENT, str(one))]


def test_the_command_says_where_and_takes_heads_from_paper(capsys: pytest.CaptureFixture[str]) -> None:
    small_world()

    def said(*words: str) -> tuple[int, str]:
        code = cli.run(cli.build_parser().parse_args(["verify", *words]))
        return code, capsys.readouterr().out

    head = day_heads(["17"])[0]
    assert said("--head", str(head.day)) == (0, "\n".join(one.written for one in day_heads()) + "\n")
    assert said("--paper", head.written.upper())[0] == 0
    assert cli.run(cli.build_parser().parse_args(["verify", "--paper", "17 abc"])) == cli.REFUSED
    code, text = said("--paper", head.written[:-1] + ("0" if head.written[-1] != "0" else "1"))
    assert (code, text.splitlines()[1]) == (1, f"- Chuỗi 17, dòng {head.seq}: mã trên giấy không có trong chuỗi.")
    connection.cursor().execute("SET LOCAL session_replication_role = replica")
    form = CommuneAssessment.objects.get()
    CommuneAssessment.objects.update(limits="Không có.")
    code, text = said("--format", "json")
    found = json.loads(text)
    assert (code, found["holds"]) == (1, False)
    assert [(one["kind"], one["table"], one["record"]) for one in found["faults"]] == [
        ("content", "assessment_communeassessment", str(form.pk))
    ]


def test_the_board_reads_the_journal_and_who_opened_a_sealed_form(settings: LazySettings) -> None:
    settings.DIABAN_CLOCK = date(2023, 12, 5)
    here = browsers()
    expect_year(province=here.world.province, year=2023, by=make.board(here.world.province), at=AT)
    sent(here.world)
    form = CommuneAssessment.objects.get()
    for _ in range(2):
        assert here.board.get(reverse("assessment:assessment", args=[form.pk])).status_code == 200
    reading = SealedReading.objects.get()
    assert (reading.record, reading.role) == (form.pk, "board")
    assert entries_of("journal_sealedreading", str(reading.pk)).count() == 1

    page = here.board.get("/nhat-ky/", {"bang": "assessment_communeassessment", "ma": str(form.pk), "kiem-tra": "1"})
    text = page.content.decode()
    assert "Nhật ký khớp" in text
    assert reading.by_name in text
    assert str(form.strengths) not in text
    head = day_heads(["17"])[0]
    assert "còn nguyên trong nhật ký" in here.board.get("/nhat-ky/", {"giay": head.written}).content.decode()
    assert "64 ký tự" in here.board.get("/nhat-ky/", {"giay": "17 abc"}).content.decode()
    forged = here.board.get("/nhat-ky/", {"giay": f"17 {head.seq} {'0' * 64}"}).content.decode()
    assert "mã trên giấy không có trong chuỗi" in forged
    assert here.board.get("/nhat-ky/", {"bang": "assessment_communeassessment", "ma": "x"}).status_code == 404
    assert {each.get("/nhat-ky/").status_code for each in (here.lan, here.pa_co, here.inspector)} == {404}


def test_the_list_tells_nothing_of_a_sealed_form_and_its_request_is_noted_like_it(settings: LazySettings) -> None:
    settings.DIABAN_CLOCK = date(2023, 12, 5)
    here = browsers()
    form = sent(here.world, wants_replacement=True, reasons=WHY)
    rows = here.board.get("/phieu-nhan-xet/").content.decode().split("<tbody>")[1]
    assert [word in rows for word in (str(form.pk), "Hoàn thành tốt", "Niêm phong")] == [True, False, True]
    for word in ("good", "excellent"):
        assert str(form.pk) not in here.board.get("/phieu-nhan-xet/", {"muc": word}).content.decode()
    assert str(form.pk) not in here.board.get("/phieu-nhan-xet/", {"xem": "de-nghi-thay"}).content.decode()
    assert not SealedReading.objects.exists()
    assert here.board.get(reverse("replacement:request", args=[form.replacement_id])).status_code == 200
    assert SealedReading.objects.get().record == form.replacement_id


@pytest.mark.usefixtures("year")
def test_a_simulated_year_is_entered_by_the_same_triggers() -> None:
    found = verify()
    assert found.faults == []
    assert [head.chain for head in found.heads] == ["17", "chung"]
    assert found.records > 3000


def test_a_head_mistyped_is_refused_with_its_shape() -> None:
    with pytest.raises(RuleBroken, match="64 ký tự"):
        head_on_paper("17 12 xyz")
