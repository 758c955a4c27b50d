"""A night's run writes one summary a person. What is written twice is written once."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from datetime import date, datetime, timedelta
from uuid import UUID, uuid5

from django.db import connection, transaction

from diaban.kit import audit
from diaban.kit.actors import Actor
from diaban.kit.clock import local_date
from diaban.obligations.models import Urge
from diaban.places.models import Unit
from diaban.places.rules.kinds import Level
from diaban.regulations.queries import calendar, rule_values_on
from diaban.reminders.models import Device, Message, Preference, Run
from diaban.reminders.queries.owing import lines_of, told, unsent
from diaban.reminders.queries.people import Directory, directory
from diaban.reminders.rules import Cause, Channel, Line, MessageState, in_order, subject_of

LOCK = 23_1016
"""advisory lock: one run a province at a time"""
BATCH = 2000
RECENT = timedelta(days=7)
"""How long after somebody was reminded it is still to be written, if it was not."""


@dataclass(frozen=True, slots=True)
class Letter:
    """What the messages of one writing have in common. `of` tells several of one day apart."""

    province: Unit
    cause: Cause
    on: date
    at: datetime
    note: str = ""
    of: str = ""

    def key(self, account: UUID, channel: Channel) -> UUID:
        name = f"{self.province.pk}:{self.cause.value}:{channel.value}:{self.on.isoformat()}:{self.of}"
        return uuid5(account, name)

    def to(self, account: UUID, channel: Channel, lines: list[Line]) -> Message:
        shown = channel is Channel.PAGE
        return Message(
            id=self.key(account, channel),
            account_id=account,
            province=self.province,
            cause=self.cause,
            channel=channel,
            on=self.on,
            subject=subject_of(lines),
            note=self.note,
            lines=[asdict(one) for one in lines],
            state=MessageState.SENT if shown else MessageState.WAITING,
            made_at=self.at,
            sent_at=self.at if shown else None,
        )


def remind_everybody(*, by: Actor, at: datetime) -> int:
    """Run the night for every province of the day, each in a transaction of its own; how many people it concerned."""
    today = local_date(at)
    there = Unit.objects.filter(level=Level.PROVINCE, valid_from__lte=today).exclude(valid_to__lte=today)
    people = directory(today)
    return sum(run_night(province=one, people=people, by=by, at=at).people for one in there.order_by("code"))


@transaction.atomic
def run_night(*, province: Unit, people: Directory | None = None, by: Actor, at: datetime) -> Run:
    """Write the summaries of a day, for everything that fell due for reminding since the last finished run.

    Once a day: again on the day changes nothing. Killed before its end it has written nothing, and begins anew.
    `people` is the directory of the day, when it was read already.
    """
    today = local_date(at)
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(%s, %s)", [LOCK, province.pk])
    done = Run.objects.filter(province=province, on=today).first()
    if done:
        return done
    last = Run.objects.filter(province=province, on__lt=today).first()
    rules = rule_values_on(province, today)
    # the first run of all looks back one span, so that nobody who is overdue already waits another week
    after = last.on if last else today - timedelta(days=rules.reminder_repeat_days)
    said = told(province, people or directory(today), rules, after=after, today=today)
    _write(said, Letter(province, Cause.SUMMARY, today, at))
    run = Run.objects.create(province=province, on=today, finished_at=at, people=len(said))
    audit.record("reminders.written", run, by=by, at=at, people=len(said), after=after.isoformat())
    return run


@transaction.atomic
def tell_urged(*, by: Actor, at: datetime) -> int:
    """Write to those who were reminded of something within the week; whoever has that on the page was told.

    Returns how many messages are new. What has come meanwhile is left out.
    """
    today, new = local_date(at), 0
    people, days = directory(today), calendar()
    for one in Urge.objects.filter(urged_at__gt=at - RECENT).select_related("province").order_by("urged_at", "id"):
        letter = Letter(one.province, Cause.URGE, local_date(one.urged_at), at, one.note, str(one.pk))
        lines: dict[UUID, list[Line]] = defaultdict(list)
        for (account, line), _, own in lines_of(
            unsent(one.province, today).filter(urges__urge=one), people, today=today, days=days
        ):
            if own:
                lines[account].append(line)
        pages = {letter.key(account, Channel.PAGE): account for account in lines}
        for page in Message.objects.filter(pk__in=pages).values_list("pk", flat=True):
            del lines[pages[page]]
        new += _write(lines, letter)
    if new:
        audit.record("reminders.urged", "reminders", by=by, at=at, messages=new)
    return new


def _write(said: Mapping[UUID, list[Line]], letter: Letter) -> int:
    """A message a person and channel; how many."""
    mailed = set(Preference.objects.filter(by_email=True, account__in=said).values_list("account_id", flat=True))
    pushed = set(Device.objects.filter(account__in=said).values_list("account_id", flat=True))
    ways = ((Channel.EMAIL, mailed), (Channel.PUSH, pushed))
    rows = [
        letter.to(account, channel, in_order(lines))
        for account, lines in said.items()
        for channel in (Channel.PAGE, *(way for way, reached in ways if account in reached))
    ]
    Message.objects.bulk_create(rows, batch_size=BATCH, ignore_conflicts=True)
    return len(rows)
