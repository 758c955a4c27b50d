"""The minutes and the scanned paper of a commune's form: hung on it, sealed with it, read by whoever may read it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from io import BytesIO

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from pytest_django.fixtures import Settings

from diaban.assessment.models import CommuneAssessment
from diaban.assessment.services import file_documents, return_assessment
from diaban.attachments.examining import Examined, examine
from diaban.attachments.models import Attachment
from diaban.attachments.queries import attachments_of
from diaban.attachments.rules.kinds import AttachmentKind
from diaban.journal.models import SealedReading
from diaban.kit.clock import at_hanoi
from diaban.kit.errors import NotAllowed, RuleBroken
from tests import make
from tests.app.test_assessment_release import released
from tests.app.test_assessment_send import sent
from tests.pages import Browsers, browsers, said, sending
from tests.rules.odd_files import pdf

pytestmark = pytest.mark.django_db
AT = at_hanoi(date(2023, 12, 5))


@pytest.fixture
def people(settings: Settings) -> Browsers:
    settings.DIABAN_CLOCK = date(2023, 12, 5)
    return browsers()


def minutes(name: str = "Biên bản họp.pdf") -> Sequence[Examined]:
    return [examine(source=BytesIO(pdf()), name=name, size=len(pdf()), kind=AttachmentKind.DOCUMENT)]


def uploaded(client: Client, path: str, name: str, **answers: str) -> tuple[int, str]:
    answer = client.post(path, sending(**answers) | {"documents": SimpleUploadedFile(name, pdf())})
    return answer.status_code, said(answer)


def test_the_commune_and_the_board_hang_files_on_it_and_nobody_else() -> None:
    world = make.world()
    form = sent(world)
    for name, actor in world.everybody.items():
        if name not in {"pa_co", "board"}:
            with pytest.raises(NotAllowed, match="Chỉ Đảng ủy xã và Ban Tổ chức"):
                file_documents(assessment=form, documents=minutes(), by=actor, at=AT)
    file_documents(assessment=form, documents=minutes(), by=world.as_pa_co, at=AT)
    file_documents(assessment=form, documents=minutes(), by=world.as_board, at=AT)
    assert [one.name for one in attachments_of(form)] == ["Biên bản họp.pdf"]
    assert make.audited()[-1] == "attachment.added"


def test_a_returned_form_and_a_concluded_year_take_no_more() -> None:
    world = make.world()
    form = sent(world)
    return_assessment(assessment=form, reason="Thiếu.", by=world.as_board, at=AT)
    with pytest.raises(RuleBroken, match="Hãy kèm tài liệu vào bản mới"):
        file_documents(assessment=form, documents=minutes(), by=world.as_pa_co, at=AT)
    again = sent(world, at=AT)
    released(world)
    again.refresh_from_db()
    with pytest.raises(RuleBroken, match="đã kết luận năm 2023") as refused:
        file_documents(assessment=again, documents=minutes(), by=world.as_pa_co, at=at_hanoi(date(2023, 12, 30)))
    assert (refused.value.field, Attachment.objects.count()) == ("documents", 0)


def test_it_is_as_sealed_as_the_form(people: Browsers) -> None:
    world, form = people.world, sent(people.world)
    page = f"/phieu-nhan-xet/{form.pk}/"
    assert uploaded(people.pa_co, f"{page}tai-lieu/", "bien-ban-hop.pdf")[0] == 302
    file = f"{page}tep/{Attachment.objects.get().pk}/"
    assert ("bien-ban-hop.pdf" in said(people.pa_co.get(page)), file in said(people.board.get(page))) == (True, True)
    everybody = (people.pa_co, people.board, people.lan, people.noi_vu, people.inspector, people.hang_kia, people.son)
    assert [one.get(file).status_code for one in everybody] == [200, 200, 404, 404, 404, 404, 404]
    assert people.lan.get(f"{page}tai-lieu/").status_code == 404
    released(world)
    assert [one.get(file).status_code for one in everybody] == [200, 200, 200, 200, 200, 404, 404]
    assert "bien-ban-hop.pdf" in said(people.lan.get(page))
    assert "Kèm tài liệu" not in said(people.pa_co.get(page))


def test_who_opens_a_sealed_file_is_noted(people: Browsers) -> None:
    form = sent(people.world)
    file_documents(assessment=form, documents=minutes(), by=people.world.as_pa_co, at=AT)
    before = SealedReading.objects.count()
    people.board.get(f"/phieu-nhan-xet/{form.pk}/tep/{Attachment.objects.get().pk}/")
    assert SealedReading.objects.count() == before + 1


def test_a_file_of_another_form_is_not_found_there(people: Browsers) -> None:
    world = people.world
    own, other = sent(world), sent(world, assignment=world.at_hang_kia, by=world.as_hang_kia)
    file_documents(assessment=other, documents=minutes(), by=world.as_hang_kia, at=AT)
    assert people.board.get(f"/phieu-nhan-xet/{own.pk}/tep/{Attachment.objects.get().pk}/").status_code == 404


def test_the_board_keeps_the_scan_with_the_paper(people: Browsers) -> None:
    page = f"/phieu-nhan-xet/{sent(people.world).pk}/"
    noted = {"number": "12-NX/ĐU", "dated_on": "1/12/2023", "received_on": "4/12/2023"}
    assert uploaded(people.board, f"{page}ban-giay/", "ban-quet.pdf", **noted)[0] == 302
    form = CommuneAssessment.objects.get()
    assert (form.paper_number, attachments_of(form).get().name) == ("12-NX/ĐU", "ban-quet.pdf")


def test_what_is_no_document_is_refused_in_words(people: Browsers) -> None:
    path = f"/phieu-nhan-xet/{sent(people.world).pk}/tai-lieu/"
    nothing = people.pa_co.post(path, sending())
    page = SimpleUploadedFile("bien-ban.pdf", b"<html><script>1</script></html>")
    script = people.pa_co.post(path, sending() | {"documents": page})
    assert (nothing.status_code, script.status_code, Attachment.objects.count()) == (422, 422, 0)
    assert "trang web (HTML)" in said(script)
