"""The editor publishes, everybody reads; a draft is not there; the source text stands word for word."""

from __future__ import annotations

from datetime import date
from uuid import uuid4

import pytest
from django.test import Client
from pytest_django.fixtures import DjangoAssertNumQueries

from diaban.kit.actors import Actor, Role, the_system
from diaban.kit.clock import at_hanoi
from diaban.kit.errors import NotAllowed, RuleBroken
from diaban.kit.models import AuditEvent
from diaban.newsroom import services
from diaban.newsroom.models import Article
from diaban.newsroom.rules import ArticleState, Category
from diaban.places.models import Unit
from tests.shared import SHARED

pytestmark = pytest.mark.django_db

AT = at_hanoi(date(2024, 5, 10))
SOURCE_SLUG = "ket-luan-cua-ban-thuong-vu-tinh-uy-ve-tiep-tuc-thuc-hien-quy-dinh-so-26-qd-tu"


def publish(title: str = "Xóa 14 nhà tạm", body: str = "Vận động 9 đơn vị.", province: Unit | None = None) -> Article:
    return services.publish_article(
        title=title, body=body, category=Category.ACTIVITY, province=province, by=the_system(), at=AT
    )


def test_a_published_item_is_read_by_anyone_and_leaves_an_audit_line(client: Client) -> None:
    article = publish()
    page = client.get(f"/tin-hoat-dong/{article.slug}/")
    assert (page.status_code, "Vận động 9 đơn vị." in page.text) == (200, True)
    assert list(AuditEvent.objects.values_list("action", "subject")) == [
        ("article.published", f"newsroom.article:{article.pk}")
    ]


def test_the_source_text_stands_word_for_word(client: Client) -> None:
    source = SHARED / "seed" / "ket-luan-1016.txt"
    if not source.exists():
        pytest.skip("không có ket-luan-1016.txt trên máy này")
    services.publish_source_text(province=None, by=the_system(), at=AT)
    article = Article.objects.get(slug=SOURCE_SLUG)
    _, _, title, moment, *paragraphs = [
        line for line in source.read_text(encoding="utf-8").splitlines() if line.strip()
    ]
    assert (article.title, moment) == (title, "09/05/2024 14:52")
    assert [p for part in article.parts for p in part.paragraphs] == paragraphs
    assert "14:52 ngày 09/05/2024" in client.get(f"/tin-hoat-dong/{SOURCE_SLUG}/").text


def test_the_source_text_is_published_once() -> None:
    first = services.publish_source_text(province=None, by=the_system(), at=AT)
    assert services.publish_source_text(province=None, by=the_system(), at=AT) == first


@pytest.mark.parametrize("door", ["/tin-hoat-dong/{slug}/", "/tin-hoat-dong/{slug}/ban-in/"])
def test_a_draft_is_as_absent_as_what_never_was(client: Client, door: str) -> None:
    draft = publish()
    Article.objects.filter(pk=draft.pk).update(state=ArticleState.DRAFT)
    hidden, absent = client.get(door.format(slug=draft.slug)), client.get(door.format(slug="khong-co"))
    assert (hidden.status_code, hidden.content) == (404, absent.content)
    assert draft.title not in client.get("/tin-hoat-dong/").text + client.get("/tin-hoat-dong/feed.xml").text


def test_a_cadre_may_not_publish() -> None:
    cadre = Actor(account=uuid4(), name="Lý Thị Ngân", role=Role.CADRE)
    with pytest.raises(NotAllowed):
        services.publish_article(title="Tin", body="Đoạn.", category=Category.ACTIVITY, province=None, by=cadre, at=AT)


@pytest.mark.parametrize(("title", "body", "field"), [(" ", "Đoạn.", "title"), ("Tin", "# Chỉ có nhãn", "body")])
def test_an_empty_item_is_refused_with_its_field(title: str, body: str, field: str) -> None:
    with pytest.raises(RuleBroken) as refusal:
        publish(title, body)
    assert refusal.value.field == field


def test_two_items_of_one_title_get_two_addresses() -> None:
    assert [publish().slug, publish().slug, publish().slug] == [
        "xoa-14-nha-tam",
        "xoa-14-nha-tam-2",
        "xoa-14-nha-tam-3",
    ]


def test_markup_in_a_text_is_shown_as_text(client: Client) -> None:
    article = publish(title="Tin <b>", body="<script>alert(1)</script>")
    for door in ("", f"{article.slug}/", f"{article.slug}/ban-in/", "feed.xml"):
        text = client.get(f"/tin-hoat-dong/{door}").text
        assert "<script>alert" not in text
        assert "Tin <b>" not in text


def test_search_ignores_tone_marks(client: Client) -> None:
    publish(), publish(title="Cầu tràn Pà Cò")
    found = client.get("/tin-hoat-dong/", {"tim": "pa co"}).text
    assert ("Cầu tràn Pà Cò" in found, "Xóa 14 nhà tạm" in found) == (True, False)
    assert "Không có tin nào khớp" in client.get("/tin-hoat-dong/", {"tim": "zzz"}).text


@pytest.mark.parametrize("rows", [1, 3])
def test_the_list_costs_the_same_for_one_and_three(
    client: Client, rows: int, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    for number in range(rows):
        publish(title=f"Tin {number}")
    with django_assert_num_queries(3):
        assert client.get("/tin-hoat-dong/").status_code == 200


def test_the_feed_names_the_newest_items(client: Client) -> None:
    article = publish()
    feed = client.get("/tin-hoat-dong/feed.xml")
    assert feed["Content-Type"] == "application/atom+xml; charset=utf-8"
    assert f"http://testserver/tin-hoat-dong/{article.slug}/" in feed.text
