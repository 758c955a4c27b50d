"""What every test stands on: settings, and a database copied from a template that is migrated once.

Settings come before Django's plugin looks for them; PostgreSQL starts only when a test first asks for a database.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator

import django
import pytest
from django.conf import settings
from django.test import TransactionTestCase
from pytest_django.plugin import DjangoDbBlocker

from tests import database

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "diaban.config.settings")
os.environ.setdefault("DIABAN_SECRET_KEY", "only-for-tests-" + "x" * 50)
os.environ.setdefault("DIABAN_PLAIN_HTTP", "1")
database.announce()
django.setup()
# Static files straight from the rooms: no collecting, no hashed names, nothing to find missing.
settings.STORAGES["staticfiles"] = {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}
settings.WHITENOISE_AUTOREFRESH = settings.WHITENOISE_USE_FINDERS = True


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Without LibreOffice its tests are left out, except in CI, where they must fail."""
    if not shutil.which("soffice") and os.environ.get("CI") != "true":
        for item in items:
            if item.get_closest_marker("office"):
                item.add_marker(pytest.mark.skip(reason="không có LibreOffice trên máy này"))


@pytest.fixture(scope="session")
def django_db_setup(django_db_blocker: DjangoDbBlocker) -> Iterator[None]:
    """A copy of the template for this process alone."""
    with django_db_blocker.unblock(), database.copy_of_template():
        yield


@pytest.fixture(scope="module")
def year(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[str]:
    """The simulated year of the demo under every test of the module; the name of its database."""
    with django_db_blocker.unblock(), database.copy_of_template(database.YEAR) as name:
        yield name


_emptied = getattr(TransactionTestCase, "_fixture_teardown")  # noqa: B009 -- not in the stubs


def _emptied_with_its_journal(case: TransactionTestCase) -> None:
    """A test that commits is followed by a TRUNCATE, which the journal refuses to everybody else."""
    from diaban.journal.guard import silent

    with silent():
        _emptied(case)


setattr(TransactionTestCase, "_fixture_teardown", _emptied_with_its_journal)  # noqa: B010 -- a method of another class
