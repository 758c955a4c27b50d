"""The matrix of deadlines for the whole country: 3,321 communes with eight obligations each, as one person's page.

Two duties a commune with four papers each, written in a transaction that is rolled back. Shortest of many readings,
against the same count of rows by commune and kind as bare SQL.
"""

from __future__ import annotations

import sys
from datetime import date

from django.db import connection, transaction
from django.test.utils import CaptureQueriesContext

from bench.summary_page import interleaved
from diaban.assignments.models import Assignment
from diaban.deadlines.queries.matrix import By, matrix
from diaban.kit.actors import the_system

YEAR, TODAY = 2026, date(2026, 12, 20)
DUTIES = """
INSERT INTO assignments_assignment
SELECT (jsonb_populate_record(NULL::assignments_assignment, to_jsonb(a) || jsonb_build_object(
    'id', gen_random_uuid(), 'commune_id', u.id, 'starts_on', '2026-01-01', 'ends_on', NULL, 'end_reason', '',
    'role', wanted))).*
FROM (SELECT * FROM assignments_assignment ORDER BY id LIMIT 1) a,
     places_unit u, unnest(ARRAY['monitor', 'in_charge']) AS wanted
WHERE u.level = 'commune' AND u.valid_to IS NULL
"""
PAPERS = """
INSERT INTO obligations_obligation
SELECT (jsonb_populate_record(NULL::obligations_obligation, to_jsonb(o) || jsonb_build_object(
    'id', gen_random_uuid(), 'assignment_id', a.id, 'commune_id', a.commune_id, 'year', 2026, 'kind', paper))).*
FROM (SELECT * FROM obligations_obligation WHERE assignment_id IS NOT NULL ORDER BY id LIMIT 1) o,
     assignments_assignment a,
     unnest(ARRAY['programme', 'half_year_report', 'year_report', 'commune_assessment']) AS paper
WHERE a.starts_on = '2026-01-01'
"""
BARE = """
SELECT commune_id, kind, received_on IS NULL, count(*) FROM obligations_obligation
WHERE province_id = %s AND year = 2026 GROUP BY 1, 2, 3
"""


def main() -> int:
    with transaction.atomic():
        province = Assignment.objects.values_list("province", flat=True)[0]
        with connection.cursor() as cursor:
            cursor.execute(DUTIES)
            cursor.execute(PAPERS)
            written = cursor.rowcount
            cursor.execute("ANALYZE obligations_obligation")
        actor = the_system(province)
        with CaptureQueriesContext(connection) as caught:
            found = matrix(actor, year=YEAR, by=By.COMMUNE, today=TODAY)

        def bare() -> None:
            with connection.cursor() as cursor:
                cursor.execute(BARE, [province])
                cursor.fetchall()

        best = interleaved(
            {"matrix": lambda: matrix(actor, year=YEAR, by=By.COMMUNE, today=TODAY), "bare": bare}, rounds=15
        )
        print(
            f"Bảng kỳ hạn {len(found.rows)} xã, {written} việc: {best['matrix']:.0f} ms, {len(caught)} truy vấn; "
            f"riêng câu đếm: {best['bare']:.0f} ms; tỷ số {best['matrix'] / best['bare']:.1f}"
        )
        transaction.set_rollback(True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
