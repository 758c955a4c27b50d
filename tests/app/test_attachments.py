"""Files hang on a record: all or none, each content once, counted, withdrawn but never gone."""

from __future__ import annotations

import hashlib
import threading
from io import BytesIO
from typing import Any
from uuid import UUID, uuid4

import pytest
from django.db import DatabaseError, IntegrityError, connection, transaction
from pytest_django import DjangoAssertNumQueries

from diaban.attachments.examining import Examined
from diaban.attachments.models import Attachment, StoredFile
from diaban.attachments.queries import attachment_of, attachments_of, attachments_of_many, content_of
from diaban.attachments.rules.kinds import AttachmentKind, FileType
from diaban.attachments.services import attach, withdraw
from diaban.fieldwork.models import Visit
from diaban.kit.errors import NotAllowed, RuleBroken
from diaban.kit.models import AuditEvent
from tests import make
from tests.make import AT, World

pytestmark = pytest.mark.django_db
PHOTO, DOCUMENT = AttachmentKind.PHOTO, AttachmentKind.DOCUMENT


def photo(name: str = "Họp xã.jpg") -> Examined:
    """A photo as it comes out of the examination; another name, another picture."""
    content = b"\xff\xd8\xff" + name.encode()
    sha256 = hashlib.sha256(content).hexdigest()
    return Examined(name, FileType.JPEG, len(content), sha256, BytesIO(content), b"\xff\xd8small", 1600, 1200)


def paper(name: str = "Biên bản.pdf", content: bytes = b"%PDF-1.7 %%EOF") -> Examined:
    return Examined(name, FileType.PDF, len(content), hashlib.sha256(content).hexdigest(), BytesIO(content))


def hung(world: World, visit: Visit, *files: Examined, **changes: Any) -> list[Attachment]:
    given: dict[str, Any] = {"kind": PHOTO, "limit": 3, "by": world.as_lan, "at": AT}
    return attach(subject=visit, uploads=files, **(given | changes))


@pytest.fixture
def world() -> World:
    return make.world()


@pytest.fixture
def visit(world: World) -> Visit:
    return make.visit(world.at_pa_co)


def test_photos_hang_on_their_record_in_the_order_that_they_were_chosen(world: World, visit: Visit) -> None:
    hung(world, visit, photo("b.jpg"), photo("a.jpg"))
    first, second = attachments_of(visit)
    assert (first.name, second.name) == ("b.jpg", "a.jpg")
    assert (first.subject_model, first.subject_id) == ("fieldwork.visit", visit.pk)
    assert (first.kind, first.content_type, first.width, first.height) == ("photo", "image/jpeg", 1600, 1200)
    assert (first.province, first.uploaded_at, first.by_name) == (world.province, AT, world.as_lan.name)
    assert content_of(first) == photo("b.jpg").content()
    assert content_of(first, thumb=True) == photo("b.jpg").thumb


def test_the_audit_says_which_files_came_to_which_record(world: World, visit: Visit) -> None:
    hung(world, visit, photo("a.jpg"), photo("b.jpg"))
    line = AuditEvent.objects.get(action="attachment.added")
    assert (line.subject, line.by_name) == (f"fieldwork.visit:{visit.pk}", world.as_lan.name)
    assert line.details == {"kind": "photo", "sha256": [photo("a.jpg").sha256, photo("b.jpg").sha256]}


def test_no_file_is_no_act(world: World, visit: Visit) -> None:
    assert hung(world, visit) == []
    assert make.audited() == ["visit.recorded"]


def test_the_same_file_sent_twice_hangs_once(world: World, visit: Visit) -> None:
    hung(world, visit, photo(), photo())
    assert hung(world, visit, photo(), photo("khác.jpg"))[0].name == "khác.jpg"
    assert attachments_of(visit).count() == 2
    assert hung(world, visit, photo()) == []
    assert make.audited().count("attachment.added") == 2


def test_the_same_content_on_two_records_is_kept_once(world: World, visit: Visit) -> None:
    other = make.visit(world.at_hang_kia)
    hung(world, visit, photo("một.jpg"))
    hung(world, other, photo("một.jpg"), by=world.as_son)
    assert (StoredFile.objects.count(), Attachment.objects.count()) == (1, 2)


def test_more_than_the_record_may_carry_is_refused_whole(world: World, visit: Visit) -> None:
    hung(world, visit, photo("1.jpg"), photo("2.jpg"))
    with pytest.raises(RuleBroken, match="đã có 2 ảnh, gửi thêm 2") as refusal:
        hung(world, visit, photo("3.jpg"), photo("4.jpg"))
    assert refusal.value.field == "photos"
    assert attachments_of(visit).count() == 2


def test_photos_and_documents_are_counted_apart(world: World, visit: Visit) -> None:
    hung(world, visit, photo("1.jpg"), photo("2.jpg"), photo("3.jpg"))
    hung(world, visit, paper(), kind=DOCUMENT, limit=1)
    with pytest.raises(RuleBroken) as refusal:
        hung(world, visit, paper(content=b"%PDF-1.7 khac %%EOF"), kind=DOCUMENT, limit=1)
    assert refusal.value.field == "documents"


def test_record_and_files_are_saved_together_or_not_at_all(world: World) -> None:
    def record_with_files() -> None:
        with transaction.atomic():
            visit = make.visit(world.at_pa_co)
            hung(world, visit, photo("1.jpg"))
            hung(world, visit, photo("2.jpg"), photo("3.jpg"), photo("4.jpg"))

    with pytest.raises(RuleBroken):
        record_with_files()
    assert (Visit.objects.count(), Attachment.objects.count(), StoredFile.objects.count()) == (0, 0, 0)
    assert make.audited() == []


def test_a_file_needs_a_province_to_belong_to(world: World) -> None:
    account = make.account()
    with pytest.raises(NotAllowed):
        attach(subject=account, uploads=[photo()], kind=PHOTO, limit=3, by=make.system(), at=AT)
    attach(subject=account, uploads=[photo()], kind=PHOTO, limit=3, by=world.as_board, at=AT)
    assert attachments_of(account).get().province == world.province


def test_a_withdrawn_file_is_seen_no_more_and_stays_on_file(world: World, visit: Visit) -> None:
    (one,) = hung(world, visit, photo())
    withdraw(attachment=one, reason=" Ảnh chụp  nhầm. ", by=world.as_lan, at=AT)
    assert list(attachments_of(visit)) == []
    assert attachment_of(visit, one.pk) is None
    kept = Attachment.objects.get(pk=one.pk)
    assert (kept.withdrawn_at, kept.withdrawn_by, kept.withdraw_reason) == (AT, world.as_lan.name, "Ảnh chụp nhầm.")
    assert content_of(kept) == photo().content()
    line = AuditEvent.objects.get(action="attachment.withdrawn")
    assert line.subject == f"fieldwork.visit:{visit.pk}"
    assert line.details == {"attachment": str(one.pk), "reason": "Ảnh chụp nhầm."}


def test_withdrawing_asks_for_a_reason_and_happens_once(world: World, visit: Visit) -> None:
    (one,) = hung(world, visit, photo())
    with pytest.raises(RuleBroken, match="Chưa có lý do rút tệp"):
        withdraw(attachment=one, reason="  ", by=world.as_lan, at=AT)
    withdraw(attachment=one, reason="Chụp nhầm.", by=world.as_lan, at=AT)
    with pytest.raises(RuleBroken, match="đã được rút"):
        withdraw(attachment=Attachment.objects.get(pk=one.pk), reason="Lần nữa.", by=world.as_lan, at=AT)


def test_what_was_withdrawn_makes_room_and_may_be_sent_again(world: World, visit: Visit) -> None:
    first, *_ = hung(world, visit, photo("1.jpg"), photo("2.jpg"), photo("3.jpg"))
    withdraw(attachment=first, reason="Chụp nhầm.", by=world.as_lan, at=AT)
    assert [one.name for one in hung(world, visit, photo("1.jpg"))] == ["1.jpg"]
    assert attachments_of(visit).count() == 3


def test_a_list_of_records_is_answered_in_one_query(
    world: World, visit: Visit, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    other, bare = make.visit(world.at_hang_kia), make.visit(world.at_pa_co)
    hung(world, visit, photo("1.jpg"), photo("2.jpg"))
    hung(world, other, photo("1.jpg"), by=world.as_son)
    with django_assert_num_queries(1):
        found = attachments_of_many([visit, other, bare])
    assert {key: [one.name for one in files] for key, files in found.items()} == {
        visit.pk: ["1.jpg", "2.jpg"],
        other.pk: ["1.jpg"],
        bare.pk: [],
    }


def test_a_file_of_another_record_is_as_absent_as_none(world: World, visit: Visit) -> None:
    other = make.visit(world.at_hang_kia)
    (one,) = hung(world, visit, photo())
    assert attachment_of(visit, one.pk) == one
    assert attachment_of(other, one.pk) is None
    assert attachment_of(visit, uuid4()) is None


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE attachments_storedfile SET content = 'x'",
        "UPDATE attachments_storedfile SET thumb = 'x'",
        "DELETE FROM attachments_storedfile",
        "DELETE FROM attachments_attachment",
        "UPDATE attachments_attachment SET name = 'x'",
        "UPDATE attachments_attachment SET subject_id = gen_random_uuid()",
    ],
)
def test_the_database_keeps_what_was_handed_in(world: World, visit: Visit, statement: str) -> None:
    hung(world, visit, photo())
    with pytest.raises(DatabaseError), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(statement)


def test_the_database_keeps_that_a_file_was_withdrawn(world: World, visit: Visit) -> None:
    (one,) = hung(world, visit, photo())
    withdraw(attachment=one, reason="Chụp nhầm.", by=world.as_lan, at=AT)
    with pytest.raises(DatabaseError), transaction.atomic():
        Attachment.objects.filter(pk=one.pk).update(withdrawn_at=None, withdrawn_by="", withdraw_reason="")


@pytest.mark.parametrize(
    "changes",
    [
        {"name": ""},
        {"kind": "film"},
        {"content_type": "text/html"},
        {"content_type": "application/pdf"},
        {"size": 0},
        {"size": 10 * 1024 * 1024 + 1},
        {"width": None},
        {"height": 1601},
        {"withdrawn_at": AT},
        {"withdraw_reason": "Chụp nhầm."},
    ],
)
def test_the_database_refuses_a_photo_that_is_none(world: World, visit: Visit, changes: dict[str, Any]) -> None:
    (one,) = hung(world, visit, photo())
    copy = {field.attname: getattr(one, field.attname) for field in Attachment._meta.concrete_fields}
    with pytest.raises(IntegrityError), transaction.atomic():
        Attachment.objects.create(**(copy | {"id": uuid4(), "subject_id": uuid4()} | changes))


@pytest.mark.parametrize(
    "changes", [{"sha256": "0" * 64}, {"content": b"x" * (10 * 1024 * 1024 + 1)}, {"thumb": b"x" * 20_481}]
)
def test_the_database_refuses_content_under_another_hash_or_too_large(changes: dict[str, Any]) -> None:
    content = changes.get("content", b"%PDF")
    given = {"sha256": hashlib.sha256(content).hexdigest(), "content": content, "thumb": b""}
    with pytest.raises(IntegrityError), transaction.atomic():
        StoredFile.objects.create(**(given | changes))


@pytest.mark.django_db(transaction=True)
def test_two_who_add_at_the_same_moment_are_counted_one_after_the_other() -> None:
    world = make.world()
    visit = make.visit(world.at_pa_co)
    hung(world, visit, photo("0.jpg"))
    outcomes: list[str] = []

    def add(first: int) -> None:
        try:
            hung(world, visit, photo(f"{first}.jpg"), photo(f"{first + 1}.jpg"))
            outcomes.append("hung")
        except RuleBroken:
            outcomes.append("refused")
        finally:
            connection.close()

    threads = [threading.Thread(target=add, args=[first]) for first in (1, 3)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(outcomes) == ["hung", "refused"]
    assert attachments_of(visit).count() == 3


def test_ids_are_opaque_and_ordered(world: World, visit: Visit) -> None:
    first, second = hung(world, visit, photo("1.jpg"), photo("2.jpg"))
    assert first.pk < second.pk
    assert UUID(str(first.pk)).version == 7
