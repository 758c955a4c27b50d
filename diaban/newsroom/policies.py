"""Everybody reads what is published. The editor and the Organisation Board publish for their own province."""

from __future__ import annotations

from django.db.models import QuerySet

from diaban.kit.actors import Actor, Role
from diaban.newsroom.models import Article
from diaban.newsroom.rules import ArticleState
from diaban.places.models import Unit


def public_articles() -> QuerySet[Article]:
    return Article.objects.filter(state=ArticleState.PUBLISHED)


def may_publish(actor: Actor, province: Unit | None) -> bool:
    """The product itself (no account) may, at set-up."""
    if actor.account is None:
        return True
    return actor.is_(Role.PUBLISHER, Role.BOARD) and province is not None and actor.province == province.pk
