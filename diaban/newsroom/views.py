"""Public pages: the news, one item, its print view, the feed. They read published articles and directives only."""

from __future__ import annotations

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.feedgenerator import Atom1Feed
from django.views.decorators.http import require_GET

from diaban.kit import clock
from diaban.newsroom import policies, queries
from diaban.regulations.policies import public_directives

PER_PAGE = 20
FEED_LENGTH = 50


@require_GET
def article_list(request: HttpRequest) -> HttpResponse:
    words = request.GET.get("tim", "").strip()[:100]
    page = Paginator(queries.matching(policies.public_articles(), words), PER_PAGE).get_page(request.GET.get("trang"))
    context = {"page": page, "words": words, "year": clock.today().year, "directives": public_directives()[:5]}
    return render(request, "newsroom/article_list.html", context)


@require_GET
def article_detail(request: HttpRequest, slug: str) -> HttpResponse:
    articles = policies.public_articles()
    article = get_object_or_404(articles.select_related("directive"), slug=slug)
    context = {"article": article, "others": queries.others(articles, article)}
    return render(request, "newsroom/article_detail.html", context)


@require_GET
def article_print(request: HttpRequest, slug: str) -> HttpResponse:
    article = get_object_or_404(policies.public_articles(), slug=slug)
    return render(request, "newsroom/article_print.html", {"article": article})


@require_GET
def feed(request: HttpRequest) -> HttpResponse:
    """The newest articles as Atom, for readers' own programmes."""
    atom = Atom1Feed(
        title="Địa Bàn: tin hoạt động",
        link=request.build_absolute_uri(reverse("newsroom:list")),
        feed_url=request.build_absolute_uri(),
        description="Cán bộ lãnh đạo cơ quan cấp tỉnh theo dõi xã, phường, thị trấn",
        language="vi",
    )
    for article in policies.public_articles()[:FEED_LENGTH]:
        atom.add_item(
            title=article.title,
            link=request.build_absolute_uri(reverse("newsroom:article", args=[article.slug])),
            description=article.summary or article.parts[0].paragraphs[0],
            unique_id=article.id.urn,
            pubdate=article.published_at,
        )
    return HttpResponse(atom.writeString("utf-8"), content_type="application/atom+xml; charset=utf-8")
