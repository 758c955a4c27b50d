"""The journal of judgements at size: what an entry costs to write, and how long the whole is verified.

`bin/bench journal [ENTRIES]`. Readings of sealed forms, the smallest record that is journalled, are written in a
transaction that is rolled back. The floor of writing is the same rows into a table that nobody journals; the floor of
verifying is one SHA-256 an entry.
"""

from __future__ import annotations

import hashlib
import sys
import time
from collections.abc import Callable

from django.db import connection, transaction

from diaban.journal.queries import verify

ENTRIES = 200_000
COPY = "CREATE TEMPORARY TABLE plain (LIKE journal_sealedreading) ON COMMIT DROP"
ROWS = """
INSERT INTO {} (id, province_id, table_name, record, read_on, read_at, by_id, by_name, role)
SELECT gen_random_uuid(), (SELECT province_id FROM assignments_assignment LIMIT 1), 'assessment_communeassessment',
       gen_random_uuid(), date '2024-05-10', now(), gen_random_uuid(), 'Đo', 'board' FROM generate_series(1, %s)
"""


def main(entries: int) -> int:
    with transaction.atomic():
        with connection.cursor() as cursor:
            cursor.execute(COPY)
            plain = _seconds(lambda: cursor.execute(ROWS.format("plain"), [entries]))
            noted = _seconds(lambda: cursor.execute(ROWS.format("journal_sealedreading"), [entries]))
            cursor.execute("ANALYZE journal_entry")
        checked = _seconds(_verified)
        floor = _seconds(lambda: [hashlib.sha256(b"%d" % number).hexdigest() for number in range(entries)])
        transaction.set_rollback(True)
    print(
        f"Ghi {entries:,} lần đọc có nhật ký: {noted:.1f} giây, {noted / entries * 1e6:.0f} µs một dòng; "
        f"không nhật ký: {plain:.1f} giây; tỷ số {noted / plain:.1f}"
    )
    print(
        f"Kiểm tra toàn bộ: {checked:.1f} giây; chỉ băm {entries:,} dòng: {floor:.1f} giây; tỷ số {checked / floor:.1f}"
    )
    return 0


def _verified() -> None:
    found = verify()
    if found.faults:
        raise SystemExit(f"Nhật ký không khớp: {found.faults[0].said}")


def _seconds(work: Callable[[], object]) -> float:
    begun = time.perf_counter()
    work()
    return time.perf_counter() - begun


if __name__ == "__main__":
    raise SystemExit(main(int(sys.argv[1]) if len(sys.argv) > 1 else ENTRIES))
