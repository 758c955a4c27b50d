"""Public news. Nothing here points at a record of the programme, so a public page cannot reach one."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from diaban.kit.ids import uuid7
from diaban.newsroom.rules import ArticleState, Category, Part, parts_of
from diaban.places.models import Unit
from diaban.regulations.models import Directive


class Article(models.Model):
    """One news item. `body` is plain text (see rules.parts_of) and is escaped wherever it is shown."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    province = models.ForeignKey(Unit, models.PROTECT, null=True, related_name="+", verbose_name="tỉnh")
    slug = models.SlugField("địa chỉ", max_length=90, unique=True)
    title = models.CharField("tiêu đề", max_length=500)
    summary = models.TextField("tóm tắt", blank=True)
    body = models.TextField("nội dung")
    folded = models.TextField("chữ để tìm")
    category = models.CharField("chuyên mục", max_length=10, choices=Category.choices())
    directive = models.ForeignKey(Directive, models.PROTECT, null=True, related_name="+", verbose_name="văn bản")
    state = models.CharField("trạng thái", max_length=10, choices=ArticleState.choices(), default=ArticleState.DRAFT)
    published_at = models.DateTimeField("đăng lúc", null=True)

    class Meta:
        verbose_name = "tin hoạt động"
        ordering = ["-published_at", "-id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(state=ArticleState.DRAFT) | Q(published_at__isnull=False),
                name="published_article_has_its_moment",
            ),
        ]

    def __str__(self) -> str:
        return self.title

    @property
    def parts(self) -> tuple[Part, ...]:
        return parts_of(self.body)

    @property
    def category_label(self) -> str:
        return Category(self.category).label
