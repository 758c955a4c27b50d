"""`bin/diaban remind` runs a night now; `bin/diaban worker` stays and does what is due, until it is stopped."""

from __future__ import annotations

import argparse

from django.core.management import call_command

from diaban.kit import clock
from diaban.kit.actors import the_system
from diaban.kit.formats import number
from diaban.reminders import services
from diaban.reminders.services.pushing import make_key


def register(verbs: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    remind = verbs.add_parser("remind", help="nhắc việc: lập tóm tắt của hôm nay và gửi thư đang chờ")
    remind.set_defaults(run=run)
    keys = verbs.add_parser("push-keys", help="lập một khóa mới để bật thông báo trên thiết bị")
    keys.set_defaults(run=new_key)
    worker = verbs.add_parser("worker", help="chạy nền: nhắc việc mỗi sáng, gửi thư mỗi 5 phút; dừng bằng Ctrl-C")
    worker.set_defaults(run=work)


def run(_: argparse.Namespace) -> int:
    """Exit code 1 when mail could not be sent."""
    by, at = the_system(), clock.now()
    people = services.remind_everybody(by=by, at=at)
    services.tell_urged(by=by, at=at)
    sent, failed = services.deliver(by=by, at=at)
    print(f"Đã nhắc {number(people)} người; gửi {number(sent)} thông báo, {number(failed)} chưa gửi được.")
    return 1 if failed else 0


def new_key(_: argparse.Namespace) -> int:
    print(f"DIABAN_PUSH_KEY={make_key()}")
    return 0


def work(_: argparse.Namespace) -> int:
    call_command("procrastinate", "worker", "--concurrency", "1")
    return 0
