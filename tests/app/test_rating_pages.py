"""The pages of a year's rating: the Board walks it, the Standing Committee decides, the cadre reads and appeals."""

from __future__ import annotations

import io
import re
from datetime import date
from typing import Any

import openpyxl
import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from diaban.assessment.models import YearConclusion
from diaban.assignments.models import Assignment
from diaban.kit.actors import Role, the_system
from diaban.kit.clock import at_hanoi
from diaban.ranking.models import QualityRanking, RatingLine, RatingOverride, RatingRound
from diaban.regulations.models import RuleParameter
from diaban.regulations.services import seed_regulations
from tests import make
from tests.make import AT
from tests.pages import NOWHERE, SURE, audited, browsers, posted, said, signed_in

pytestmark = pytest.mark.django_db
HERE = "/ket-qua-theo-doi/"
REASON = "Bám địa bàn trong mùa bão."
SURE_FORM = "Kết thúc? Không mở lại được."
DECISION = {"members": "15", "present": "13", "agreed": "12", "decision_symbol": "20-QĐ/TU", "decided_on": "10/1/2024"}


@pytest.fixture(autouse=True)
def _january(settings: Any) -> None:
    settings.DIABAN_CLOCK = date(2024, 1, 10)


def test_from_the_first_press_to_the_appeal() -> None:
    those = browsers()
    world, board = those.world, those.board
    standing = signed_in(Role.STANDING, province=world.province)

    assert "Lập đợt năm 2023" in said(board.get(HERE))
    assert posted(board, f"{HERE}lap/2023/").status_code == 302
    round = RatingRound.objects.get()
    one, line = f"{HERE}{round.pk}/", RatingLine.objects.get(cadre=world.lan)
    own = f"{HERE}cua/{line.pk}/"
    page = said(board.get(f"{one}?muc=khong-hoan-thanh&dong={line.pk}"))
    assert "còn niêm phong" in page
    assert "Hà Thị Lan" in page
    assert "Vạch trần" not in page
    assert {client.get(one).status_code for client in (standing, those.inspector, those.lan, those.noi_vu)} == {404}
    assert {client.get(own).status_code for client in (standing, those.lan, those.noi_vu)} == {404}
    again = posted(board, f"{HERE}lap/2023/")
    assert (again.status_code, "đã có đợt đánh giá" in said(again)) == (422, True)

    YearConclusion.objects.create(
        province=world.province, year=2023, decision_symbol="9-KL/TU", concluded_on=date(2024, 1, 5),
        released_at=at_hanoi(date(2024, 1, 6)),
    )  # fmt: skip
    bare = posted(board, f"{own}dieu-chinh/", level="good", reason="")
    assert (bare.status_code, "aria-invalid" in said(bare), RatingOverride.objects.count()) == (422, True, 0)
    assert posted(board, f"{own}dieu-chinh/", level="good", reason="Bám địa bàn trong mùa bão.").status_code == 302
    assert "Bám địa bàn trong mùa bão." in said(board.get(f"{one}to-trinh/"))
    assert posted(board, f"{one}de-xuat/", **SURE).status_code == 302

    make.visit(world.at_pa_co)
    assert "đã thay đổi từ khi tính" in said(standing.get(one))
    assert posted(those.noi_vu, f"{own}y-kien/", text="Đồng ý.").status_code == 302
    assert those.lan.get(own).status_code == 404
    assert posted(board, f"{one}trinh/", **SURE).status_code == 302
    few = posted(standing, f"{one}quyet-dinh/", **DECISION | {"agreed": "7"}, **SURE)
    assert (few.status_code, "chưa quá nửa" in said(few)) == (422, True)
    assert posted(board, f"{one}quyet-dinh/", **DECISION, **SURE).status_code == 404
    assert posted(standing, f"{one}quyet-dinh/", **DECISION, **SURE).status_code == 302
    assert posted(board, f"{one}cong-bo/", **SURE).status_code == 302

    assert "Bám địa bàn trong mùa bão." in said(those.lan.get(own))
    assert "Hà Thị Lan" in said(those.lan.get(HERE))
    assert those.son.get(own).status_code == 404
    assert posted(those.lan, f"{own}kien-nghi/", text="Xin xem lại.", **SURE).status_code == 302
    twice = posted(those.lan, f"{own}kien-nghi/", text="Nữa.", **SURE)
    assert (twice.status_code, "một lần" in said(twice)) == (422, True)
    assert posted(standing, f"{own}tra-loi/", answer="Giữ nguyên.", level="", **SURE).status_code == 302
    early = posted(board, f"{one}ket-thuc/", **SURE)
    assert (early.status_code, "Còn nhận kiến nghị" in said(early)) == (422, True)

    assert QualityRanking.objects.count() == 0
    typed = {"level": "good", "decision_symbol": "31-QĐ/TU", "decided_on": "9/1/2024", "override_reason": ""}
    assert posted(board, f"{own}xep-loai/", **typed).status_code == 302
    assert "31-QĐ/TU" in said(those.lan.get(own))
    assert audited("rating.decided") == 1


def test_every_year_that_was_missed_can_still_be_opened(settings: Any) -> None:
    those = browsers()
    settings.DIABAN_CLOCK = date(2024, 7, 2)
    page = said(those.board.get(HERE))
    assert [year for year in range(2014, 2026) if f"Lập đợt năm {year}" in page] == [2023, 2024]
    posted(those.board, f"{HERE}lap/2024/")
    page = said(those.board.get(HERE))
    assert ("Lập đợt năm 2023" in page, "Lập đợt năm 2024" in page) == (True, False)
    assert posted(those.board, f"{HERE}lap/2023/").status_code == 302
    assert "Lập đợt" not in said(those.board.get(HERE))
    assert "Lập đợt" not in said(those.inspector.get(HERE))


def test_the_page_of_a_step_says_beforehand_what_it_lacks() -> None:
    those = browsers()
    standing = signed_in(Role.STANDING, province=those.world.province)
    posted(those.board, f"{HERE}lap/2023/")
    one = f"{HERE}{RatingRound.objects.get().pk}/"
    RatingLine.objects.filter(cadre=those.world.lan).update(level="excellent")
    page = said(those.board.get(f"{one}de-xuat/"))
    assert ("còn niêm phong" in page, "vượt trần 1" in page, 'method="post"' in page.partition("<main")[2]) == (
        True, True, False,
    )  # fmt: skip
    assert "không chuyển sang bước" in said(those.board.get(f"{one}ket-thuc/"))
    RatingRound.objects.update(state="submitted")
    assert "vượt trần 1" in said(standing.get(f"{one}quyet-dinh/"))


def test_an_appeal_waits_on_the_first_page_of_those_who_answer_it_and_holds_up_the_end() -> None:
    those = browsers()
    standing = signed_in(Role.STANDING, province=those.world.province)
    posted(those.board, f"{HERE}lap/2023/")
    round, line = RatingRound.objects.get(), RatingLine.objects.get(cadre=those.world.lan)
    RatingRound.objects.update(state="decided")
    assert posted(those.board, f"{HERE}{round.pk}/cong-bo/", **SURE).status_code == 302
    own = f"{HERE}cua/{line.pk}/"
    posted(those.lan, f"{own}kien-nghi/", text="Xin xem lại.", **SURE)
    waits, ends = f'href="{own}tra-loi/"', f'href="{HERE}{round.pk}/ket-thuc/"'
    assert (waits in said(standing.get("/")), waits in said(those.board.get("/"))) == (True, False)
    for path in ("/", f"{HERE}{round.pk}/", f"{HERE}{round.pk}/ket-thuc/"):
        page = said(those.board.get(path))
        assert ("Còn 1 kiến nghị chưa trả lời." in page, ends in page, SURE_FORM in page) == (True, False, False), path
    assert posted(standing, f"{own}tra-loi/", answer="Giữ nguyên.", level="", **SURE).status_code == 302
    assert waits not in said(standing.get("/"))


def test_the_tabs_count_what_is_proposed_and_the_words_before_overrides_say_so() -> None:
    those = browsers()
    posted(those.board, f"{HERE}lap/2023/")
    round, lines = RatingRound.objects.get(), RatingLine.objects
    one, best = f"{HERE}{round.pk}/", {"level_by_rules": "excellent"}
    lines.filter(cadre=those.world.lan).update(level="excellent", place=1, standing="inside", **best)
    lines.filter(cadre=those.world.son).update(level="good", place=2, standing="outside", **best)
    groups = [group | {"reasons": ["Trần.", "Có 2 đồng chí đạt."], "places": 1} for group in round.groups]
    RatingRound.objects.update(groups=groups)

    page = said(those.board.get(f"{one}?muc=xuat-sac"))
    assert tabs(page) == {"Xuất sắc": "1, và 1 ngoài trần", "Tốt": "1", "Hoàn thành": "0", "Không hoàn thành": "0"}
    assert names(page) == ["Hà Thị Lan", "Vạch trần", "Bùi Văn Sơn"]
    assert ("Đang đề xuất 1, trong trần" in page, "chưa kể điều chỉnh" in page) == (True, False)
    assert names(said(those.board.get(f"{one}?muc=tot"))) == ["Bùi Văn Sơn"]
    assert "Cán bộ theo dõi: 2 đồng chí, trong đó xuất sắc 1, tốt 1" in said(those.board.get(f"{one}to-trinh/"))

    own = f"{HERE}cua/{lines.get(cadre=those.world.lan).pk}/"
    assert posted(those.board, f"{own}dieu-chinh/", level="completed", reason=REASON).status_code == 302
    page = said(those.board.get(f"{one}?muc=xuat-sac"))
    assert (tabs(page)["Xuất sắc"], names(page)) == ("0, và 1 ngoài trần", ["Vạch trần", "Bùi Văn Sơn"])
    assert "Kết quả tính, chưa kể điều chỉnh: Có 2 đồng chí đạt." in page
    for page in (said(those.board.get(own)), said(those.board.get(f"{one}?muc=hoan-thanh"))):
        leaf = page[page.index('id="can-cu"') :]
        told = [leaf.index(word) for word in ("Xuất sắc → Hoàn thành", REASON, "chưa kể điều chỉnh", "Theo bậc")]
        assert told == sorted(told)


def tabs(page: str) -> dict[str, str]:
    """The tabs of the levels with what stands in their counts."""
    return dict(re.findall(r'<a class="tab"[^>]*>([^<]+)<span class="n">([^<]*)</span>', page))


def names(page: str) -> list[str]:
    """The rows of the list, the cap's line among them."""
    rows = re.findall(r'(Vạch trần)|class="rec"[^>]*>([^<]+)<', page)
    return [line or name for line, name in rows]


def test_what_is_not_ones_own_is_not_there() -> None:
    those = browsers()
    posted(those.board, f"{HERE}lap/2023/")
    round, line = RatingRound.objects.get(), RatingLine.objects.get(cadre=those.world.lan)
    paths = (
        f"{HERE}{round.pk}/to-trinh/", f"{HERE}{round.pk}/to-trinh.docx", f"{HERE}{round.pk}/de-xuat/",
        f"{HERE}cua/{line.pk}/dieu-chinh/", f"{HERE}cua/{line.pk}/y-kien/", f"{HERE}cua/{line.pk}/kien-nghi/",
    )  # fmt: skip
    for path in paths:
        absent = path.replace(str(round.pk), NOWHERE).replace(str(line.pk), NOWHERE)
        for client in (those.lan, those.noi_vu, those.pa_co, those.inspector):
            assert client.get(path).status_code == client.get(absent).status_code == 404, path
    assert those.pa_co.get(HERE).status_code == 404


def test_a_rule_set_that_cannot_group_a_year_leaves_the_round_open_to_read() -> None:
    those = browsers()
    seed_regulations(province=those.world.province, by=the_system(those.world.province.pk), at=AT)
    grouped_by = RuleParameter.objects.filter(rule_set__province=those.world.province, key="cap_group")
    grouped_by.update(value="agency")
    posted(those.board, f"{HERE}lap/2023/")
    one = f"{HERE}{RatingRound.objects.get().pk}/"
    RatingLine.objects.filter(cadre=those.world.lan).update(level="excellent")
    assert "Nhóm cán bộ theo dõi, Sở Nội vụ: đang đề xuất 1" in said(those.board.get(one))
    grouped_by.update(value="area_class")
    answer = those.board.get(one)
    assert (answer.status_code, "có xã chưa ghi loại" in said(answer)) == (200, True)


def test_the_page_asks_as_often_for_three_results_as_for_one_and_its_list_goes_out() -> None:
    those = browsers()
    world, counts = those.world, []
    Assignment.objects.filter(cadre=world.son).delete()
    posted(those.board, f"{HERE}lap/2023/")
    one = f"{HERE}{RatingRound.objects.get().pk}/"
    for newly in (("Bùi Thị Mai", "Đinh Văn Bảy"), ()):
        with CaptureQueriesContext(connection) as asked:
            those.board.get(one)
        counts.append((RatingLine.objects.filter(kind="cadre").count(), len(asked)))
        for name in newly:
            cadre = make.cadre(name, province=world.province)
            place = make.commune(f"Xã {name}", district=world.district)
            make.assignment(cadre=cadre, commune=place, agency=world.noi_vu)
        posted(those.board, f"{one}tinh-lai/")
    (first, few), (then, many) = counts
    assert (first, then, few) == (1, 3, many)
    file = those.board.get(f"{one}tep.xlsx?nhom=cadre:state&muc=khong-hoan-thanh")
    sheet = openpyxl.load_workbook(io.BytesIO(file.content)).worksheets[0]
    names = {cell.value for row in sheet.iter_rows() for cell in row}
    assert names >= {"Hà Thị Lan", "Bùi Thị Mai", "Đinh Văn Bảy", "Sở Nội vụ", "Không hoàn thành"}
    assert those.lan.get(f"{one}tep.xlsx").status_code == 404
