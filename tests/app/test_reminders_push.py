"""Messages on a device: encrypted for the browser, to named services only, forgotten when it is gone."""

from __future__ import annotations

import base64
import json
import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, timedelta
from http.client import HTTPConnection
from http.server import BaseHTTPRequestHandler, HTTPServer
from typing import Any

import http_ece
import pytest
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat
from pytest_django.fixtures import Settings

from diaban.kit.clock import at_hanoi
from diaban.kit.digest import our_models
from diaban.obligations.services import expect_year
from diaban.reminders.models import Device, Message, Preference
from diaban.reminders.rules import Channel, MessageState
from diaban.reminders.rules.devices import allowed
from diaban.reminders.services import deliver, pushing, run_night
from diaban.reminders.services.pushing import make_key
from tests import make
from tests.pages import Browsers, browsers, posted, said

pytestmark = pytest.mark.django_db
HOSTS = ["fcm.googleapis.com", ".push.apple.com"]
AT_NIGHT = at_hanoi(date(2023, 6, 20), 5, 30)
SECRET = b"0123456789abcdef"


def text(octets: bytes) -> str:
    return base64.urlsafe_b64encode(octets).decode().rstrip("=")


class Service:
    """A push service with a browser behind it; `status` is what it answers."""

    def __init__(self) -> None:
        self.status, self.came = 201, list[tuple[str, dict[str, str], bytes]]()
        self.key = ec.generate_private_key(ec.SECP256R1())
        point = self.key.public_key().public_bytes(Encoding.X962, PublicFormat.UncompressedPoint)
        self.handed = {"p256dh": text(point), "auth": text(SECRET), "name": "Android"}

    def device(self, path: str = "/fcm/send/a1") -> dict[str, str]:
        return {"endpoint": f"https://fcm.googleapis.com{path}"} | self.handed

    def read(self, body: bytes) -> dict[str, str]:
        clear = http_ece.decrypt(body, private_key=self.key, auth_secret=SECRET, version="aes128gcm")
        return dict(json.loads(clear))


@contextmanager
def served(service: Service) -> Iterator[int]:
    class Door(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers["Content-Length"]))
            service.came.append((self.path, dict(self.headers), body))
            self.send_response(service.status)
            self.send_header("Location", "http://127.0.0.1:1/")
            self.end_headers()

        def log_message(self, *_: Any) -> None:
            pass

    with HTTPServer(("127.0.0.1", 0), Door) as server:
        threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True).start()
        yield server.server_port
        server.shutdown()


@pytest.fixture
def service(settings: Settings, monkeypatch: pytest.MonkeyPatch) -> Iterator[Service]:
    settings.PUSH_KEY, settings.PUSH_HOSTS, settings.EMAIL_HOST = make_key(), HOSTS, ""
    settings.DIABAN_CLOCK = date(2023, 6, 20)
    one = Service()
    with served(one) as port:
        monkeypatch.setattr(pushing, "door_to", lambda _: HTTPConnection("127.0.0.1", port, timeout=5))
        yield one


@pytest.fixture
def people(service: Service) -> Browsers:
    found = browsers()
    expect_year(province=found.world.province, year=2023, by=found.world.as_board, at=make.AT)
    return found


def turned_on(people: Browsers, service: Service, path: str = "/fcm/send/a1") -> None:
    assert posted(people.lan, "/nhac-viec/thiet-bi/", **service.device(path)).status_code == 302


def nightly(people: Browsers) -> tuple[int, int]:
    run_night(province=people.world.province, by=make.system(), at=AT_NIGHT)
    return deliver(by=make.system(), at=AT_NIGHT)


def test_a_message_is_read_by_the_browser_alone_and_names_nothing(people: Browsers, service: Service) -> None:
    turned_on(people, service)
    assert nightly(people) == (1, 0)
    [(path, headers, body)] = service.came
    one = Message.objects.get(channel=Channel.PUSH)
    assert (path, headers["Content-Encoding"], headers["Topic"]) == ("/fcm/send/a1", "aes128gcm", one.pk.hex)
    assert headers["Authorization"].startswith("vapid t=")
    assert service.read(body) == {"title": one.subject, "tag": str(one.pk)}
    assert "Pà Cò" not in one.subject
    assert deliver(by=make.system(), at=AT_NIGHT) == (0, 0)


def test_sent_again_after_a_refusal_it_replaces_itself(people: Browsers, service: Service) -> None:
    turned_on(people, service)
    service.status = 503
    assert nightly(people) == (0, 1)
    service.status = 201
    assert deliver(by=make.system(), at=AT_NIGHT) == (1, 0)
    assert len({headers["Topic"] for _, headers, _ in service.came}) == 1


def test_a_mail_server_that_is_down_keeps_nobody_from_being_pushed(
    people: Browsers, service: Service, settings: Settings
) -> None:
    turned_on(people, service)
    Preference.objects.create(account=Device.objects.get().account, email="lan@so.vn", by_email=True)
    with socket.socket() as shut:  # bound and not listening: whoever knocks is refused
        shut.bind(("127.0.0.1", 0))
        settings.EMAIL_HOST, settings.EMAIL_PORT = shut.getsockname()
        settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
        assert nightly(people) == (1, 1)
    mail = Message.objects.get(channel=Channel.EMAIL)
    assert (mail.state, mail.attempts, len(service.came)) == (MessageState.WAITING, 0, 1)


def test_a_service_that_does_not_answer_keeps_no_other_device_from_being_told(
    people: Browsers, service: Service, monkeypatch: pytest.MonkeyPatch
) -> None:
    turned_on(people, service)
    silent = "https://web.push.apple.com/b2"
    posted(people.lan, "/nhac-viec/thiet-bi/", **(service.device() | {"endpoint": silent}))
    there = pushing.door_to
    nobody = HTTPConnection("127.0.0.1", 1, timeout=1)
    monkeypatch.setattr(pushing, "door_to", lambda host: nobody if host == "web.push.apple.com" else there(host))
    Device.objects.filter(endpoint=silent).update(made_at=AT_NIGHT - timedelta(days=900))  # it is asked first
    service.status = 410
    assert nightly(people) == (0, 1)
    assert [one.endpoint for one in Device.objects.all()] == [silent]
    assert "không trả lời" in Message.objects.get(channel=Channel.PUSH).error


def test_no_redirect_is_followed(people: Browsers, service: Service) -> None:
    turned_on(people, service)
    service.status = 307
    assert nightly(people) == (0, 1)
    assert len(service.came) == 1


def test_a_browser_that_went_is_forgotten(people: Browsers, service: Service) -> None:
    turned_on(people, service)
    service.status = 410
    assert nightly(people) == (0, 1)
    assert not Device.objects.exists()
    assert "đã tắt thông báo" in Message.objects.get(channel=Channel.PUSH).error


def test_without_a_key_nothing_is_tried(people: Browsers, service: Service, settings: Settings) -> None:
    turned_on(people, service)
    settings.PUSH_KEY = ""
    assert nightly(people) == (0, 0)
    assert Message.objects.get(channel=Channel.PUSH).state == MessageState.WAITING
    assert "Thông báo trên thiết bị" not in said(people.lan.get("/nhac-viec/cach-nhan/"))


@pytest.mark.parametrize(
    "endpoint",
    [
        "http://fcm.googleapis.com/a",
        "https://fcm.googleapis.com:8443/a",
        "https://me@fcm.googleapis.com/a",
        "https://fcm.googleapis.com.evil.vn/a",
        "https://127.0.0.1/a",
        "https://push.apple.com.evil/a",
        "https://fcm.googleapis.com/" + "a" * 500,
        "https://[::1",
        "file:///etc/passwd",
    ],
)
def test_only_named_services_are_spoken_to(people: Browsers, service: Service, endpoint: str) -> None:
    assert not allowed(endpoint, hosts=HOSTS)
    posted(people.lan, "/nhac-viec/thiet-bi/", **(service.device() | {"endpoint": endpoint}))
    assert not Device.objects.exists()


def test_a_device_is_its_owner_s_and_is_turned_off(people: Browsers, service: Service) -> None:
    turned_on(people, service)
    turned_on(people, service)
    device = Device.objects.get()
    page = said(people.lan.get("/nhac-viec/cach-nhan/"))
    assert "Android, bật ngày" in page
    assert "Tóm tắt cũng báo trên 1 thiết bị đã bật." in said(people.lan.get("/nhac-viec/"))
    off = f"/nhac-viec/thiet-bi/{device.pk}/tat/"
    assert people.son.post(off).status_code == 404
    assert people.lan.post(off).status_code == 302
    assert not Device.objects.exists()
    assert device._meta.model not in our_models()


def test_wrong_keys_are_refused_with_a_sentence(people: Browsers, service: Service) -> None:
    posted(people.lan, "/nhac-viec/thiet-bi/", **(service.device() | {"p256dh": "AAAA"}))
    assert "Khóa của trình duyệt không đúng" in said(people.lan.get("/nhac-viec/cach-nhan/"))
    assert not Device.objects.exists()
