"""The Organisation Board imports the office's list: shown first, asked where unsure, recorded whole and once."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from diaban.assignments.models import Assignment, AssignmentDecision, ImportBatch
from diaban.assignments.services import ImportReport, import_assignments
from diaban.config.cli import main
from diaban.intake.services import take_in_assignments
from diaban.kit.actors import Actor, Role
from diaban.kit.clock import at_hanoi
from diaban.kit.errors import NotAllowed
from diaban.kit.models import AuditEvent
from diaban.kit.text import fold
from diaban.obligations.models import Obligation
from diaban.people.models import Agency, Cadre, Post
from diaban.places.models import Unit
from diaban.places.rules.lists import ListedUnit, units_on
from tests import make
from tests.rules.sheet_files import HEADER, Rows, csv, xlsx

pytestmark = pytest.mark.django_db

SIGNED = date(2022, 12, 14)
AT = at_hanoi(date(2022, 12, 20))
LAN = [1, "Hà Thị Lan", "Phó Giám đốc", "Sở Nội vụ", "Pà Cò, Hang Kia", "Mai Châu", "14/12/2022"]
SON = [2, "Bùi Văn Sơn", "Trưởng Ban", "Ban Dân vận Tỉnh ủy", "Xã Cun Pheo", "Mai Châu", "14/12/2022"]
UNSURE = [3, "Giàng A Páo", "Giám đốc", "Sở Tư pháp", "Xã Cao Sơn", None, "14/12/2022"]
WRONG = [4, "Lò Văn Tâm", "Giám đốc", "Sở Y tế", "Xã Mai Hạ", "Mai Châu", "31/9/2023"]


@pytest.fixture
def hoa_binh() -> Unit:
    """The province with its real districts and communes of the day."""
    units = {unit.code: unit for unit in units_on(SIGNED)}
    made: dict[str, Unit] = {}

    def build(listed: ListedUnit) -> Unit:
        if listed.code not in made:
            parent = build(units[listed.parent_code]) if listed.parent_code else None
            made[listed.code] = Unit.objects.create(
                code=listed.code,
                level=listed.level,
                kind=listed.kind,
                name=listed.name,
                folded=fold(listed.name),
                valid_from=listed.valid_from,
                parent=parent,
                province=made.get("17"),
            )
        return made[listed.code]

    for unit in units.values():
        if unit.code == "17" or unit.parent_code in {"17", "150", "152", "156"}:
            build(unit)
    return made["17"]


def bring(rows: Rows, by: Actor, *, commit: bool = False, answers: dict[str, str] | None = None) -> ImportReport:
    content = xlsx([HEADER, *rows])
    return import_assignments(
        content=content, filename="ds.xlsx", province="17", answers=answers, commit=commit, by=by, at=AT
    )


def test_a_preview_writes_nothing(hoa_binh: Unit) -> None:
    report = bring([LAN, SON, UNSURE, WRONG], make.board(hoa_binh))
    assert report.understood.counts() == {"ok": 2, "ask": 1, "error": 1}
    assert not Assignment.objects.exists()
    assert not Cadre.objects.exists()
    assert not ImportBatch.objects.exists()


def test_a_commit_records_everything_and_says_so_in_the_audit(hoa_binh: Unit) -> None:
    report = bring([LAN, SON], make.board(hoa_binh), commit=True)
    assert report.recorded is not None
    assert report.recorded.as_json() == {"cadres": 2, "agencies": 2, "assignments": 3, "already_there": 0}
    found = Assignment.objects.order_by("commune__code").values_list("commune__code", "cadre__full_name", "starts_on")
    assert list(found) == [
        ("05209", "Hà Thị Lan", SIGNED),
        ("05212", "Hà Thị Lan", SIGNED),
        ("05224", "Bùi Văn Sơn", SIGNED),
    ]
    assert list(Post.objects.order_by("title").values_list("title", "agency__name")) == [
        ("Phó Giám đốc", "Sở Nội vụ"),
        ("Trưởng Ban", "Ban Dân vận Tỉnh ủy"),
    ]
    assert set(Agency.objects.values_list("group", flat=True)) == {"state", "party"}
    assert AuditEvent.objects.filter(action="assignments.imported").count() == 1
    assert AuditEvent.objects.filter(action="assignment.added").count() == 3


def test_the_same_file_again_adds_nothing(hoa_binh: Unit) -> None:
    board = make.board(hoa_binh)
    bring([LAN, SON], board, commit=True)
    again = bring([LAN, SON], board, commit=True)
    assert again.recorded is not None
    assert again.recorded.as_json() == {"cadres": 0, "agencies": 0, "assignments": 0, "already_there": 3}
    assert (Cadre.objects.count(), Assignment.objects.count(), ImportBatch.objects.count()) == (2, 3, 1)


def test_an_earlier_day_for_what_is_on_record_adds_nothing(hoa_binh: Unit) -> None:
    board = make.board(hoa_binh)
    bring([[*LAN[:6], "01/06/2023"]], board, commit=True)
    again = bring([LAN], board, commit=True)
    assert again.recorded is not None
    assert (again.recorded.assignments, Assignment.objects.count()) == (0, 2)


def test_while_a_row_is_open_nothing_is_recorded(hoa_binh: Unit) -> None:
    report = bring([LAN, UNSURE], make.board(hoa_binh), commit=True)
    assert report.refusal == "Chưa nhập gì: còn 1 dòng cần hỏi và 0 dòng sai. Sửa tệp hoặc trả lời rồi nhập lại."
    assert not Assignment.objects.exists()


def test_an_answer_settles_a_question(hoa_binh: Unit) -> None:
    board = make.board(hoa_binh)
    question = bring([UNSURE], board).understood.entries[0].questions[0]
    chosen = question.choices[1].value
    report = bring([UNSURE], board, commit=True, answers={question.key: chosen})
    assert report.recorded is not None
    assert Assignment.objects.get().commune.code == chosen


def test_a_row_can_be_left_out(hoa_binh: Unit) -> None:
    report = bring([LAN, WRONG], make.board(hoa_binh), commit=True, answers={"Sheet!3|bo-qua": "1"})
    assert report.recorded is not None
    assert Cadre.objects.get().full_name == "Hà Thị Lan"


def test_a_commune_that_somebody_follows_is_not_taken_over(hoa_binh: Unit) -> None:
    board = make.board(hoa_binh)
    bring([LAN], board, commit=True)
    other = [1, "Bùi Văn Sơn", "Phó Giám đốc", "Sở Tư pháp", "Xã Pà Cò", "Mai Châu", "01/01/2023"]
    report = bring([other], board, commit=True)
    assert report.refusal == (
        "Chưa nhập gì. 1 dòng có đơn vị đang do người khác theo dõi; kết thúc phân công cũ trước."
    )
    entry = report.understood.entries[0]
    assert (entry.state, entry.blocked) == ("ok", True)
    assert entry.messages == ["Dòng 2: Xã Pà Cò đang do «Hà Thị Lan» theo dõi từ 14/12/2022; cần kết thúc trước."]


def test_the_same_name_in_another_agency_is_asked_about(hoa_binh: Unit) -> None:
    board = make.board(hoa_binh)
    bring([LAN], board, commit=True)
    moved = [1, "Hà Thị Lan", "Giám đốc", "Sở Tư pháp", "Xã Mai Hạ", "Mai Châu", "01/06/2023"]
    question = bring([moved], board).understood.entries[0].questions[0]
    same, other = question.choices
    bring([moved], board, commit=True, answers={question.key: same.value})
    assert Cadre.objects.get().posts.count() == 2
    namesake = [1, "Hà Thị Lan", "Giám đốc", "Sở Y tế", "Xã Mai Hịch", "Mai Châu", "01/06/2023"]
    question = bring([namesake], board).understood.entries[0].questions[0]
    bring([namesake], board, commit=True, answers={question.key: question.choices[-1].value})
    assert Cadre.objects.count() == 2
    assert other.label == "Người khác, cùng tên"


def test_a_name_without_marks_is_answered_from_the_names_on_record(hoa_binh: Unit) -> None:
    board = make.board(hoa_binh)
    bring([LAN], board, commit=True)
    unmarked = [1, "ha thi lan", "Phó Giám đốc", "Sở Nội vụ", "Pà Cò, Hang Kia", "Mai Châu", "14/12/2022"]
    question = bring([unmarked], board).understood.entries[0].questions[0]
    assert [choice.value for choice in question.choices] == ["Hà Thị Lan"]
    again = bring([unmarked], board, commit=True, answers={question.key: "Hà Thị Lan"})
    assert again.recorded is not None
    assert again.recorded.as_json() == {"cadres": 0, "agencies": 0, "assignments": 0, "already_there": 2}


def test_only_the_organisation_board_imports(hoa_binh: Unit) -> None:
    for actor in (make.standing(hoa_binh), make.inspector(hoa_binh), make.system()):
        with pytest.raises(NotAllowed):
            bring([LAN], actor, commit=True)


def test_the_command_prints_the_agreed_shape(
    hoa_binh: Unit, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "danh sách.csv"
    file.write_bytes(csv([HEADER, LAN, UNSURE, WRONG], ";", "utf-8-sig"))
    assert main(["import", "assignments", str(file), "--province", "17", "--format", "json"]) == 1
    printed = json.loads(capsys.readouterr().out)
    assert printed["counts"] == {"ok": 1, "ask": 1, "error": 1}
    first = printed["rows"][0]
    assert {
        key: first[key] for key in ("row", "state", "cadre", "post", "agency", "communes", "starts_on", "messages")
    } == {
        "row": 2,
        "state": "ok",
        "cadre": "Hà Thị Lan",
        "post": "Phó Giám đốc",
        "agency": "Sở Nội vụ",
        "communes": [{"code": "05209", "name": "Xã Pà Cò"}, {"code": "05212", "name": "Xã Hang Kia"}],
        "starts_on": "2022-12-14",
        "messages": [],
    }
    assert printed["rows"][2]["messages"] == ["Ô G4: «31/9/2023»: tháng 9 không có ngày 31."]


def test_exit_codes(hoa_binh: Unit, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    good, bad = tmp_path / "good.xlsx", tmp_path / "bad.xlsx"
    good.write_bytes(xlsx([HEADER, LAN]))
    bad.write_bytes(b"PK\x03\x04 broken")
    command = ["import", "assignments"]
    assert main([*command, str(good), "--commit"]) == 0
    assert main([*command, str(bad)]) == 2
    assert main([*command, str(tmp_path / "none.xlsx")]) == 2
    assert "Đã nhập: 2 phân công" in capsys.readouterr().out
    assert AssignmentDecision.objects.get().symbol == "chưa ghi số"


# the page

ADDRESS = "/phan-cong/nhap/"


def signed_in(client: Client, province: Unit, role: Role = Role.BOARD) -> Client:
    account = make.account()
    make.grant(account=account, role=role, province=province)
    client.force_login(account, backend="django.contrib.auth.backends.ModelBackend")
    return client


def upload(rows: Rows) -> SimpleUploadedFile:
    return SimpleUploadedFile("ds.xlsx", xlsx([HEADER, *rows]))


def hidden(page: str, name: str) -> str:
    return page.split(f'name="{name}" value="', maxsplit=1)[1].split('"', maxsplit=1)[0]


def test_the_page_takes_a_file_asks_and_records(client: Client, hoa_binh: Unit) -> None:
    signed_in(client, hoa_binh)
    assert client.get(ADDRESS).status_code == 200
    page = client.post(ADDRESS, {"file": upload([LAN, UNSURE]), "act": "preview"}).content.decode()
    assert "Hà Thị Lan" in page
    assert "Cần hỏi" in page
    packed, key = hidden(page, "packed"), "Sheet!E3|xa|Xã Cao Sơn"
    assert f'name="tl:{key}"' in page
    answered = {"packed": packed, "filename": "ds.xlsx", f"tl:{key}": "04876"}
    assert "Nhập 2 cán bộ" in client.post(ADDRESS, answered | {"act": "preview"}).content.decode()
    done = client.post(ADDRESS, answered | {"act": "commit"}, follow=True)
    assert "Đã nhập tệp ds.xlsx: 3 phân công, 2 cán bộ mới" in done.content.decode()
    assert Assignment.objects.count() == 3


def test_the_page_filters_and_refuses_with_a_sentence(client: Client, hoa_binh: Unit) -> None:
    signed_in(client, hoa_binh)
    page = client.post(ADDRESS, {"file": upload([LAN, WRONG]), "show": "error"}).content.decode()
    assert "Hà Thị Lan" not in page
    assert "«31/9/2023»: tháng 9 không có ngày 31." in page
    refused = client.post(ADDRESS, {"file": SimpleUploadedFile("x.xlsx", b"%PDF-1.7")})
    assert (refused.status_code, "Đây là tệp PDF." in refused.content.decode()) == (422, True)
    assert client.post(ADDRESS, {"packed": "rác"}).status_code == 422
    assert client.post(ADDRESS, {}).status_code == 422


def test_others_do_not_find_the_page(client: Client, hoa_binh: Unit) -> None:
    assert client.get(ADDRESS).status_code == 302
    assert signed_in(client, hoa_binh, Role.STANDING).get(ADDRESS).status_code == 404


def test_what_is_taken_in_is_owed_from_then_on_and_a_second_time_owes_no_more(hoa_binh: Unit) -> None:
    def take_in() -> ImportReport:
        return take_in_assignments(
            content=xlsx([HEADER, LAN, SON]),
            filename="718.xlsx",
            commit=True,
            by=make.board(hoa_binh),
            at=at_hanoi(date(2023, 3, 1)),
        )

    take_in()
    owed = sorted(Obligation.objects.values_list("year", "kind"))
    take_in()

    each = ["commune_assessment", "half_year_report", "programme", "year_report"]
    agencies = [(2023, "agency_assessment")] * 2
    assert owed == sorted([*((2023, kind) for kind in each for _ in range(3)), *agencies])
    assert sorted(Obligation.objects.values_list("year", "kind")) == owed
