"""What the summary page of a province-year costs against its own SQL run bare, in the same process, interleaved.

Wall time of one warm process; the minimum of the rounds counts (a shared machine only ever adds).
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable
from typing import Any

from django.db import connection
from django.test import Client
from django.test.utils import override_settings

from diaban.people.models import Account

ROUNDS = 30
Statement = tuple[str, Any]


def statements_of(work: Callable[[], object]) -> list[Statement]:
    """The SQL that the work sends, with its parameters."""
    sent: list[Statement] = []

    def note(execute: Any, sql: str, params: Any, many: bool, context: Any) -> Any:
        sent.append((sql, params))
        return execute(sql, params, many, context)

    with connection.execute_wrapper(note):
        work()
    return sent


def bare(statements: list[Statement]) -> None:
    """The same statements over the driver alone, every row fetched."""
    with connection.connection.cursor() as cursor:
        for sql, params in statements:
            cursor.execute(sql, params)
            cursor.fetchall()


def interleaved(works: dict[str, Callable[[], object]], rounds: int = ROUNDS) -> dict[str, float]:
    """The shortest time of each in milliseconds, the works taken in turn."""
    best = dict.fromkeys(works, float("inf"))
    for _ in range(rounds):
        for name, work in works.items():
            start = time.perf_counter()
            work()
            best[name] = min(best[name], (time.perf_counter() - start) * 1000)
    return best


def measure(year: int = 2023, username: str = "btc") -> dict[str, float]:
    client = Client()
    client.force_login(Account.objects.get(username=username))
    path = f"/tong-hop/{year}/"

    def page() -> None:
        if client.get(path).status_code != 200:
            raise SystemExit(f"{path} không mở được")

    page()
    statements = [one for one in statements_of(page) if one[0].startswith("SELECT")]
    best = interleaved({"page": page, "bare": lambda: bare(statements)})
    return best | {"queries": float(len(statements)), "ratio": best["page"] / best["bare"]}


def main() -> int:
    static = {"staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}}
    with override_settings(STORAGES=static, ALLOWED_HOSTS=["testserver"]):
        found = measure()
    print(
        f"Trang tổng hợp 2023: {found['page']:.1f} ms, SQL của chính nó chạy trần: {found['bare']:.1f} ms, "
        f"tỷ số {found['ratio']:.2f} (yêu cầu ≤ 2), {found['queries']:.0f} truy vấn"
    )
    return 0


if __name__ == "__main__":
    sys.exit(main())
