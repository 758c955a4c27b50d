"""A night of reminding for the whole country: 3,321 communes with eight obligations each, all due for reminding.

Each commune has a cadre and both have accounts that take mail; two duties a commune with four papers each, overdue by a
week. Written in a transaction that is rolled back; mail goes to a server on this machine that takes everything.
"""

from __future__ import annotations

import sys
import time
from datetime import date, timedelta

from aiosmtpd.controller import Controller
from aiosmtpd.handlers import Sink
from django.db import connection, transaction
from django.test.utils import override_settings

from bench.deadlines import DUTIES, PAPERS
from diaban.assignments.models import Assignment
from diaban.kit.actors import the_system
from diaban.kit.clock import at_hanoi
from diaban.reminders.models import Message
from diaban.reminders.services import deliver, run_night
from tests.journeys.served import HOST, _free_port

DUE = date(2026, 6, 20)
PLACES = """
CREATE TEMPORARY TABLE places ON COMMIT DROP AS
SELECT id, ('00000000-0000-7000-8000-' || lpad(n::text, 12, '0'))::uuid AS cadre,
       ('00000000-0000-7000-9000-' || lpad((n * 2)::text, 12, '0'))::uuid AS account,
       ('00000000-0000-7000-9000-' || lpad((n * 2 + 1)::text, 12, '0'))::uuid AS committee
FROM (SELECT id, row_number() OVER (ORDER BY id) AS n FROM places_unit
      WHERE level = 'commune' AND valid_to IS NULL) AS numbered
"""
CADRES = """
INSERT INTO people_cadre SELECT (jsonb_populate_record(NULL::people_cadre, to_jsonb(c) || jsonb_build_object(
    'id', places.cadre, 'account_id', NULL))).*
FROM (SELECT * FROM people_cadre ORDER BY id LIMIT 1) c, places
"""
ACCOUNTS = """
INSERT INTO people_account SELECT (jsonb_populate_record(NULL::people_account, to_jsonb(a) || jsonb_build_object(
    'id', made, 'username', 'đo-' || made))).*
FROM (SELECT * FROM people_account WHERE is_active ORDER BY id LIMIT 1) a,
     (SELECT account AS made FROM places UNION ALL SELECT committee FROM places) AS those
"""
ROLES = """
INSERT INTO people_rolegrant (id, account_id, role, unit_id, cadre_id, starts_on)
SELECT gen_random_uuid(), account, 'cadre', NULL::bigint, cadre, date '2026-01-01' FROM places
UNION ALL SELECT gen_random_uuid(), committee, 'commune', id, NULL, date '2026-01-01' FROM places
"""
WHOSE = """
UPDATE obligations_obligation SET cadre_id = places.cadre FROM places WHERE commune_id = places.id AND year = 2026
"""
DAYS = """
UPDATE obligations_obligation SET opens_on = '2026-06-01', due_on = %s, extended_to = NULL, locks_on = '2027-01-31',
    received_at = NULL, received_on = NULL, received_record = NULL, received_kind = '', days_late = NULL,
    closed_on = NULL, closed_reason = '' WHERE year = 2026
"""
MAIL = """
INSERT INTO reminders_preference (account_id, email, by_email)
SELECT id, 'x' || right(id::text, 6) || '@so.vn', true FROM people_account WHERE username LIKE 'đo-%'
"""


def main() -> int:
    port = _free_port()
    door = Controller(Sink(), hostname=HOST, port=port)
    door.start()
    mail = {"EMAIL_BACKEND": "django.core.mail.backends.smtp.EmailBackend", "EMAIL_HOST": HOST, "EMAIL_PORT": port}
    with override_settings(**mail), transaction.atomic():
        province = Assignment.objects.select_related("province")[0].province
        with connection.cursor() as cursor:
            for statement in (PLACES, CADRES, ACCOUNTS, ROLES, DUTIES, PAPERS):
                cursor.execute(statement)
            written = cursor.rowcount
            cursor.execute(WHOSE)
            cursor.execute(DAYS, [DUE])
            cursor.execute(MAIL)
            cursor.execute("ANALYZE")
        start = time.perf_counter()
        run = run_night(province=province, by=the_system(province.pk), at=at_hanoi(DUE + timedelta(days=7), 5))
        night = time.perf_counter() - start
        start = time.perf_counter()
        sent, failed = deliver(by=the_system(province.pk), at=at_hanoi(DUE + timedelta(days=7), 6))
        mailing = time.perf_counter() - start
        print(
            f"Nhắc cả nước: {written} việc, {run.people} người, {Message.objects.count()} thông báo: {night:.1f} giây; "
            f"gửi {sent} thư ({failed} lỗi): {mailing:.1f} giây, {sent / mailing:.0f} thư/giây"
        )
        transaction.set_rollback(True)
    door.stop()
    return 0


if __name__ == "__main__":
    sys.exit(main())
