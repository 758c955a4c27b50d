"""Pages travel compressed to a browser that can take it; files go as they are."""

from __future__ import annotations

import gzip
from datetime import date

import pytest
from pytest_django.fixtures import Settings

from tests.pages import browsers

pytestmark = pytest.mark.django_db
ASKS = {"Accept-Encoding": "gzip"}


def test_a_page_is_compressed_and_a_file_is_not(settings: Settings) -> None:
    settings.DIABAN_CLOCK = date(2023, 3, 20)
    client = browsers().board
    page, file = (client.get(path, headers=ASKS) for path in ("/chuyen-di/", "/chuyen-di/tep.xlsx"))
    assert page.headers["Content-Encoding"] == "gzip"
    assert "Chuyến đi" in gzip.decompress(page.content).decode()
    assert "Content-Encoding" not in file.headers
    assert "Content-Encoding" not in client.get("/chuyen-di/").headers


def test_two_answers_with_the_same_words_differ_in_length(settings: Settings) -> None:
    settings.DIABAN_CLOCK = date(2023, 3, 20)
    client = browsers().board
    lengths = {len(client.get("/chuyen-di/", headers=ASKS).content) for _ in range(8)}
    assert len(lengths) > 1
