"""People and their bodies: accounts, agencies, cadres with dated posts, roles with a scope on a date."""

from __future__ import annotations

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.db import models
from django.db.models import F, Q

from diaban.kit.actors import Role
from diaban.kit.ids import uuid7
from diaban.people.rules.agency_lists import SuccessionKind
from diaban.people.rules.posts import post_said
from diaban.places.models import Unit


class AccountManager(BaseUserManager["Account"]):
    def get_by_natural_key(self, username: str | None) -> Account:
        return self.get(username=username)


class Account(AbstractBaseUser):
    """A sign-in. What it may do stands in its role grants, never here."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    username = models.CharField("tên đăng nhập", max_length=100, unique=True)
    full_name = models.CharField("họ và tên", max_length=200)
    is_active = models.BooleanField("còn hiệu lực", default=True)

    USERNAME_FIELD = "username"
    REQUIRED_FIELDS = ["full_name"]
    objects = AccountManager()

    class Meta:
        verbose_name = "tài khoản"

    def __str__(self) -> str:
        return self.full_name


class AgencyGroup(models.TextChoices):
    PARTY = "party", "cơ quan Đảng"
    FRONT = "front", "Mặt trận, đoàn thể"
    STATE = "state", "cơ quan nhà nước"
    OTHER = "other", "đơn vị khác"


class Agency(models.Model):
    """A provincial agency (sở, ban, ngành). It ends when a reform ends it; its successor is another row."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    province = models.ForeignKey(Unit, models.PROTECT, related_name="+", verbose_name="tỉnh")
    name = models.CharField("tên cơ quan", max_length=200)
    folded = models.CharField("tên để tìm", max_length=200)
    group = models.CharField("khối", max_length=10, choices=AgencyGroup.choices)
    starts_on = models.DateField("từ ngày")
    ends_on = models.DateField("đến trước ngày", null=True)

    class Meta:
        verbose_name = "cơ quan cấp tỉnh"
        constraints = [
            models.UniqueConstraint(fields=["province", "name", "starts_on"], name="one_agency_per_name_and_start"),
            models.CheckConstraint(
                condition=Q(ends_on=None) | Q(ends_on__gt=F("starts_on")), name="agency_ends_after_it_starts"
            ),
        ]

    def __str__(self) -> str:
        return self.name


class AgencySuccession(models.Model):
    """An agency went (wholly or in part) into another on a day."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    old = models.ForeignKey(Agency, models.PROTECT, related_name="successors")
    new = models.ForeignKey(Agency, models.PROTECT, related_name="predecessors")
    on = models.DateField("ngày")
    kind = models.CharField("hình thức", max_length=20, choices=SuccessionKind.choices())

    class Meta:
        verbose_name = "kế thừa cơ quan"
        constraints = [models.UniqueConstraint(fields=["old", "new"], name="one_succession_per_pair_of_agencies")]

    def __str__(self) -> str:
        return f"{self.old} → {self.new}"


class Cadre(models.Model):
    """A leader of a provincial agency who may follow communes (cán bộ theo dõi)."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    province = models.ForeignKey(Unit, models.PROTECT, related_name="+", verbose_name="tỉnh")
    account = models.OneToOneField(Account, models.PROTECT, null=True, related_name="+", verbose_name="tài khoản")
    full_name = models.CharField("họ và tên", max_length=200)
    folded = models.CharField("tên để tìm", max_length=200)
    sort_key = models.CharField("khóa xếp tên", max_length=300, db_collation="C")

    class Meta:
        verbose_name = "cán bộ theo dõi"
        indexes = [models.Index(fields=["province", "sort_key"])]

    def __str__(self) -> str:
        return self.full_name


class Post(models.Model):
    """A post that a cadre holds in an agency for a time."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    cadre = models.ForeignKey(Cadre, models.PROTECT, related_name="posts", verbose_name="cán bộ")
    agency = models.ForeignKey(Agency, models.PROTECT, related_name="posts", verbose_name="cơ quan")
    title = models.CharField("chức vụ", max_length=200)
    starts_on = models.DateField("từ ngày")
    ends_on = models.DateField("đến trước ngày", null=True)

    class Meta:
        verbose_name = "chức vụ"
        constraints = [
            models.CheckConstraint(
                condition=Q(ends_on=None) | Q(ends_on__gt=F("starts_on")), name="post_ends_after_it_starts"
            ),
        ]

    def __str__(self) -> str:
        return self.title

    @property
    def said(self) -> str:
        """The title with the agency: “Phó Chánh Văn phòng Tỉnh ủy”."""
        return post_said(self.title, self.agency.name)


class RoleGrant(models.Model):
    """A role that an account holds over a province, a commune, a district, an agency or as a cadre, for a time."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    account = models.ForeignKey(Account, models.PROTECT, related_name="grants", verbose_name="tài khoản")
    role = models.CharField(
        "vai trò", max_length=20, choices=[choice for choice in Role.choices() if choice[0] != Role.NONE]
    )
    province = models.ForeignKey(Unit, models.PROTECT, null=True, related_name="+", verbose_name="tỉnh")
    unit = models.ForeignKey(Unit, models.PROTECT, null=True, related_name="+", verbose_name="xã hoặc huyện")
    agency = models.ForeignKey(Agency, models.PROTECT, null=True, related_name="+", verbose_name="cơ quan")
    cadre = models.ForeignKey(Cadre, models.PROTECT, null=True, related_name="+", verbose_name="cán bộ")
    starts_on = models.DateField("từ ngày")
    ends_on = models.DateField("đến trước ngày", null=True)

    class Meta:
        verbose_name = "vai trò được giao"
        constraints = [
            models.CheckConstraint(
                condition=Q(ends_on=None) | Q(ends_on__gt=F("starts_on")), name="grant_ends_after_it_starts"
            ),
            models.CheckConstraint(
                condition=(
                    Q(
                        role__in=[Role.BOARD, Role.STANDING, Role.INSPECTOR, Role.PUBLISHER],
                        province__isnull=False,
                    )
                    | Q(role__in=[Role.COMMUNE, Role.DISTRICT], unit__isnull=False)
                    | Q(role=Role.AGENCY, agency__isnull=False)
                    | Q(role=Role.CADRE, cadre__isnull=False)
                    | Q(role__in=[Role.SYSTEM, Role.AUDITOR])
                ),
                name="grant_names_its_scope",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.account}: {Role(self.role).label}"


class ScopedRecord(models.Model):
    """What a record of the programme carries to be found and guarded: where, whose and by which agency, as on the day.

    Nothing is joined through "current": a later post, merger or replacement never moves the record.
    """

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    province = models.ForeignKey(Unit, models.PROTECT, related_name="+", verbose_name="tỉnh")
    commune = models.ForeignKey(Unit, models.PROTECT, related_name="+", verbose_name="xã, phường, thị trấn")
    agency = models.ForeignKey(Agency, models.PROTECT, related_name="+", verbose_name="cơ quan")
    cadre = models.ForeignKey(Cadre, models.PROTECT, related_name="+", verbose_name="cán bộ theo dõi")
    year = models.PositiveSmallIntegerField("năm")

    class Meta:
        abstract = True
