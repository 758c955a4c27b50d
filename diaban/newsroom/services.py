"""Verbs of the newsroom. Each leaves an audit line."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

from django.db import transaction

from diaban.kit import audit
from diaban.kit.actors import Actor
from diaban.kit.clock import HANOI
from diaban.kit.errors import NotAllowed, RuleBroken
from diaban.kit.text import clean, fold, nfc
from diaban.newsroom import policies
from diaban.newsroom.models import Article
from diaban.newsroom.rules import ArticleState, Category, paragraphs_of, parts_of, read_source, slug_of
from diaban.places.models import Unit
from diaban.regulations.models import Directive

SOURCE = Path(__file__).parent / "data" / "ket-luan-1016.txt"
SOURCE_SYMBOL = "1016-KL/TU"
SOURCE_SUMMARY = (
    "Ban Thường vụ Tỉnh ủy kết luận sau 01 năm thực hiện: các hoạt động hỗ trợ quy ra tiền ước trên 10 tỷ đồng; yêu "
    "cầu báo cáo đủ nội dung, đúng thời gian, lấy kết quả theo dõi làm cơ sở xếp loại hằng năm."
)


@transaction.atomic
def publish_article(
    *,
    title: str,
    body: str,
    category: Category,
    province: Unit | None,
    summary: str = "",
    directive: Directive | None = None,
    published_at: datetime | None = None,
    by: Actor,
    at: datetime,
) -> Article:
    """Publish a news item, dated `published_at` or now. Raises NotAllowed, and RuleBroken for an empty text."""
    if not policies.may_publish(by, province):
        raise NotAllowed("Chỉ biên tập tin hoạt động và Ban Tổ chức Tỉnh ủy được đăng tin của tỉnh mình.")
    if not title.strip():
        raise RuleBroken("Chưa có tiêu đề. Nhập tiêu đề rồi đăng lại.", field="title")
    if not parts_of(body):
        raise RuleBroken("Tin chưa có nội dung. Nhập ít nhất một đoạn rồi đăng lại.", field="body")
    article = Article(
        province=province,
        slug=_free_slug(slug_of(title)),
        title=nfc(title),
        summary=nfc(summary),
        body="\n\n".join(paragraphs_of(clean(body))),
        folded=fold(f"{title} {summary} {body}"),
        category=category,
        directive=directive,
        state=ArticleState.PUBLISHED,
        published_at=published_at or at,
    )
    article.save(force_insert=True)
    audit.record("article.published", article, by=by, at=at, slug=article.slug)
    return article


def publish_source_text(*, province: Unit | None, by: Actor, at: datetime) -> Article:
    """Publish the text that the programme begins with, Kết luận 1016-KL/TU. A second time changes nothing."""
    source = read_source(SOURCE.read_text(encoding="utf-8"))
    published = Article.objects.filter(title=source.title, province=province).first()
    return published or publish_article(
        title=source.title,
        body=source.body,
        category=Category.DOCUMENT,
        province=province,
        summary=SOURCE_SUMMARY,
        directive=Directive.objects.filter(symbol=SOURCE_SYMBOL).first(),
        published_at=source.published_at.replace(tzinfo=HANOI),
        by=by,
        at=at,
    )


def _free_slug(slug: str) -> str:
    """The slug itself, or with -2, -3 … when an earlier article has it."""
    taken = set(Article.objects.filter(slug__startswith=slug).values_list("slug", flat=True))
    return next(name for name in _names(slug, len(taken)) if name not in taken)


def _names(slug: str, taken: int) -> list[str]:
    return [slug, *(f"{slug}-{number}" for number in range(2, taken + 3))]
