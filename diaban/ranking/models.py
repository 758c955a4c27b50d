from django.db import models
from django.db.models import F, Q

from diaban.journal.rules import Journalled
from diaban.kit.ids import uuid7
from diaban.people.models import Agency, Cadre
from diaban.places.models import Unit
from diaban.reporting.rules import CompletionLevel


class QualityRanking(models.Model):
    """The official ranking of a cadre for a year, typed in with its decision; the product never writes it by itself.

    A later decision is another version; the one that it replaces stays, with the day on which it was replaced.
    """

    journal = Journalled()

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    province = models.ForeignKey(Unit, models.PROTECT, related_name="+", verbose_name="tỉnh")
    agency = models.ForeignKey(Agency, models.PROTECT, related_name="+", verbose_name="cơ quan")
    cadre = models.ForeignKey(Cadre, models.PROTECT, related_name="+", verbose_name="cán bộ theo dõi")
    year = models.PositiveSmallIntegerField("năm")
    proposed_level = models.CharField("mức đề xuất", max_length=14, choices=CompletionLevel.choices())
    level = models.CharField("mức quyết định", max_length=14, choices=CompletionLevel.choices())
    override_reason = models.TextField("lý do khác với đề xuất", blank=True)
    decision_symbol = models.CharField("số quyết định", max_length=60)
    decided_on = models.DateField("ngày quyết định")
    version = models.PositiveSmallIntegerField("phiên bản", default=1)
    replaced_on = models.DateField("thay bằng quyết định khác từ ngày", null=True)

    class Meta:
        verbose_name = "xếp loại chất lượng"
        indexes = [models.Index(fields=["province", "year"])]
        constraints = [
            models.UniqueConstraint(
                fields=["cadre", "year"], condition=Q(replaced_on=None), name="one_ranking_per_cadre_and_year"
            ),
            models.UniqueConstraint(fields=["cadre", "year", "version"], name="a_ranking_version_stands_once"),
            models.CheckConstraint(
                condition=Q(level=F("proposed_level")) | ~Q(override_reason=""), name="an_override_says_why"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.cadre}, {self.year}: {CompletionLevel(self.level).label}"
