"""An inspection over its pages: planned, decided, drawn, checked, concluded; a finding answered and seen to."""

from __future__ import annotations

from datetime import date

import pytest
from pytest_django.fixtures import Settings

from diaban.assignments.models import AssignmentRole
from diaban.fieldwork.services import dispute_visit
from diaban.oversight.models import Finding, Inspection, SampledDuty
from diaban.oversight.queries.drawing import followed
from diaban.oversight.rules import Basis, CheckResult, InspectionState, SignalKind, draw
from diaban.oversight.services import check_duty
from diaban.people.models import Account
from tests import make
from tests.app.inspections import AT
from tests.make import World
from tests.pages import SURE, Browsers, as_shown, browsers, posted, said

pytestmark = pytest.mark.django_db


@pytest.fixture
def people(settings: Settings) -> Browsers:
    settings.DIABAN_CLOCK = date(2023, 9, 20)
    return browsers()


def planned(people: Browsers) -> str:
    answers = {"kind": "supervise", "title": "Giám sát việc theo dõi xã", "lead_body": "Ban Tổ chức Tỉnh ủy"}
    assert posted(people.board, "/kiem-tra/moi/", planned_on="10/9/2023", **answers).status_code == 302
    return f"/kiem-tra/{Inspection.objects.get().pk}/"


def decided(people: Browsers) -> str:
    path = planned(people)
    lan, home, other = people.world.lan, people.world.noi_vu, people.world.hang_kia
    sponsor = make.assignment(cadre=lan, agency=home, commune=other, role=AssignmentRole.SPONSOR)
    form = said(people.board.get(f"{path}quyet-dinh/"))
    assert "Chọn trưởng đoàn" in form
    assert [str(one.pk) in form for one in (people.world.at_pa_co, sponsor)] == [True, False]
    inspector = Account.objects.get(pk=people.inspector.session["_auth_user_id"])
    given = {
        "decision_symbol": "45-QĐ/BTCTU", "decided_on": "10/9/2023", "period_from": "1/1/2023",
        "period_to": "31/8/2023", "team": [str(inspector.pk)], "leader": str(inspector.pk), "agency": "",
    }  # fmt: skip
    wrong = posted(people.board, f"{path}quyet-dinh/", **given | {"period_to": "31/8/2022"})
    assert (wrong.status_code, "Mốc cuối phải từ ngày" in said(wrong)) == (422, True)
    named = {"named-0-duty": str(people.world.at_pa_co.pk)}
    assert posted(people.board, f"{path}quyet-dinh/", **given | named).status_code == 302
    return path


def test_from_the_plan_to_the_remedy(people: Browsers) -> None:
    path = decided(people)
    assert "Giám sát việc theo dõi xã" in said(people.inspector.get("/"))
    assert "xác nhận" in said(posted(people.inspector, f"{path}rut-mau/", seed="2023")).lower()
    assert posted(people.inspector, f"{path}rut-mau/", seed="2023", **SURE).status_code == 302
    assert "Rút lại được kết quả này" in said(people.inspector.get(path))
    for one in SampledDuty.objects.all():
        duty = f"/kiem-tra/don-vi/{one.pk}/"
        answers = {f"result_{no}": "ok" for no in range(1, 5)} | {"seen_on": "15/9/2023"}
        sent = as_shown(people.inspector.get(f"{duty}ghi/"), **answers | {"result_1": "not"})
        assert "ghi rõ điều chưa đạt" in said(people.inspector.post(f"{duty}ghi/", sent))
        assert people.inspector.post(f"{duty}ghi/", sent | {"note_1": "Gửi chậm 12 ngày."}).status_code == 302
    at_pa_co = SampledDuty.objects.get(assignment=people.world.at_pa_co)
    found = {"description": "Chương trình gửi chậm.", "severity": "serious", "responsible": "cadre"}
    for _ in range(2):
        posted(people.inspector, f"/kiem-tra/don-vi/{at_pa_co.pk}/ket-luan/", found_on="15/9/2023", due_on="", **found)
    finding = Finding.objects.latest("pk")
    notice = f"/ket-luan-kiem-tra/{finding.pk}/"
    assert {who.get(notice).status_code for who in (people.lan, people.noi_vu, people.son)} == {404}

    told = {"conclusion_symbol": "12-KL/BTCTU", "done_on": "18/9/2023", "summary": "Còn một điểm.", "good": ""}
    assert posted(people.inspector, f"{path}ket-luan/", **told, **SURE).status_code == 302
    assert people.inspector.get(f"/kiem-tra/don-vi/{at_pa_co.pk}/").status_code == 404
    assert "THÔNG BÁO KẾT LUẬN" in said(people.board.get(f"{path}ban-in/"))
    assert people.board.get(f"{path}ket-luan.docx").content.startswith(b"PK")

    assert "Khắc phục kết luận kiểm tra" in said(people.lan.get("/"))
    assert posted(people.lan, f"{notice}phan-hoi/", kind="remedy", text="Đã gửi lại đủ.").status_code == 302
    assert people.inspector.get(f"{notice}xac-nhan/").status_code == 404
    assert "Chờ xác nhận khắc phục" in said(people.board.get("/"))
    done = {"closed_on": "20/9/2023", "remedy": "Đã xem bản gửi lại."}
    assert posted(people.board, f"{notice}xac-nhan/", **done).status_code == 302
    refused = posted(people.board, f"{path}ket-thuc/")
    assert (refused.status_code, "Còn 1 kết luận" in said(refused)) == (422, True)
    other = Finding.objects.exclude(pk=finding.pk).get()
    assert posted(people.board, f"/ket-luan-kiem-tra/{other.pk}/xac-nhan/", **done).status_code == 302
    assert posted(people.board, f"{path}ket-thuc/").status_code == 302
    assert Inspection.objects.get().state == InspectionState.CLOSED


def test_places_with_a_sign_are_drawn_unless_they_are_left_out_and_nobody_draws_twice(people: Browsers) -> None:
    world = people.world
    visit = make.visit(world.at_hang_kia)
    dispute_visit(visit=visit, reason="Không có buổi làm việc này.", by=world.as_hang_kia, at=AT)
    path = decided(people)
    assert "Chưa rút mẫu" in said(people.board.get(path))
    form = people.inspector.get(f"{path}rut-mau/")
    page = said(form)
    assert [f'value="{kind}" checked' in page for kind in SignalKind] == [True] * len(SignalKind)
    shown = page[page.index("<summary>Xã không thống nhất chuyến đi: 1 nơi") :]
    assert [f"{there}/" in shown for there in (f"/dia-ban/{world.hang_kia.key}", f"/chuyen-di/{visit.pk}")] == [
        True
    ] * 2
    seed = next(str(one) for one in range(99) if not draws_hang_kia(world, str(one)))
    sent = as_shown(form, seed=seed)
    assert people.inspector.post(f"{path}rut-mau/", sent | SURE).status_code == 302
    assert SampledDuty.objects.get(assignment=world.at_hang_kia).basis == Basis.SIGNAL
    for again, status in (
        (people.inspector.get(f"{path}rut-mau/"), 200),
        (posted(people.board, f"{path}rut-mau/"), 422),
    ):
        assert (again.status_code, "chỉ rút mẫu một lần" in said(again)) == (status, True)
    number = SampledDuty.objects.count()
    for one in SampledDuty.objects.select_related("inspection"):
        answers = {item.no: (CheckResult.OK, "") for item in one.checks.all()}
        check_duty(sampled=one, answers=answers, seen_on=date(2023, 9, 15), by=world.as_board, at=AT)
    told = {"conclusion_symbol": "12-KL/BTCTU", "done_on": "18/9/2023", "summary": "Không có gì.", "good": ""}
    assert posted(people.inspector, f"{path}ket-luan/", **told, **SURE).status_code == 302
    step = said(people.inspector.get(path)).partition("Các bước của cuộc kiểm tra")[2].partition("</ol>")[0]
    assert (f"{number} đơn vị" in step, "út mẫu" in step) == (True, False)
    assert people.inspector.get(f"{path}rut-mau/").status_code == 404


def draws_hang_kia(world: World, seed: str) -> bool:
    keys = [str(pk) for pk in followed(world.province.pk).values_list("pk", flat=True)]
    return str(world.at_hang_kia.pk) in draw(keys, seed=seed, percent=10).chosen


def test_whoever_may_not_finds_nothing(people: Browsers) -> None:
    path = planned(people)
    assert {who.get(path).status_code for who in (people.lan, people.noi_vu, people.pa_co)} == {404}
    assert {people.inspector.get(f"{path}{act}/").status_code for act in ("quyet-dinh", "rut-mau", "ket-luan")} == {404}
    assert people.board.get(f"{path}ban-in/").status_code == 404
    reason = {"reason": "Trùng đoàn của Trung ương."}
    assert posted(people.board, f"{path}khong-tien-hanh/", **reason).status_code == 302
    assert "Trùng đoàn của Trung ương." in said(people.inspector.get(path))
