"""Messages that wait to go and went, the runs that wrote them, and how a person wants to be told."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from diaban.kit.ids import uuid7
from diaban.people.models import Account
from diaban.places.models import Unit
from diaban.reminders.rules import Cause, Channel, MessageState
from diaban.reminders.rules.devices import LONGEST


class Message(models.Model):
    """One summary for one person by one channel. Its id follows from what it is, so that writing it twice is once."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    account = models.ForeignKey(Account, models.PROTECT, related_name="+", verbose_name="người nhận")
    province = models.ForeignKey(Unit, models.PROTECT, related_name="+", verbose_name="tỉnh")
    cause = models.CharField("vì", max_length=10, choices=Cause.choices())
    channel = models.CharField("đường gửi", max_length=10, choices=Channel.choices())
    on = models.DateField("của ngày")
    subject = models.CharField("tiêu đề", max_length=200)
    note = models.CharField("lời nhắn", max_length=500, blank=True)
    lines = models.JSONField("các việc", default=list)
    state = models.CharField("trạng thái", max_length=10, choices=MessageState.choices(), default=MessageState.WAITING)
    attempts = models.PositiveSmallIntegerField("số lần thử", default=0)
    error = models.CharField("lỗi lần cuối", max_length=300, blank=True)
    made_at = models.DateTimeField("lập lúc")
    sent_at = models.DateTimeField("gửi lúc", null=True)
    read_at = models.DateTimeField("đọc lúc", null=True)

    class Meta:
        verbose_name = "thông báo nhắc việc"
        ordering = ["-made_at", "id"]
        indexes = [
            models.Index(fields=["account", "channel", "-made_at"]),
            models.Index(fields=["channel", "state", "made_at", "id"]),
        ]
        constraints = [
            models.CheckConstraint(
                condition=Q(state=MessageState.SENT, sent_at__isnull=False)
                | (~Q(state=MessageState.SENT) & Q(sent_at=None)),
                name="a_sent_message_says_when",
            ),
            models.CheckConstraint(
                condition=Q(state=MessageState.FAILED) & ~Q(error="") | ~Q(state=MessageState.FAILED),
                name="a_failed_message_says_why",
            ),
        ]

    def __str__(self) -> str:
        return self.subject


class Device(models.Model):
    """A browser that a person wants to be told on. Address and keys are secrets: no archive carries them."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    account = models.ForeignKey(Account, models.PROTECT, related_name="+", verbose_name="tài khoản")
    endpoint = models.CharField("địa chỉ nhận", max_length=LONGEST, unique=True)
    p256dh = models.CharField("khóa công khai", max_length=100)
    auth = models.CharField("khóa chung", max_length=40)
    name = models.CharField("tên thiết bị", max_length=80)
    made_at = models.DateTimeField("bật lúc")

    class Meta:
        verbose_name = "thiết bị nhận nhắc việc"
        ordering = ["made_at", "id"]

    def __str__(self) -> str:
        return self.name


class Run(models.Model):
    """A night's run over a province: what fell between the last finished one and this one was looked at."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    province = models.ForeignKey(Unit, models.PROTECT, related_name="+", verbose_name="tỉnh")
    on = models.DateField("ngày")
    finished_at = models.DateTimeField("xong lúc")
    people = models.PositiveIntegerField("số người được nhắc")

    class Meta:
        verbose_name = "lần nhắc việc"
        ordering = ["-on"]
        constraints = [models.UniqueConstraint(fields=["province", "on"], name="one_run_a_province_and_day")]

    def __str__(self) -> str:
        return f"{self.on:%d/%m/%Y}"


class Preference(models.Model):
    """How a person wants to be told besides the page: an official address, never a private one."""

    account = models.OneToOneField(
        Account, models.PROTECT, primary_key=True, related_name="+", verbose_name="tài khoản"
    )
    email = models.EmailField("thư điện tử công vụ", max_length=200, blank=True)
    by_email = models.BooleanField("nhận qua thư", default=False)

    class Meta:
        verbose_name = "cách nhận nhắc việc"
        constraints = [
            models.CheckConstraint(condition=Q(by_email=False) | ~Q(email=""), name="mail_needs_an_address"),
        ]

    def __str__(self) -> str:
        return self.email or "trong phần mềm"
