"""Named reads of the news."""

from __future__ import annotations

from django.db.models import QuerySet

from diaban.kit.text import fold
from diaban.newsroom.models import Article


def matching(articles: QuerySet[Article], words: str) -> QuerySet[Article]:
    """Articles that hold every word; tone marks and capitals do not count."""
    for word in fold(words).split():
        articles = articles.filter(folded__contains=word)
    return articles


def others(articles: QuerySet[Article], article: Article, *, count: int = 5) -> QuerySet[Article]:
    """The newest besides this one; titles and dates only."""
    return articles.exclude(pk=article.pk).only("slug", "title", "published_at")[:count]
