"""A document gets the next number of its register, and stays as it was issued."""

from __future__ import annotations

import hashlib
import io
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from django.db import DatabaseError, IntegrityError, connection, transaction
from pypdf import PdfReader

from diaban.documents import services
from diaban.documents.models import IssuedDocument, NumberSeries
from diaban.documents.policies import visible_documents
from diaban.documents.reading import outline_docx
from diaban.documents.rules.kinds import DocumentKind
from diaban.kit.actors import Actor, Role, the_system
from diaban.kit.clock import at_hanoi
from diaban.kit.errors import NotAllowed, RuleBroken
from diaban.kit.models import AuditEvent
from diaban.places.models import Unit
from tests.rules.papers import report

pytestmark = pytest.mark.django_db

CONGRESS = date(2020, 10, 26)
ISSUED_ON = date(2024, 5, 8)
AT = at_hanoi(ISSUED_ON, 17)


@pytest.fixture
def province() -> Unit:
    return Unit.objects.create(
        code="17",
        name="Tỉnh Hòa Bình",
        level="province",
        kind="tỉnh",
        valid_from=date(2004, 1, 1),
        folded="hoa binh",
    )


def issue(province: Unit, **changes: Any) -> IssuedDocument:
    facts: dict[str, Any] = {
        "paper": report(),
        "kind": DocumentKind.REPORT,
        "body": "BTCTU",
        "term_starts_on": CONGRESS,
        "issued_on": ISSUED_ON,
        "by": the_system(province.pk),
        "at": AT,
    }
    return services.issue(province=province, **facts | changes)


def test_a_document_is_issued_with_its_number_in_its_files(province: Unit) -> None:
    document = issue(province)
    assert (document.number, document.symbol, document.kind_label) == (1, "1-BC/BTCTU", "Báo cáo")
    assert document.sha256 == hashlib.sha256(document.pdf).hexdigest()
    assert "Số 1-BC/BTCTU" in outline_docx(bytes(document.docx))
    text = PdfReader(io.BytesIO(document.pdf)).pages[0].extract_text()
    assert "Hòa Bình, ngày 08 tháng 5 năm 2024" in text
    assert f"lúc 17:00 ngày 08/05/2024, mã đối chiếu {document.check_code}" in outline_docx(bytes(document.docx))
    line = AuditEvent.objects.get(action="documents.issue")
    assert line.details == {"symbol": "1-BC/BTCTU", "sha256": document.sha256}


def test_numbers_run_on_by_type_and_by_term(province: Unit) -> None:
    later = date(2025, 10, 1)
    numbers = [
        issue(province).symbol,
        issue(province).symbol,
        issue(province, kind=DocumentKind.DECISION).symbol,
        issue(province, kind=DocumentKind.REGULATION).symbol,
        issue(province, body="TU").symbol,
        issue(province, term_starts_on=later, issued_on=later).symbol,
    ]
    assert numbers == ["1-BC/BTCTU", "2-BC/BTCTU", "1-QĐ/BTCTU", "1-QĐ/BTCTU", "1-BC/TU", "1-BC/BTCTU"]


def test_a_register_goes_on_after_the_numbers_given_on_paper(province: Unit) -> None:
    by = the_system(province.pk)
    facts: dict[str, Any] = {"province": province, "issuer": "BAN TỔ CHỨC", "body": "BTCTU", "form": "party"}
    facts |= {"kind": DocumentKind.REPORT, "term_starts_on": CONGRESS, "last_number": 311, "by": by, "at": AT}
    services.open_series(**facts)
    assert issue(province).symbol == "312-BC/BTCTU"
    with pytest.raises(RuleBroken, match="đã mở"):
        services.open_series(**facts)


def test_what_fails_leaves_no_gap(province: Unit, monkeypatch: pytest.MonkeyPatch) -> None:
    with monkeypatch.context() as broken:
        broken.setattr(services, "render_pdf", lambda paper: 1 / 0)
        with pytest.raises(ZeroDivisionError):
            issue(province)
    assert issue(province).number == 1


def test_a_number_is_given_once(province: Unit) -> None:
    document = issue(province)
    with pytest.raises(IntegrityError, match="one_document_per_number"), transaction.atomic():
        IssuedDocument.objects.create(
            province=province,
            series=document.series,
            kind=document.kind,
            number=document.number,
            issued_on=ISSUED_ON,
            created_at=AT,
            sha256="0" * 64,
        )


def test_an_issued_document_can_be_neither_changed_nor_deleted(province: Unit) -> None:
    document = issue(province)
    with pytest.raises(DatabaseError, match="never changed"), transaction.atomic():
        IssuedDocument.objects.filter(pk=document.pk).update(abstract="khác")
    with pytest.raises(DatabaseError, match="never changed"), transaction.atomic():
        document.delete()


def test_only_the_province_s_own_board_and_committee_issue(province: Unit) -> None:
    for actor in (Actor(None, "Bùi Thị Lan", Role.CADRE, province=province.pk), the_system(province.pk + 1)):
        with pytest.raises(NotAllowed):
            issue(province, by=actor)
    assert NumberSeries.objects.count() == 0


def test_a_document_belongs_to_the_term_of_its_day(province: Unit) -> None:
    with pytest.raises(RuleBroken, match="nhiệm kỳ"):
        issue(province, issued_on=date(2019, 1, 1))


def test_the_register_is_seen_in_its_own_province_only(province: Unit) -> None:
    document = issue(province)
    assert list(visible_documents(the_system(province.pk))) == [document]
    assert list(visible_documents(the_system(province.pk + 1))) == []
    assert list(visible_documents(Actor(None, "Lan", Role.CADRE, province=province.pk))) == []


def test_a_draft_keeps_its_own_words(province: Unit) -> None:
    paper = replace(report(), abstract=("về việc thử",))
    assert issue(province, paper=paper).abstract == "về việc thử"


@pytest.mark.django_db(transaction=True)
def test_two_hands_at_once_get_two_numbers(province: Unit) -> None:
    def one(_: int) -> int | None:
        try:
            return issue(province).number
        finally:
            connection.close()

    with ThreadPoolExecutor(4) as hands:
        assert sorted(number or 0 for number in hands.map(one, range(8))) == [1, 2, 3, 4, 5, 6, 7, 8]
