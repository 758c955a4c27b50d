"""What the outside tells the product, each with a clear error. Plain Python, so that the launcher may use it too."""

from __future__ import annotations

import os
from datetime import date
from urllib.parse import unquote, urlsplit


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
    address = text(name)
    parts = urlsplit(address)
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
        "PORT": str(parts.port or ""),
        "OPTIONS": {key: unquote(value) for key, value in options.items()},
    }
