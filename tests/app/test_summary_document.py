"""The yearly summary as a document: its words, its forms, and what a person without the whole province gets."""

import io
import json
from datetime import date
from pathlib import Path

import pytest
from django.test import Client
from pypdf import PdfReader
from pytest_django.fixtures import Settings

from diaban.config.cli import main
from diaban.documents.reading import outline_docx
from diaban.people.models import Account

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("year", "at_the_demos_day")]


@pytest.fixture
def at_the_demos_day(settings: Settings) -> None:
    settings.DIABAN_CLOCK = date(2024, 5, 10)


def made(form: str, folder: Path) -> bytes:
    out = folder / f"tong-hop.{form}"
    assert main(["summary", "--year", "2023", "--province", "17", "--format", form, "--out", str(out)]) == 0
    return out.read_bytes()


def test_word_pdf_page_and_data_tell_the_same_numbers(tmp_path: Path) -> None:
    told = {one["key"]: one["value"] for one in json.loads(made("json", tmp_path))["figures"]}
    total = f"{told['tong-ho-tro']:,}".replace(",", ".")
    word = outline_docx(made("docx", tmp_path))
    pdf = " ".join(page.extract_text() for page in PdfReader(io.BytesIO(made("pdf", tmp_path))).pages)
    page = made("html", tmp_path).decode()
    for carrier in (word, pdf, page):
        assert total in carrier
        assert "HẠN CHẾ" in carrier
    assert "/tong-hop/2023/tong-ho-tro/" in page


def test_the_document_has_the_form_of_the_party(tmp_path: Path) -> None:
    said = outline_docx(made("docx", tmp_path))
    places = [
        said.index(words) for words in ("BAN TỔ CHỨC", "ĐẢNG CỘNG SẢN VIỆT NAM", "BÁO CÁO", "KẾT QUẢ", "Nơi nhận")
    ]
    assert places == sorted(places)


def test_an_extract_says_that_it_is_one(client: Client) -> None:
    client.force_login(Account.objects.get(username="xa"))
    assert "trích số liệu trong phạm vi" in client.get("/tong-hop/2023/ban-in/").text
    client.force_login(Account.objects.get(username="btc"))
    assert "trích số liệu" not in client.get("/tong-hop/2023/ban-in/").text


def test_a_year_or_a_province_that_is_not_there_is_refused_in_words(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["summary", "--year", "2023", "--province", "99"]) == 2
    assert main(["summary", "--year", "1999"]) == 2
    assert capsys.readouterr().err == (
        "Không có tỉnh mang mã «99» trong năm 2023.\nNăm 1999 nằm ngoài khoảng có số liệu.\n"
    )
