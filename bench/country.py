"""The summary of one province inside the whole country against the same province alone.

Builds two databases anew (two minutes): a simulated year of 34 provinces, and one of them carried over by its archive.
Each figure is the shortest of many readings in a warm process; the two databases are read in turn.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from datetime import date
from pathlib import Path

from tools.pg import Server

PROVINCE, YEAR = "25", 2026
AS_OF = date(2027, 2, 1)
ROUNDS, READINGS = 3, 25


def main(words: list[str]) -> int:
    if words == ["read"]:
        print(shortest())
        return 0
    server = Server("bench")
    server.wipe()
    with server.in_use(), tempfile.TemporaryDirectory() as folder:
        for name in ("country", "alone"):
            server.ensure_database(name)
            diaban(server.url(name), "migrate")
        start = time.perf_counter()
        diaban(server.url("country"), "simulate", "--scale", "national", "--year", str(YEAR))
        print(f"Mô phỏng cả nước một năm: {time.perf_counter() - start:.0f} giây")
        archive = str(Path(folder) / "tinh")
        diaban(server.url("country"), "export", archive, "--province", PROVINCE)
        diaban(server.url("alone"), "import-archive", archive)
        read = {name: [measured(server.url(name)) for _ in range(ROUNDS)] for name in ("alone", "country")}
    alone, country = min(read["alone"]), min(read["country"])
    print(
        f"Tổng hợp tỉnh {PROVINCE} năm {YEAR}: một mình {alone:.1f} ms, trong cả nước {country:.1f} ms, "
        f"tỷ số {country / alone:.2f} (yêu cầu ≤ 1,3)"
    )
    return 0


def diaban(address: str, *words: str) -> None:
    subprocess.run([sys.executable, "-m", "diaban", *words], env=at(address), check=True, stdout=subprocess.DEVNULL)


def measured(address: str) -> float:
    command = [sys.executable, "-c", "import django; django.setup(); from bench.country import main; main(['read'])"]
    return float(subprocess.run(command, env=at(address), check=True, capture_output=True, text=True).stdout)


def at(address: str) -> dict[str, str]:
    return os.environ | {"DATABASE_URL": address, "DIABAN_CLOCK": AS_OF.isoformat()}


def shortest() -> float:
    """The shortest reading of the province's year, in milliseconds."""
    from django.db import connection

    from diaban.dashboards.queries.page import gather
    from diaban.dashboards.queries.summary import scope_of_year
    from diaban.kit.actors import the_system
    from diaban.places.queries import province_of_year

    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")
    province = province_of_year(PROVINCE, YEAR)
    if province is None:
        raise SystemExit(f"không có tỉnh {PROVINCE}")
    scope = scope_of_year(the_system(province.pk), province=province.pk, year=YEAR, as_of=AS_OF)
    times = []
    for _ in range(READINGS):
        start = time.perf_counter()
        gather(scope)
        times.append((time.perf_counter() - start) * 1000)
    return min(times)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
