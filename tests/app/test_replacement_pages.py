"""Another cadre over the pages: asked for, all are heard, the Board proposes, the Committee decides, both sign."""

from __future__ import annotations

from datetime import date

import pytest
from django.test import Client
from pytest_django.fixtures import Settings

from diaban.assignments.models import Assignment
from diaban.documents.words import outline
from diaban.kit.actors import Role
from diaban.people.models import Post
from diaban.replacement.models import Handover, ReplacementRequest
from diaban.replacement.papers import handover_paper
from tests import make
from tests.app import test_replacement as course
from tests.app.test_assessment_send import WHY
from tests.app.test_difficulty import raised
from tests.make import World
from tests.pages import SURE, Browsers, browsers, posted, said, signed_in

pytestmark = pytest.mark.django_db


@pytest.fixture
def people(settings: Settings) -> Browsers:
    settings.DIABAN_CLOCK = date(2023, 6, 20)
    return browsers()


def asked(people: Browsers) -> str:
    path = f"/thay-the/phan-cong/{people.world.at_pa_co.pk}/moi/"
    answer = posted(people.pa_co, path, reason="not_fulfilling", reason_text=WHY, **SURE)
    assert answer.status_code == 302, said(answer)
    return f"/thay-the/{ReplacementRequest.objects.get().pk}/"


def post_of_son(world: World) -> Post:
    return Post.objects.filter(cadre=world.son).first() or Post.objects.create(
        cadre=world.son, agency=world.xay_dung, title="Phó Giám đốc", starts_on=date(2020, 1, 1)
    )


def step(client: Client, path: str, **answers: str) -> None:
    answer = posted(client, path, **answers, **SURE)
    assert answer.status_code == 302, said(answer)


def test_the_whole_way(people: Browsers) -> None:
    world, committee, path = people.world, signed_in(Role.STANDING, province=people.world.province), asked(people)
    raised(world, title="Đường vào bản hỏng")
    post = post_of_son(world)
    assert "Còn thiếu ý kiến" in said(people.board.get(path))
    step(people.lan, f"{path}y-kien/can-bo/", text="Tôi nhận thiếu sót.")
    step(people.noi_vu, f"{path}y-kien/co-quan/", text="Đồng ý thay.")
    assert posted(people.board, f"{path}xac-minh/", result="Đúng.", **SURE).status_code == 422
    assert "Cho ý kiến" in said(committee.get("/"))
    step(committee, f"{path}y-kien/phu-trach/", text="Thống nhất.")
    assert "Cho ý kiến" not in said(committee.get("/"))
    step(people.board, f"{path}xac-minh/", result="Nội dung đúng.")
    offered = said(people.board.get(f"{path}de-xuat/"))
    names = (f"{world.son}, {world.xay_dung} (đang theo dõi 1 xã)", f"<option>{world.lan}", f"{world.lan}, ")
    assert [name in offered for name in names] == [True, False, False]
    step(people.board, f"{path}de-xuat/", proposal="replace", text="Thay đồng chí.", post=str(post.pk))
    assert "quyết định" in said(committee.get(f"{path}ban-in/")).lower()
    decided = {"symbol": "812-QĐ/TU", "decided_on": "20/6/2023", "effective_on": "01/7/2023", "post": str(post.pk)}
    step(committee, f"{path}quyet-dinh/", **decided)
    assert Assignment.objects.get(commune=world.pa_co, ends_on=None).cadre == world.son
    paper = f"/ban-giao/{Handover.objects.get().pk}/"
    assert people.lan.get(f"{paper}ky/").status_code == 404
    before = said(people.lan.get(paper))
    assert ("theo sổ ghi hôm nay" in before, "Đường vào bản hỏng" in before) == (True, True)
    step(people.lan, f"{paper}soan/", situation="Ổn định.", contacts="Văn phòng Đảng ủy.")
    step(people.lan, f"{paper}ky/")
    assert "Ổn định." in said(people.son.get(paper))
    assert paper in said(people.son.get("/"))
    step(people.son, f"{paper}ky/")
    assert ReplacementRequest.objects.get().state == "handed_over"
    assert "812-QĐ/TU" in said(people.pa_co.get("/thay-the/"))
    assert people.pa_co.get("/thay-the/tep.xlsx").status_code == 200
    words = outline(handover_paper(Handover.objects.get(), at=make.AT))
    assert words.index("BÊN GIAO") < words.index(str(world.lan), words.index("BÊN GIAO")) < words.index("BÊN NHẬN")
    assert people.son.get(f"{paper}bien-ban.docx").status_code == 200
    assert people.son.get(path).status_code == 404


def test_what_is_wrong_is_said_and_a_stranger_finds_nothing(people: Browsers) -> None:
    path = f"/thay-the/phan-cong/{people.world.at_pa_co.pk}/moi/"
    answer = posted(people.pa_co, path, reason="not_fulfilling", reason_text="Kém.", **SURE)
    assert (answer.status_code, ReplacementRequest.objects.count()) == (422, 0)
    assert ("việc cụ thể" in said(answer), 'id="id_reason_text-err"' in said(answer)) == (True, True)
    assert {one.get(path).status_code for one in (people.hang_kia, people.son, people.inspector)} == {404}
    one = asked(people)
    assert {name.get(one).status_code for name in (people.hang_kia, people.son)} == {404}
    assert people.pa_co.get(f"{one}xac-minh/").status_code == 404
    assert "Đề nghị" in said(people.lan.get("/"))


def test_an_empty_commune_is_filled_by_naming_somebody(people: Browsers) -> None:
    world, committee = people.world, signed_in(Role.STANDING, province=people.world.province)
    one = course.granted(world, course.verified(course.asked(world), world.as_board), cadre=None, agency=None)
    path = f"/thay-the/{one.pk}/"
    decided = {"symbol": "900-QĐ/TU", "decided_on": "20/6/2023", "effective_on": "01/7/2023"}
    assert "hạn 31/07/2023" in said(committee.get("/thay-the/"))
    paper = f"/ban-giao/{Handover.objects.get().pk}/"
    assert [said(people.lan.get(page)).count("Chưa có bên nhận") for page in ("/", "/ban-giao/", paper)] == [1, 1, 1]
    answer = posted(committee, f"{path}cu-can-bo/", post="", **decided, **SURE)
    assert (answer.status_code, "Chưa chọn cán bộ" in said(answer)) == (422, True)
    step(committee, f"{path}cu-can-bo/", post=str(post_of_son(world).pk), **decided)
    assert Assignment.objects.get(commune=world.pa_co, ends_on=None).cadre == world.son
    assert str(world.son) not in said(committee.get(f"{path}ban-in/"))


def test_only_what_is_proposed_or_decided_is_printed(people: Browsers) -> None:
    world, committee = people.world, signed_in(Role.STANDING, province=people.world.province)
    one = course.verified(course.asked(world), world.as_board, cadre=world.son, agency=world.xay_dung)
    path = f"/thay-the/{one.pk}/ban-in/"
    assert str(world.son) in said(committee.get(path))
    step(committee, f"/thay-the/{one.pk}/khong-thay/", symbol="99-TB/TU", decided_on="20/6/2023")
    assert (committee.get(path).status_code, path in said(committee.get(f"/thay-the/{one.pk}/"))) == (404, False)
    assert committee.get(f"/thay-the/{one.pk}/quyet-dinh/").status_code == 404
