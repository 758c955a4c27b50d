"""What the outside tells the product, each with a clear error. Plain Python, so that the launcher may use it too."""

from __future__ import annotations

import os
from datetime import date
from typing import NamedTuple
from urllib.parse import SplitResult, unquote, urlsplit


class SettingError(SystemExit):
    """A setting is missing or wrong: the product says which and does not start."""

    def __init__(self, name: str, problem: str) -> None:
        super().__init__(f"Thiết lập {name}: {problem}")


def text(name: str, default: str | None = None) -> str:
    value = os.environ.get(name, "").strip() or default
    if value is None:
        raise SettingError(name, "chưa có. Đặt biến môi trường này rồi chạy lại (xem README, mục Thiết lập).")
    return value


def flag(name: str) -> bool:
    value = os.environ.get(name, "").strip()
    if value not in {"", "0", "1"}:
        raise SettingError(name, f"chỉ nhận 0 hoặc 1, không nhận «{value}».")
    return value == "1"


def day(name: str) -> date | None:
    value = os.environ.get(name, "").strip()
    try:
        return date.fromisoformat(value) if value else None
    except ValueError:
        raise SettingError(name, f"cần một ngày dạng 2024-05-10, không phải «{value}».") from None


def names(name: str, default: str) -> list[str]:
    return [part.strip() for part in text(name, default).split(",") if part.strip()]


def database(name: str = "DATABASE_URL") -> dict[str, object]:
    """Django's description of a PostgreSQL address: postgresql://user:password@host:port/name[?sslmode=…]."""
    parts, port = _address(name, text(name))
    if parts.scheme not in {"postgres", "postgresql"}:
        raise SettingError(name, "chỉ nhận địa chỉ PostgreSQL, dạng postgresql://tên:mật-khẩu@máy:5432/cơ-sở-dữ-liệu.")
    if not parts.path.strip("/"):
        raise SettingError(name, "thiếu tên cơ sở dữ liệu ở cuối địa chỉ.")
    options = dict(pair.split("=", 1) for pair in parts.query.split("&") if "=" in pair)
    host = unquote(options.pop("host", parts.hostname or ""))
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": unquote(parts.path.lstrip("/")),
        "USER": unquote(parts.username or ""),
        "PASSWORD": unquote(parts.password or ""),
        "HOST": host,
        "PORT": str(port or ""),
        "OPTIONS": {key: unquote(value) for key, value in options.items()},
    }


def _address(name: str, address: str) -> tuple[SplitResult, int | None]:
    """Its parts and its port. What cannot be read is not repeated: it may hold a password."""
    try:
        parts = urlsplit(address)
        return parts, parts.port
    except ValueError:
        raise SettingError(name, "không đọc được máy hoặc cổng trong địa chỉ; cổng là một số từ 1 đến 65535.") from None


class MailServer(NamedTuple):
    """In the order of Django's settings: host, port, user, password, TLS from the first byte, STARTTLS."""

    host: str
    port: int
    user: str
    password: str
    ssl: bool
    tls: bool


def mail_server(name: str = "DIABAN_SMTP") -> MailServer:
    """smtp://name:password@host:25; smtps:// with TLS at once, smtp+tls:// with STARTTLS. Unset: no host."""
    address = os.environ.get(name, "").strip()
    if not address:
        return MailServer("", 25, "", "", ssl=False, tls=False)
    parts, port = _address(name, address)
    ports = {"smtp": 25, "smtps": 465, "smtp+tls": 587}
    if parts.scheme not in ports or not parts.hostname:
        raise SettingError(name, "cần địa chỉ máy chủ thư, dạng smtp+tls://tên:mật-khẩu@máy:587.")
    user, password = unquote(parts.username or ""), unquote(parts.password or "")
    port, scheme = port or ports[parts.scheme], parts.scheme
    return MailServer(parts.hostname, port, user, password, ssl=scheme == "smtps", tls=scheme == "smtp+tls")
