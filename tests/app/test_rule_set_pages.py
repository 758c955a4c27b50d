"""The Board copies a rule set, changes it with a basis, compares and publishes it; and keeps the working calendar."""

from __future__ import annotations

from datetime import date

import pytest
from pytest_django.fixtures import Settings

from diaban.kit.actors import the_system
from diaban.obligations.models import Obligation
from diaban.obligations.services import expect_year
from diaban.regulations.models import CalendarDay, RuleParameter, RuleSet
from diaban.regulations.queries import calendar, rule_set_of, sheet_of
from diaban.regulations.services import seed_regulations
from tests.make import AT
from tests.pages import NOWHERE, SURE, Browsers, as_shown, browsers, posted, said

pytestmark = pytest.mark.django_db


@pytest.fixture
def people(settings: Settings) -> Browsers:
    settings.DIABAN_CLOCK = date(2024, 5, 10)
    people = browsers()
    province = people.world.province
    seed_regulations(province=province, by=the_system(province.pk), at=AT)
    return people


def current(people: Browsers) -> RuleSet:
    found = rule_set_of(people.world.province, 2024)
    assert found
    return found


def copied(people: Browsers, name: str = "Bộ quy tắc 2025") -> tuple[RuleSet, str]:
    path = f"/bo-quy-tac/{current(people).pk}/chep/"
    assert posted(people.board, path, name=name, starts_on="1/1/2025").status_code == 302
    made = RuleSet.objects.get(name=name)
    return made, f"/bo-quy-tac/{made.pk}/"


def value(rule_set: RuleSet, key: str) -> tuple[object, str]:
    row = RuleParameter.objects.get(rule_set=rule_set, key=key)
    return row.value, row.citation


def section(people: Browsers, path: str, slug: str, **changes: str) -> dict[str, object]:
    """What the form of a section sends when only these fields are changed."""
    return as_shown(people.board.get(f"{path}sua/{slug}/"), **changes)


def test_a_copy_is_a_draft_with_every_value_and_made_once(people: Browsers) -> None:
    source = current(people)
    made, path = copied(people)
    assert made.state == "draft"
    pairs = [dict(one.parameters.values_list("key", "value")) for one in (source, made)]
    assert pairs[0] == pairs[1]
    again = posted(people.board, f"/bo-quy-tac/{source.pk}/chep/", name="Bộ quy tắc 2025", starts_on="1/1/2025")
    assert ("Đã có bộ quy tắc mang mã" in said(again), 'id="id_name-err"' in said(again)) == (True, True)
    nameless = posted(people.board, f"/bo-quy-tac/{source.pk}/chep/", name="…!", starts_on="1/1/2025")
    assert (nameless.status_code, "chữ hoặc số" in said(nameless)) == (422, True)
    assert people.lan.get(path).status_code == 404


def test_a_value_is_changed_with_what_it_rests_on(people: Browsers) -> None:
    made, path = copied(people)
    sent = section(people, path, "kien-nghi", difficulty_answer_days="10")
    answer = people.board.post(f"{path}sua/kien-nghi/", sent)
    assert answer.status_code == 422
    needed = "“Hạn trả lời khó khăn, vướng mắc” không còn là mặc định của phần mềm: ghi văn bản làm căn cứ."
    assert said(answer).count(needed) == 2  # on top, and at its field
    assert value(made, "difficulty_answer_days")[0] == 15
    sent["can-cu-difficulty_answer_days"] = "Kết luận 12-KL/TU"
    assert people.board.post(f"{path}sua/kien-nghi/", sent).status_code == 302
    assert value(made, "difficulty_answer_days") == (10, "Kết luận 12-KL/TU")
    page = said(people.board.get(f"{path}so-sanh/{current(people).pk}/"))
    assert ("Hạn trả lời khó khăn, vướng mắc" in page, "Số ảnh tối đa" in page) == (True, False)


@pytest.mark.parametrize("typed", ["mười", "-3", "", "1e3", "9" * 12])
def test_a_wrong_value_is_said_at_its_field_and_nothing_is_saved(people: Browsers, typed: str) -> None:
    made, path = copied(people)
    answer = people.board.post(
        f"{path}sua/kien-nghi/", section(people, path, "kien-nghi", difficulty_answer_days=typed)
    )
    assert (answer.status_code, 'id="id_difficulty_answer_days-err"' in said(answer)) == (422, True)
    assert value(made, "difficulty_answer_days")[0] == 15


def test_an_amount_that_cannot_be_meant_is_refused_where_it_is_typed(people: Browsers) -> None:
    made, path = copied(people)
    basis = {"can-cu-min_visits_per_year": "KL 12"}
    slug = next(one.id for one in sheet_of(made) if "min_visits_per_year" in [line.key for line in one.lines])
    sent = section(people, path, slug, min_visits_per_year="999999999", **basis)
    answer = people.board.post(f"{path}sua/{slug}/", sent)
    assert (answer.status_code, "phải từ 0 đến 366." in said(answer)) == (422, True)
    assert 'id="id_min_visits_per_year-err"' in said(answer)
    assert value(made, "min_visits_per_year")[0] != 999999999


def test_a_set_is_called_by_its_name_and_its_end_is_said_by_the_last_day(people: Browsers) -> None:
    made, path = copied(people)
    assert f">{made.code}<" not in said(people.board.get(path))
    assert "Bộ đang áp dụng kết thúc hết ngày hôm trước." in said(people.board.get(f"{path}cong-bo/"))


def test_two_who_change_one_section_see_both_values(people: Browsers) -> None:
    made, path = copied(people)
    basis = {"can-cu-difficulty_answer_days": "KL 12"}
    first = section(people, path, "kien-nghi", difficulty_answer_days="10", **basis)
    second = section(people, path, "kien-nghi", difficulty_answer_days="12", **basis)
    people.board.post(f"{path}sua/kien-nghi/", first)
    page = said(people.board.post(f"{path}sua/kien-nghi/", second))
    assert "Lưu theo lựa chọn" in page
    assert value(made, "difficulty_answer_days")[0] == 10


def test_what_does_not_fit_together_is_not_published(people: Browsers) -> None:
    made, path = copied(people)
    RuleParameter.objects.filter(rule_set=made, key="good_from").update(value=95)
    assert "Ngưỡng điểm phải giảm dần" in said(people.board.get(path))
    answer = posted(people.board, f"{path}cong-bo/", starts_on="1/1/2025", **SURE)
    assert answer.status_code == 422
    made.refresh_from_db()
    assert made.state == "draft"


def test_published_it_ends_the_one_before_and_moves_no_due_day(people: Browsers) -> None:
    world, before = people.world, current(people)
    expect_year(province=world.province, year=2024, by=world.as_board, at=AT)
    days = dict(Obligation.objects.values_list("pk", "due_on"))
    made, path = copied(people)
    sent = section(people, path, "bao-cao", half_year_due_day="5/7", **{"can-cu-half_year_due_day": "KL 12"})
    people.board.post(f"{path}sua/bao-cao/", sent)
    early = posted(people.board, f"{path}cong-bo/", starts_on="1/1/2024", **SURE)
    assert "chỉ áp dụng từ hôm nay trở đi" in said(early)
    assert "Sau khi công bố chỉ đọc" in said(posted(people.board, f"{path}cong-bo/", starts_on="1/1/2025"))
    posted(people.board, f"{path}cong-bo/", starts_on="1/1/2025", **SURE)
    before.refresh_from_db()
    assert before.ends_on == date(2025, 1, 1)
    assert [rule_set_of(world.province, year) for year in (2024, 2025)] == [before, made]
    expect_year(province=world.province, year=2024, by=world.as_board, at=AT)
    assert dict(Obligation.objects.values_list("pk", "due_on")) == days
    assert people.board.get(f"{path}sua/bao-cao/").status_code == 404
    assert f'Năm 2025: <a href="{path}">' in said(people.lan.get("/bo-quy-tac/"))


def test_a_day_off_is_entered_seen_and_taken_out_again(people: Browsers) -> None:
    entry = {"day": "20/5/2024", "kind": "off", "reason": "Nghỉ bù", "source": "Văn bản 1/UBND"}
    for _ in range(2):
        assert posted(people.board, "/lich-lam-viec/ngay/", **entry).status_code == 302
    assert CalendarDay.objects.count() == 1
    assert not calendar().is_working(date(2024, 5, 20))
    assert people.board.get(f"/lich-lam-viec/?nam={'2' * 5000}").status_code == 200
    assert "Văn bản 1/UBND" in said(people.lan.get("/lich-lam-viec/?nam=2024"))
    assert people.lan.get("/lich-lam-viec/ngay/").status_code == 404
    assert posted(people.lan, "/lich-lam-viec/2024-05-20/bo/").status_code == 404
    assert posted(people.board, "/lich-lam-viec/2024-05-20/bo/").status_code == 302
    assert calendar().is_working(date(2024, 5, 20))
    assert posted(people.board, "/lich-lam-viec/31-9/bo/").status_code == 404


@pytest.mark.parametrize(
    "wrong",
    [{"day": "31/9"}, {"day": "1/1/2031"}, {"kind": "x"}, {"reason": ""}, {"source": ""}, {"reason": "x" * 201}],
)
def test_a_wrong_day_is_not_entered(people: Browsers, wrong: dict[str, str]) -> None:
    entry = {"day": "20/5/2024", "kind": "off", "reason": "Nghỉ bù", "source": "Văn bản 1/UBND"} | wrong
    assert posted(people.board, "/lich-lam-viec/ngay/", **entry).status_code == 422
    assert not CalendarDay.objects.exists()


def test_whoever_is_not_the_board_changes_nothing(people: Browsers) -> None:
    _, path = copied(people)
    for who in (people.lan, people.noi_vu, people.inspector):
        for tail in ("", "chep/", "cong-bo/", "sua/bao-cao/"):
            assert who.get(path + tail).status_code == 404, tail
    assert people.board.get(f"/bo-quy-tac/{NOWHERE}/chep/").status_code == 404
    assert people.board.get(f"{path}sua/khong-co/").status_code == 404
    assert people.board.get(f"{path}so-sanh/{NOWHERE}/").status_code == 404
