from django.db import models
from django.db.models import F, Q

from diaban.journal.rules import Journalled
from diaban.kit.ids import uuid7
from diaban.people.models import Agency, Cadre
from diaban.places.models import Unit
from diaban.ranking.rules.results import CapStanding, Kind
from diaban.ranking.rules.rounds import RoundState
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


class RatingRound(models.Model):
    """The rating of a province's year: what the engine said of it, and how far the proposal has come.

    While it is a draft it is computed anew at will; from the proposal on what was computed stays as it is.
    """

    journal = Journalled()

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    province = models.ForeignKey(Unit, models.PROTECT, related_name="+", verbose_name="tỉnh")
    year = models.PositiveSmallIntegerField("năm")
    state = models.CharField("bước", max_length=10, choices=RoundState.choices(), default=RoundState.DRAFT)
    computed_at = models.DateTimeField("tính lúc")
    rules_code = models.CharField("mã bộ quy tắc", max_length=200)
    rules_name = models.CharField("bộ quy tắc", max_length=500)
    rules = models.JSONField("các tham số đã dùng")
    groups = models.JSONField("các nhóm tính trần")
    records_digest = models.CharField("mã băm số liệu", max_length=64)
    rules_digest = models.CharField("mã băm bộ quy tắc", max_length=64)
    result_digest = models.CharField("mã băm kết quả tính", max_length=64)

    class Meta:
        verbose_name = "đợt đánh giá kết quả theo dõi"
        constraints = [models.UniqueConstraint(fields=["province", "year"], name="one_rating_a_province_and_year")]

    def __str__(self) -> str:
        return f"năm {self.year}"


class RatingLine(models.Model):
    """The monitoring result of one subject within a round: what the engine said, and the level as it stands now."""

    journal = Journalled(through="round")

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    round = models.ForeignKey(RatingRound, models.PROTECT, related_name="lines", verbose_name="đợt đánh giá")
    kind = models.CharField("đối tượng", max_length=10, choices=Kind.choices())
    agency = models.ForeignKey(Agency, models.PROTECT, related_name="+", verbose_name="cơ quan")
    cadre = models.ForeignKey(Cadre, models.PROTECT, null=True, related_name="+", verbose_name="cán bộ theo dõi")
    group = models.CharField("nhóm tính trần", max_length=500)
    place = models.PositiveIntegerField("thứ trong nhóm", null=True)
    standing = models.CharField("đối với trần", max_length=10, choices=CapStanding.choices())
    points = models.DecimalField("điểm", max_digits=6, decimal_places=2, null=True)
    level_by_rules = models.CharField("mức theo quy tắc", max_length=14, choices=CompletionLevel.choices(), blank=True)
    level_after_cap = models.CharField("mức sau trần", max_length=14, choices=CompletionLevel.choices(), blank=True)
    level = models.CharField("mức hiện tại", max_length=14, choices=CompletionLevel.choices(), blank=True)
    verdict = models.JSONField("kết quả tính")

    class Meta:
        verbose_name = "kết quả theo dõi"
        indexes = [models.Index(fields=["round", "kind", "level"])]
        constraints = [
            models.UniqueConstraint(fields=["round", "cadre"], name="one_result_a_cadre_and_round"),
            models.UniqueConstraint(
                fields=["round", "agency"], condition=Q(kind=Kind.LEADERSHIP), name="one_result_a_leadership_and_round"
            ),
            models.CheckConstraint(
                condition=Q(kind=Kind.CADRE, cadre__isnull=False) | Q(kind=Kind.LEADERSHIP, cadre=None),
                name="a_result_is_of_a_cadre_or_a_leadership",
            ),
        ]

    def __str__(self) -> str:
        return str(self.cadre or self.agency)


class RatingOverride(models.Model):
    """People set another level than the one that stood, and say why. It stays visible and is never taken back."""

    journal = Journalled(through="line")

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    line = models.ForeignKey(RatingLine, models.PROTECT, related_name="overrides", verbose_name="kết quả")
    state = models.CharField("ở bước", max_length=10, choices=RoundState.choices())
    before = models.CharField("mức trước", max_length=14, choices=CompletionLevel.choices(), blank=True)
    level = models.CharField("mức điều chỉnh", max_length=14, choices=CompletionLevel.choices())
    reason = models.TextField("lý do")
    at = models.DateTimeField("lúc")
    by_name = models.CharField("người điều chỉnh", max_length=200)

    class Meta:
        verbose_name = "điều chỉnh mức"
        ordering = ["at", "id"]
        constraints = [
            models.CheckConstraint(condition=~Q(reason=""), name="a_rating_override_says_why"),
            models.CheckConstraint(condition=~Q(level=F("before")), name="a_rating_override_changes_the_level"),
        ]

    def __str__(self) -> str:
        return CompletionLevel(self.level).label


class RatingStep(models.Model):
    """A step of a round: who, when, why, with which vote, and what was computed and proposed at that moment."""

    journal = Journalled(through="round")

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    round = models.ForeignKey(RatingRound, models.PROTECT, related_name="steps", verbose_name="đợt đánh giá")
    state = models.CharField("bước", max_length=10, choices=RoundState.choices())
    at = models.DateTimeField("lúc")
    by_name = models.CharField("người làm", max_length=200)
    reason = models.TextField("lý do", blank=True)
    members = models.PositiveSmallIntegerField("tổng số ủy viên", null=True)
    present = models.PositiveSmallIntegerField("có mặt", null=True)
    agreed = models.PositiveSmallIntegerField("đồng ý", null=True)
    decision_symbol = models.CharField("số quyết định", max_length=60, blank=True)
    decided_on = models.DateField("ngày quyết định", null=True)
    records_digest = models.CharField("mã băm số liệu", max_length=64)
    rules_digest = models.CharField("mã băm bộ quy tắc", max_length=64)
    result_digest = models.CharField("mã băm kết quả tính", max_length=64)
    levels_digest = models.CharField("mã băm các mức", max_length=64)

    class Meta:
        verbose_name = "bước của đợt đánh giá"
        ordering = ["at", "id"]
        constraints = [
            models.CheckConstraint(
                condition=~Q(state=RoundState.DECIDED)
                | Q(agreed__lte=F("present"), present__lte=F("members"), decided_on__isnull=False),
                name="a_rating_is_decided_by_a_vote",
            )
        ]

    def __str__(self) -> str:
        return RoundState(self.state).label


class RatingOpinion(models.Model):
    """What somebody says of a proposed level before the Standing Committee decides."""

    journal = Journalled(through="line")

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    line = models.ForeignKey(RatingLine, models.PROTECT, related_name="opinions", verbose_name="kết quả")
    text = models.TextField("ý kiến")
    at = models.DateTimeField("lúc")
    by_name = models.CharField("người có ý kiến", max_length=200)

    class Meta:
        verbose_name = "ý kiến về đề xuất"
        ordering = ["at", "id"]

    def __str__(self) -> str:
        return self.by_name


class RatingAppeal(models.Model):
    """Whoever is concerned disagrees, once, and is answered."""

    journal = Journalled(through="line")

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    line = models.OneToOneField(RatingLine, models.PROTECT, related_name="appeal", verbose_name="kết quả")
    text = models.TextField("kiến nghị")
    at = models.DateTimeField("lúc")
    by_name = models.CharField("người kiến nghị", max_length=200)
    answer = models.TextField("trả lời", blank=True)
    answered_at = models.DateTimeField("trả lời lúc", null=True)
    answered_by = models.CharField("người trả lời", max_length=200, blank=True)

    class Meta:
        verbose_name = "kiến nghị về kết quả"
        constraints = [
            models.CheckConstraint(
                condition=Q(answer="", answered_at=None) | Q(answered_at__isnull=False) & ~Q(answer=""),
                name="an_answered_appeal_has_its_answer",
            )
        ]

    def __str__(self) -> str:
        return self.by_name
