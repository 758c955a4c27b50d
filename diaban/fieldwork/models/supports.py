"""Support and its value in đồng; what an agency's leadership did for its cadres."""

from django.db import models
from django.db.models import F, Q

from diaban.fieldwork.models.visits import Visit
from diaban.fieldwork.rules import AgencyActKind, Confirmation, Source, SupportKind, ValueBasis
from diaban.kit.ids import uuid7
from diaban.kit.search import search_field, search_index
from diaban.people.models import Agency, ScopedRecord
from diaban.places.models import Unit


class Support(ScopedRecord):
    """A support activity (hỗ trợ). Its value is the agency's own share in đồng; a correction is a reversing line."""

    visit = models.ForeignKey(Visit, models.PROTECT, null=True, related_name="+", verbose_name="chuyến đi")
    supported_on = models.DateField("ngày")
    kind = models.CharField("hình thức", max_length=10, choices=SupportKind.choices())
    content = models.CharField("nội dung", max_length=500)
    households = models.PositiveIntegerField("số hộ được giúp", default=0)
    persons = models.PositiveIntegerField("số người được giúp", default=0)
    source = models.CharField("nguồn", max_length=10, choices=Source.choices())
    value_vnd = models.BigIntegerField("giá trị quy ra tiền (đồng)")
    whole_vnd = models.BigIntegerField("tổng giá trị, khi nhiều nơi cùng chi (đồng)", null=True)
    partners = models.CharField("các nơi cùng chi", max_length=300, blank=True)
    value_basis = models.CharField("căn cứ quy ra tiền", max_length=10, choices=ValueBasis.choices())
    confirmation = models.CharField(
        "xác nhận của xã", max_length=10, choices=Confirmation.choices(), default=Confirmation.SILENT
    )
    confirmed_at = models.DateTimeField("xác nhận lúc", null=True)
    confirmed_by = models.CharField("người xác nhận", max_length=200, blank=True)
    dispute_reason = models.TextField("lý do không thống nhất", blank=True)
    reverses = models.OneToOneField(
        "self", models.PROTECT, null=True, related_name="reversal", verbose_name="điều chỉnh dòng"
    )
    reverse_reason = models.CharField("lý do điều chỉnh", max_length=500, blank=True)
    recorded_at = models.DateTimeField("ghi lúc")
    search = search_field("content", "partners")

    class Meta:
        verbose_name = "hoạt động hỗ trợ"
        indexes = [
            models.Index(fields=["province", "year"]),
            models.Index(fields=["commune", "year"]),
            search_index("support_search"),
        ]
        constraints = [
            models.CheckConstraint(
                condition=Q(whole_vnd=None)
                | Q(reverses=None, whole_vnd__gt=F("value_vnd"))
                | Q(reverses__isnull=False, whole_vnd__lt=F("value_vnd")),
                name="a_share_is_less_than_the_whole",
            ),
            models.CheckConstraint(
                condition=Q(reverses=None, value_vnd__gte=0) | Q(reverses__isnull=False, value_vnd__lte=0),
                name="only_a_reversing_line_is_negative",
            ),
            models.CheckConstraint(
                condition=Q(value_vnd=0) | ~Q(value_basis=ValueBasis.NONE), name="a_value_names_its_basis"
            ),
        ]

    def __str__(self) -> str:
        return self.content


class AgencyAct(models.Model):
    """What an agency's leadership did for its cadres: a short record, one of the parts of its own figure."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    province = models.ForeignKey(Unit, models.PROTECT, related_name="+", verbose_name="tỉnh")
    agency = models.ForeignKey(Agency, models.PROTECT, related_name="+", verbose_name="cơ quan")
    year = models.PositiveSmallIntegerField("năm")
    kind = models.CharField("việc", max_length=10, choices=AgencyActKind.choices())
    acted_on = models.DateField("ngày")
    content = models.CharField("nội dung", max_length=500)
    search = search_field("content")

    class Meta:
        verbose_name = "việc lãnh đạo cơ quan làm cho cán bộ theo dõi"
        indexes = [
            models.Index(fields=["province", "year"]),
            models.Index(fields=["agency", "year"]),
            search_index("agency_act_search"),
        ]

    def __str__(self) -> str:
        return self.content
