"""The rating of a whole country against merely reading and writing the same JSON, in the same process, interleaved.

Invents the year of 14,000 cadres in 34 provinces; nothing is kept. The shortest of the rounds counts. At last the
command itself, as somebody runs it from a shell.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from random import Random
from typing import Any

from diaban.kit.shape_schemas import writer
from diaban.kit.shapes import reader
from diaban.ranking.rules import Records, Rulebook, YearRating, rate
from diaban.ranking.rules.canonical import canonical

CADRES, PROVINCES, AGENCIES = 14_000, 34, 45
YEAR, SEED, ROUNDS = 2026, 26, 3
LEVELS = ("excellent", "good", "completed", "not_completed")
FIELDS = ("economy", "defence", "system", "policy", "public_mood", "relation")


def main() -> int:
    raw = json.dumps(invented_country(CADRES), ensure_ascii=False).encode()
    read, write = reader(Records), writer(YearRating)

    def floor() -> None:
        json.loads(raw)
        canonical(plain)

    def whole() -> str:
        return canonical(write(rate(read(json.loads(raw)), Rulebook())))

    plain = write(rate(read(json.loads(raw)), Rulebook()))
    text = canonical(plain)
    best = interleaved({"floor": floor, "whole": whole})
    print(
        f"Xếp {CADRES:,} cán bộ, {PROVINCES * AGENCIES:,} cơ quan: {best['whole']:.1f} giây; chỉ đọc và ghi cùng JSON "
        f"({len(raw) / 1e6:.0f} MB vào, {len(text.encode()) / 1e6:.0f} MB ra): {best['floor']:.1f} giây; "
        f"tỷ số {best['whole'] / best['floor']:.1f}"
    )
    print(f"Lệnh bin/diaban rate từ đầu đến cuối: {command(raw, text):.1f} giây, kết quả giống từng byte")
    return 0


def interleaved(works: dict[str, Callable[[], object]]) -> dict[str, float]:
    """The shortest time of each in seconds, the works taken in turn."""
    best = dict.fromkeys(works, float("inf"))
    for _ in range(ROUNDS):
        for name, work in works.items():
            start = time.perf_counter()
            work()
            best[name] = min(best[name], time.perf_counter() - start)
    return best


def command(raw: bytes, expected: str) -> float:
    with tempfile.TemporaryDirectory() as folder:
        given, out = Path(folder) / "records.json", Path(folder) / "result.json"
        given.write_bytes(raw)
        words = ["rate", "--input", str(given), "--rules", Rulebook().code, "--out", str(out)]
        start = time.perf_counter()
        subprocess.run([sys.executable, "-m", "diaban", *words], check=True)
        took = time.perf_counter() - start
        if out.read_text() != expected + "\n":  # a file ends with its line
            raise SystemExit("lệnh cho kết quả khác")
    return took


def invented_country(cadres: int) -> dict[str, Any]:
    random = Random(SEED)
    agencies = [_agency(random, province, index) for province in range(PROVINCES) for index in range(AGENCIES)]
    return {
        "format": "diaban.rate.records/1",
        "year": YEAR,
        "cadres": [_cadre(random, index, agencies[index % len(agencies)]) for index in range(cadres)],
        "agencies": agencies,
    }


def _agency(random: Random, province: int, index: int) -> dict[str, Any]:
    asked = random.randint(0, 12)
    in_time = random.randint(0, asked)
    return {
        "id": f"cq-{province}-{index}",
        "name": f"Cơ quan {index}",
        "province": f"{province:02}",
        "agency_group": ("dang", "nha-nuoc", "mat-tran", "su-nghiep")[index % 4],
        "acts": {
            **{key: random.randint(0, 3) for key in ("self_checks", "time", "vehicle", "budget", "joint")},
            "evidence": _evidence(random, "viec", 3),
        },
        "answers": {
            "asked": asked,
            "in_time": in_time,
            "late": (asked - in_time) // 2,
            "overdue": (asked - in_time) // 4,
            "evidence": _evidence(random, "tra-loi", asked),
        },
        "members_disciplined": {"count": 0, "evidence": []},
        "shortcomings": {"named": 2, "fixed": random.randint(0, 2), "evidence": []},
        "grounds": [],
        "earlier": [],
    }


def _cadre(random: Random, index: int, agency: dict[str, Any]) -> dict[str, Any]:
    """Diligence decides most; two in ten came within the year, one in ten follows two communes."""
    care = random.random()
    communes = [f"xa-{index}-{each}" for each in range(1 + (random.random() < 0.1))]
    start = f"{YEAR}-0{random.randint(2, 8)}-15" if random.random() < 0.2 else f"{YEAR - 1}-07-01"
    return {
        "id": f"cb-{index:05}",
        "name": f"Cán bộ {index}",
        "province": agency["province"],
        "agency": agency["id"],
        "agency_group": agency["agency_group"],
        "area_class": random.choice(("I", "II", "III")),
        "is_head": index % 9 == 0,
        "assignments": [
            {"commune": commune, "starts_on": start, "ends_on": None, "evidence": [f"phan-cong:{index}"]}
            for commune in communes
        ],
        **_work(random, care, len(communes)),
        "forms": [_form(random, care, commune) for commune in communes if random.random() < 0.97],
        "shortcomings": {"named": 3, "fixed": random.randint(1, 3), "evidence": []},
        "signals": {"confirmed": int(random.random() < 0.01), "evidence": []},
        "grounds": [],
        "earlier": [{"year": YEAR - 1, "level": random.choice(LEVELS)}],
    }


def _work(random: Random, care: float, communes: int) -> dict[str, Any]:
    planned, raised, helped = random.randint(6, 14), random.randint(0, 8), random.randint(0, 6)
    done = planned if random.random() < 0.4 + care / 2 else random.randint(planned // 2, planned)
    answered = sum(random.random() < 0.5 + care / 2 for _ in range(raised))
    return {
        "programmes": [_paper(random, care, "chuong-trinh") for _ in range(communes)],
        "reports": [_paper(random, care, "bao-cao") for _ in range(2 * communes)],
        "visits": {
            "half_days": random.randint(int(20 * care), 34) * communes,
            "by_quarter": [random.randint(int(2 * care), 8) for _ in range(4)],
            "evidence": _evidence(random, "chuyen-di", 12),
        },
        "items": {
            "planned": planned,
            "done": done,
            "late": random.randint(0, done // 3),
            "beyond": random.randint(0, done // 2),
            "excused": 0,
            "evidence": _evidence(random, "noi-dung", planned),
        },
        "notes": {
            "by_field": {field: [random.randint(0, 2) + int(2 * care) for _ in range(4)] for field in FIELDS},
            "evidence": _evidence(random, "tinh-hinh", 20),
        },
        "difficulties": {
            "raised": raised,
            "answered": answered,
            "overdue": raised - answered,
            "overdue_own": (raised - answered) // 2,
            "evidence": _evidence(random, "kho-khan", raised),
        },
        "support": {
            "confirmed": helped,
            "unconfirmed": 1,
            "confirmed_without_money": helped // 2,
            "unconfirmed_without_money": 0,
            "evidence": _evidence(random, "ho-tro", helped),
        },
        "models": {"proposed": 1, "working": int(care > 0.4), "evidence": _evidence(random, "mo-hinh", 1)},
    }


def _paper(random: Random, care: float, kind: str) -> dict[str, Any]:
    late = 0 if random.random() < 0.6 + care / 2 else random.randint(1, 15)
    return {
        "received": random.random() < 0.95 + care / 20,
        "days_late": late,
        "cause_confirmed": late > 0 and random.random() < 0.1,
        "complete": random.random() < 0.95,
        "evidence": _evidence(random, kind, 1),
    }


def _form(random: Random, care: float, commune: str) -> dict[str, Any]:
    level = LEVELS[min(int((1 - care) * 3 + random.random()), 3)]
    return {
        "commune": commune,
        "level": level,
        "reasoned": random.random() < 0.95,
        "marks": {"good": 6, "fair": 2, "average": 0, "poor": 0},
        "evidence": [f"phieu:{commune}"],
    }


def _evidence(random: Random, kind: str, number: int) -> list[str]:
    """As long as the ids of the product's own records."""
    return [f"{kind}:{random.getrandbits(128):032x}" for _ in range(number)]


if __name__ == "__main__":
    sys.exit(main())
