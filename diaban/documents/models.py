"""The register of numbers and the documents issued under them."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from diaban.documents.rules.kinds import DocumentKind, Form
from diaban.kit.ids import uuid7
from diaban.places.models import Unit


class NumberSeries(models.Model):
    """The running numbers of one issuing body for one type of document, through one term (a State body: one year)."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    province = models.ForeignKey(Unit, models.PROTECT, related_name="+", verbose_name="tỉnh")
    issuer = models.CharField("cơ quan ban hành", max_length=200)
    body = models.CharField("ký hiệu cơ quan", max_length=20)
    form = models.CharField("thể thức", max_length=5, choices=[(form.value, form.name) for form in Form])
    kind = models.CharField("loại văn bản", max_length=12, choices=DocumentKind.choices())
    term_starts_on = models.DateField("nhiệm kỳ (năm) từ ngày")
    last_number = models.PositiveIntegerField("số đã cấp", default=0)

    class Meta:
        verbose_name = "sổ đăng ký số"
        constraints = [
            models.UniqueConstraint(
                fields=["province", "body", "form", "kind", "term_starts_on"], name="one_series_per_kind_and_term"
            )
        ]

    def __str__(self) -> str:
        return f"{self.kind_label} {self.issuer} từ {self.term_starts_on:%d/%m/%Y}"

    @property
    def kind_label(self) -> str:
        return DocumentKind(self.kind).label


class IssuedDocument(models.Model):
    """A document as it was issued: its place in the register and its files. It is never changed or deleted."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    province = models.ForeignKey(Unit, models.PROTECT, related_name="+", verbose_name="tỉnh")
    series = models.ForeignKey(NumberSeries, models.PROTECT, related_name="documents", verbose_name="sổ")
    kind = models.CharField("loại văn bản", max_length=12, choices=DocumentKind.choices())
    number = models.PositiveIntegerField("số", null=True)
    symbol = models.CharField("số, ký hiệu", max_length=60)
    abstract = models.CharField("trích yếu", max_length=500)
    place = models.CharField("địa danh", max_length=100)
    issued_on = models.DateField("ngày ban hành")
    signer = models.CharField("người ký", max_length=200)
    check_code = models.CharField("mã đối chiếu", max_length=9)
    sha256 = models.CharField("băm của nội dung (bản PDF)", max_length=64)
    docx = models.BinaryField("bản Word")
    pdf = models.BinaryField("bản PDF")
    created_at = models.DateTimeField("ghi sổ lúc")
    created_by_id = models.UUIDField("tài khoản", null=True)
    created_by_name = models.CharField("người ghi sổ", max_length=200)

    class Meta:
        verbose_name = "văn bản đã ban hành"
        ordering = ["-issued_on", "-number"]
        indexes = [models.Index(fields=["province", "issued_on"])]
        constraints = [
            models.UniqueConstraint(fields=["series", "number"], name="one_document_per_number"),
            models.CheckConstraint(condition=Q(number=None) | Q(number__gt=0), name="numbers_begin_at_one"),
            models.CheckConstraint(condition=Q(sha256__regex="^[0-9a-f]{64}$"), name="document_has_its_sha256"),
        ]

    def __str__(self) -> str:
        return f"{self.kind_label} {self.symbol}"

    @property
    def kind_label(self) -> str:
        return DocumentKind(self.kind).label
