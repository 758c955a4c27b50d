"""What passes between a commune and its cadre, and what is known of the commune."""

from django.db import models
from django.db.models import F, Q

from diaban.assignments.models import Assignment
from diaban.exchange.rules import AreaClass, InvitationState
from diaban.fieldwork.models import Visit
from diaban.kit.ids import uuid7
from diaban.kit.search import search_field, search_index
from diaban.people.models import Cadre, RoleGrant, ScopedRecord
from diaban.places.models import Unit
from diaban.planning.rules import EventKind, Topic


class Bulletin(ScopedRecord):
    """What a commune tells its cadre (bản tin), by the six fields."""

    topic = models.CharField("lĩnh vực", max_length=12, choices=Topic.choices())
    title = models.CharField("tiêu đề", max_length=200)
    body = models.TextField("nội dung")
    sent_at = models.DateTimeField("gửi lúc")
    search = search_field("title", "body")

    class Meta:
        verbose_name = "bản tin của xã"
        indexes = [
            models.Index(fields=["province", "year"]),
            models.Index(fields=["cadre", "sent_at"]),
            models.Index(fields=["commune", "sent_at"]),
            search_index("bulletin_search"),
        ]

    def __str__(self) -> str:
        return self.title


class BulletinRead(models.Model):
    """The cadre has read a bulletin: a receipt, made once."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    bulletin = models.OneToOneField(Bulletin, models.PROTECT, related_name="receipt", verbose_name="bản tin")
    cadre = models.ForeignKey(Cadre, models.PROTECT, related_name="+", verbose_name="cán bộ")
    read_at = models.DateTimeField("đọc lúc")

    class Meta:
        verbose_name = "biên nhận đã đọc"

    def __str__(self) -> str:
        return f"{self.bulletin}"


class BulletinReply(models.Model):
    """What the cadre answers to a bulletin."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    bulletin = models.ForeignKey(Bulletin, models.PROTECT, related_name="replies", verbose_name="bản tin")
    text = models.TextField("nội dung")
    at = models.DateTimeField("lúc")
    by_name = models.CharField("người trả lời", max_length=200)

    class Meta:
        verbose_name = "trả lời bản tin"
        ordering = ["at", "id"]

    def __str__(self) -> str:
        return f"{self.bulletin}"


class CommuneEvent(models.Model):
    """Something that takes place in the commune (sự kiện của xã), to which its cadres may be invited."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    province = models.ForeignKey(Unit, models.PROTECT, related_name="+", verbose_name="tỉnh")
    commune = models.ForeignKey(Unit, models.PROTECT, related_name="+", verbose_name="xã, phường, thị trấn")
    year = models.PositiveSmallIntegerField("năm")
    title = models.CharField("tên sự kiện", max_length=200)
    event_kind = models.CharField("loại hoạt động", max_length=12, choices=EventKind.choices())
    starts_at = models.DateTimeField("bắt đầu")
    ends_at = models.DateTimeField("kết thúc", null=True)
    place = models.CharField("địa điểm", max_length=200)
    note = models.TextField("ghi chú", blank=True)
    announced_at = models.DateTimeField("thông báo lúc")
    called_off_at = models.DateTimeField("hủy lúc", null=True)
    called_off_reason = models.CharField("lý do hủy", max_length=500, blank=True)
    search = search_field("title", "place", "note")

    class Meta:
        verbose_name = "sự kiện của xã"
        indexes = [
            models.Index(fields=["province", "year"]),
            models.Index(fields=["commune", "starts_at"]),
            search_index("event_search"),
        ]
        constraints = [
            models.CheckConstraint(
                condition=Q(ends_at=None) | Q(ends_at__gt=F("starts_at")), name="an_event_ends_after_it_starts"
            ),
            models.CheckConstraint(
                condition=Q(called_off_at=None, called_off_reason="")
                | (Q(called_off_at__isnull=False) & ~Q(called_off_reason="")),
                name="an_event_called_off_says_why",
            ),
        ]

    def __str__(self) -> str:
        return self.title


class Invitation(ScopedRecord):
    """The invitation of one cadre to an event, with the answer; accepting puts the visit into the calendar."""

    event = models.ForeignKey(CommuneEvent, models.PROTECT, related_name="invitations", verbose_name="sự kiện")
    assignment = models.ForeignKey(Assignment, models.PROTECT, related_name="+", verbose_name="phân công")
    state = models.CharField(
        "trả lời", max_length=10, choices=InvitationState.choices(), default=InvitationState.WAITING
    )
    reason = models.CharField("lý do không dự", max_length=500, blank=True)
    answered_at = models.DateTimeField("trả lời lúc", null=True)
    visit = models.OneToOneField(Visit, models.PROTECT, null=True, related_name="+", verbose_name="chuyến đi dự kiến")

    class Meta:
        verbose_name = "giấy mời"
        indexes = [models.Index(fields=["cadre", "state"])]
        constraints = [
            models.UniqueConstraint(fields=["event", "assignment"], name="a_cadre_is_invited_once"),
            models.CheckConstraint(
                condition=~Q(state=InvitationState.DECLINED) | ~Q(reason=""), name="who_declines_says_why"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.cadre}: {self.event}"


class CalendarFeed(models.Model):
    """The secret address of one role's calendar (iCalendar). Only its digest is kept; it can be revoked."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    grant = models.ForeignKey(RoleGrant, models.PROTECT, related_name="+", verbose_name="vai trò")
    address_sha256 = models.CharField("băm của địa chỉ", max_length=64, unique=True)
    made_at = models.DateTimeField("lập lúc")
    revoked_at = models.DateTimeField("thu hồi lúc", null=True)

    class Meta:
        verbose_name = "địa chỉ lịch"
        constraints = [
            models.UniqueConstraint(
                fields=["grant"], condition=Q(revoked_at=None), name="one_calendar_address_per_role"
            ),
            models.CheckConstraint(condition=Q(address_sha256__regex="^[0-9a-f]{64}$"), name="a_feed_has_its_digest"),
        ]

    def __str__(self) -> str:
        return f"{self.grant}"


class CommuneFacts(models.Model):
    """What is known of a commune on a day (số liệu cơ bản). A later row follows and never replaces an earlier one."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    province = models.ForeignKey(Unit, models.PROTECT, related_name="+", verbose_name="tỉnh")
    commune = models.ForeignKey(Unit, models.PROTECT, related_name="+", verbose_name="xã, phường, thị trấn")
    as_of = models.DateField("số liệu đến ngày")
    population = models.PositiveIntegerField("dân số (người)", null=True)
    households = models.PositiveIntegerField("số hộ", null=True)
    poor_households = models.PositiveIntegerField("số hộ nghèo", null=True)
    area_ha = models.PositiveIntegerField("diện tích (ha)", null=True)
    area_class = models.CharField("khu vực", max_length=6, choices=AreaClass.choices(), default=AreaClass.NONE)
    villages = models.PositiveSmallIntegerField("số thôn, bản, tổ dân phố", null=True)
    party_cells = models.PositiveSmallIntegerField("số chi bộ trực thuộc", null=True)
    party_members = models.PositiveIntegerField("số đảng viên", null=True)
    phone = models.CharField("điện thoại văn phòng Đảng ủy", max_length=20, blank=True)
    matters = models.TextField("đặc điểm, vấn đề cần quan tâm", blank=True)
    source = models.CharField("nguồn số liệu", max_length=200, blank=True)
    recorded_at = models.DateTimeField("ghi lúc")
    by_name = models.CharField("người ghi", max_length=200)

    class Meta:
        verbose_name = "số liệu cơ bản của xã"
        indexes = [models.Index(fields=["commune", "as_of"]), models.Index(fields=["province"])]
        constraints = [
            models.CheckConstraint(
                condition=Q(households=None) | Q(poor_households=None) | Q(poor_households__lte=F("households")),
                name="poor_households_are_households",
            )
        ]

    def __str__(self) -> str:
        return f"{self.commune}, {self.as_of:%d/%m/%Y}"
