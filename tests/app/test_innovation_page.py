"""A model over its pages: proposed, taken on, offered to the communes, copied by one that tells what came of it."""

from __future__ import annotations

from datetime import date

import pytest
from pytest_django.fixtures import Settings

from diaban.fieldwork.models import Innovation, InnovationAdoption
from diaban.fieldwork.rules import InnovationState
from tests.pages import NOWHERE, Browsers, browsers, posted, said, sending

pytestmark = pytest.mark.django_db
NEW = "/mo-hinh/moi/"


@pytest.fixture
def people(settings: Settings) -> Browsers:
    settings.DIABAN_CLOCK = date(2023, 3, 20)
    return browsers()


def answers(people: Browsers, **changes: str) -> dict[str, str]:
    return {
        "duty": str(people.world.at_pa_co.pk),
        "topic": "economy",
        "title": "Tổ hợp tác chè Shan tuyết",
        "content": "Mười hộ chung một xưởng sao.",
    } | changes


def at_work(people: Browsers) -> str:
    """The address of a model that works in Pà Cò."""
    posted(people.lan, NEW, **answers(people))
    path = f"/mo-hinh/{Innovation.objects.latest('pk').pk}/"
    for state in (InnovationState.PILOTING, InnovationState.WORKING):
        assert posted(people.pa_co, f"{path}buoc/", state=state.value, result="Giá tăng.").status_code == 302
    return path


def test_a_model_is_proposed_once_however_often_it_is_sent(people: Browsers) -> None:
    sent = sending(**answers(people))
    first, again = (people.lan.post(NEW, sent, follow=True) for _ in range(2))
    assert "Đã đề xuất “Tổ hợp tác chè Shan tuyết”" in said(first)
    assert "đã được nhận từ lần gửi trước" in said(again)
    assert Innovation.objects.count() == 1


@pytest.mark.parametrize(
    ("wrong", "sentence"),
    [
        ({"title": ""}, "Chưa nhập tên mô hình"),
        ({"content": "x" * 4001}, "dài 4.001 ký tự, tối đa 4.000"),
        ({"topic": "sao-hoa"}, 'id="id_topic-err"'),
    ],
)
def test_what_is_wrong_is_said_and_nothing_is_saved(people: Browsers, wrong: dict[str, str], sentence: str) -> None:
    answer = posted(people.lan, NEW, **answers(people, **wrong))
    assert answer.status_code == 422
    assert sentence in said(answer)
    assert not Innovation.objects.exists()


def test_a_model_at_work_is_offered_copied_and_its_result_told(people: Browsers) -> None:
    path = at_work(people)
    assert people.hang_kia.get(path).status_code == 404
    assert posted(people.lan, f"{path}gioi-thieu/").status_code == 302
    assert "Tổ hợp tác chè Shan tuyết" in said(people.hang_kia.get("/mo-hinh/"))

    for _ in range(2):
        posted(people.hang_kia, f"{path}lam-theo/", commune=str(people.world.hang_kia.pk), adopted_on="20/3")
    copy = InnovationAdoption.objects.get()
    told = f"{path}lam-theo/{copy.pk}/"
    assert posted(people.hang_kia, told, result="").status_code == 422
    assert posted(people.hang_kia, told, result="Năm hộ đã làm.").status_code == 302
    assert "Năm hộ đã làm." in said(people.hang_kia.get(path))
    assert "Năm hộ đã làm." in said(people.board.get(path))
    own = said(people.lan.get(path))
    assert ("Hang Kia" in own, "Năm hộ đã làm." in own) == (True, True)


def test_a_step_that_is_not_next_is_not_offered_and_not_taken(people: Browsers) -> None:
    posted(people.lan, NEW, **answers(people))
    path = f"/mo-hinh/{Innovation.objects.get().pk}/buoc/"
    assert "Đã nhân rộng" not in said(people.lan.get(path))
    assert posted(people.lan, path, state="replicated", result="Tốt").status_code == 422
    assert posted(people.lan, path, state="stopped", result=" ").status_code == 422
    assert Innovation.objects.get().state == InnovationState.PROPOSED


def test_whoever_has_no_right_finds_no_page(people: Browsers) -> None:
    path = at_work(people)
    for tail in ("", "buoc/", "lam-theo/"):
        assert people.son.get(path + tail).status_code == 404, tail
        assert people.board.get(f"/mo-hinh/{NOWHERE}/{tail}").status_code == 404, tail
    assert posted(people.pa_co, f"{path}gioi-thieu/").status_code == 404
    assert people.pa_co.get(NEW).status_code == 404
    assert people.lan.get(f"{path}lam-theo/{NOWHERE}/").status_code == 404
