"""Mail against a real server: sent once whatever is killed when, tried again when refused, put back by the Board."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from datetime import date
from email import message_from_bytes
from typing import Any

import pytest
from aiosmtpd.controller import Controller
from pytest_django.fixtures import Settings
from pytest_django.plugin import DjangoDbBlocker

from diaban.kit.clock import at_hanoi
from diaban.obligations.services import expect_year
from diaban.people.models import Account
from diaban.places.models import Unit
from diaban.reminders.models import Message, Preference
from diaban.reminders.rules import ATTEMPTS, Channel, MessageState
from diaban.reminders.services import deliver, run_night
from tests import database, make
from tests.make import AT
from tests.pages import browsers, posted

DUE = date(2023, 6, 20)
OK = "250 OK"


class Box:
    """A mailbox that counts; `at_recipient` and `at_data` may do something before the server answers."""

    def __init__(self) -> None:
        self.came: Counter[str] = Counter()
        self.read = ""
        self.at_recipient: Callable[[int], str | None] = lambda _: None
        self.at_data: Callable[[int], None] = lambda _: None
        self.door: Controller | None = None
        self._recipients = 0

    def go_down(self) -> str:
        """Nobody new is let in, and who is there is shown out."""
        assert self.door
        assert self.door.server
        self.door.server.close()
        return "421 4.3.2 máy chủ đang tắt"

    async def handle_RCPT(  # noqa: N802 -- so aiosmtpd calls it
        self, server: Any, session: Any, envelope: Any, address: str, options: Any
    ) -> str:
        self._recipients += 1
        refused = self.at_recipient(self._recipients)
        envelope.rcpt_tos.append(address)
        return refused or OK

    async def handle_DATA(self, server: Any, session: Any, envelope: Any) -> str:  # noqa: N802 -- so aiosmtpd calls it
        mail = message_from_bytes(envelope.content)
        self.came[str(mail["Message-ID"])] += 1
        self.read = bytes(mail.get_payload(decode=True)).decode()
        self.at_data(sum(self.came.values()))
        return OK


@contextmanager
def served(box: Box) -> Iterator[int]:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port: int = free.getsockname()[1]
    box.door = door = Controller(box, hostname="127.0.0.1", port=port)
    door.start()
    try:
        yield port
    finally:
        door.stop()


@pytest.mark.django_db
def test_a_server_that_refuses_is_tried_again_and_then_shown(settings: Settings) -> None:
    people = browsers()
    expect_year(province=people.world.province, year=2023, by=people.world.as_board, at=AT)
    Unit.objects.filter(pk=people.world.pa_co.pk).update(name="Xã Ch'ơm")
    account = Account.objects.get(grants__cadre=people.world.lan)
    Preference.objects.create(account=account, email="lan@so.vn", by_email=True)
    run_night(province=people.world.province, by=make.system(), at=at_hanoi(DUE, 5))
    box = Box()
    box.at_recipient = lambda n: "450 4.2.1 hộp thư đang bận" if n <= ATTEMPTS else None
    with served(box) as port:
        settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", port
        settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
        for _ in range(ATTEMPTS):
            assert deliver(by=make.system(), at=AT) == (0, 1)
        one = Message.objects.get(channel=Channel.EMAIL)
        assert (one.state, "450" in one.error) == (MessageState.FAILED, True)
        assert deliver(by=make.system(), at=AT) == (0, 0)
        posted(people.board, "/nhac-viec/thu/gui-lai/", chon=str(one.pk))
        assert deliver(by=make.system(), at=AT) == (1, 0)
    assert box.came == Counter({f"<{one.pk}@dia-ban>": 1})
    assert ", Xã Ch'ơm: đến hạn hôm nay" in box.read


@pytest.mark.django_db
def test_a_server_that_dies_on_the_way_costs_no_mail_an_attempt(settings: Settings) -> None:
    people = browsers()
    expect_year(province=people.world.province, year=2023, by=people.world.as_board, at=AT)
    for number, account in enumerate(Account.objects.filter(grants__cadre__isnull=False)):
        Preference.objects.create(account=account, email=f"x{number}@so.vn", by_email=True)
    run_night(province=people.world.province, by=make.system(), at=at_hanoi(DUE, 5))
    mails = Message.objects.filter(channel=Channel.EMAIL)
    assert mails.count() > 1
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    box = Box()
    box.at_recipient = lambda n: box.go_down() if n == 2 else None
    with served(box) as port:
        settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", port
        assert deliver(by=make.system(), at=AT) == (1, mails.count() - 1)
        assert deliver(by=make.system(), at=AT) == (0, mails.count() - 1)
    waiting = mails.filter(state=MessageState.WAITING)
    assert [(one.attempts, "đang đóng" in one.error) for one in waiting] == [(0, True)] * (mails.count() - 1)
    box.at_recipient = lambda _: None
    with served(box) as port:
        settings.EMAIL_PORT = port
        assert deliver(by=make.system(), at=AT) == (mails.count() - 1, 0)
    assert set(box.came.values()) == {1}


@pytest.fixture
def world_of_its_own(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[str]:
    """A database that another process works on: its people take mail, and reports are due."""
    name = f"test_diaban_mail_{os.getpid()}"
    with ExitStack() as stack:
        stack.enter_context(django_db_blocker.unblock())
        stack.enter_context(database.spare_copy(database.EMPTY, name))
        with database.in_use(name):
            people = browsers()
            expect_year(province=people.world.province, year=2023, by=people.world.as_board, at=AT)
            for account in Account.objects.all():
                Preference.objects.create(account=account, email=f"x{account.pk.hex[-6:]}@so.vn", by_email=True)
        yield name


def worker(name: str, port: int) -> subprocess.Popen[bytes]:
    """`bin/diaban remind`, as the night runs it."""
    environment = os.environ | {
        "DATABASE_URL": database.address_of(name),
        "DIABAN_SMTP": f"smtp://127.0.0.1:{port}",
        "DIABAN_CLOCK": DUE.isoformat(),
        "DIABAN_DEMO": "1",
    }
    return subprocess.Popen([sys.executable, "-m", "diaban", "remind"], env=environment, stdout=subprocess.DEVNULL)


def test_killed_whenever_it_likes_each_mail_comes_once(world_of_its_own: str) -> None:
    box, running = Box(), list[subprocess.Popen[bytes]]()

    def die_at(wanted: int) -> Callable[[int], None]:
        return lambda number: running[-1].send_signal(signal.SIGKILL) if number == wanted else None

    def never(_: int) -> None:
        pass

    with served(box) as port:
        # before the first was taken, between two, and after the server took one but before it said so
        for moment, recipient in (("before", 1), ("between", 2), ("taken", 0)):
            box._recipients = 0
            box.at_recipient = die_at(recipient)
            box.at_data = die_at(sum(box.came.values()) + 1) if moment == "taken" else never
            running.append(worker(world_of_its_own, port))
            assert running[-1].wait(60) == -signal.SIGKILL, moment
        box.at_recipient, box.at_data = never, never
        running.append(worker(world_of_its_own, port))
        assert running[-1].wait(60) == 0
        running.append(worker(world_of_its_own, port))
        assert running[-1].wait(60) == 0
    with database.in_use(world_of_its_own):
        wanted = {
            f"<{pk}@dia-ban>" for pk in Message.objects.filter(channel=Channel.EMAIL).values_list("pk", flat=True)
        }
        assert not Message.objects.exclude(state=MessageState.SENT).exists()
    assert set(box.came) == wanted
    assert len(wanted) >= 3
    # the one whose answer was lost went again under its own Message-ID: a mailbox keeps it once
    assert sorted(box.came.values())[:-1] == [1] * (len(wanted) - 1)
    assert max(box.came.values()) == 2
