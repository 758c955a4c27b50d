"""The database that tests and demo stand on is the one the product is made for."""

import pytest
from django.db import connection

pytestmark = pytest.mark.django_db


def test_postgresql_speaks_utf8_without_icu_and_checks_its_pages() -> None:
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT current_setting('server_version_num')::int >= 150000, current_setting('server_encoding')"
        )
        assert cursor.fetchone() == (True, "UTF8")
        cursor.execute("SELECT current_database()")
        assert cursor.fetchone()[0].startswith("test_diaban_")
