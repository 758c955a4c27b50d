"""An archive carries the files of its records, and those of no other province."""

from __future__ import annotations

from pathlib import Path

import pytest
from django.db import connection

from diaban.archive.services import export, import_archive
from diaban.attachments.models import Attachment, StoredFile
from diaban.attachments.queries import attachments_of, content_of
from diaban.attachments.rules.kinds import AttachmentKind
from diaban.attachments.services import attach
from diaban.kit.digest import digest
from tests import make
from tests.app.test_archive import empty_the_database
from tests.app.test_attachments import photo
from tests.make import AT

pytestmark = pytest.mark.django_db


def test_files_come_back_with_their_records(tmp_path: Path) -> None:
    world = make.world()
    visit = make.visit(world.at_pa_co)
    attach(subject=visit, uploads=[photo()], kind=AttachmentKind.PHOTO, limit=3, by=world.as_lan, at=AT)
    before = digest()
    export(folder=tmp_path / "kho")
    connection.check_constraints()  # nothing is left waiting for the end of the transaction
    empty_the_database()
    import_archive(folder=tmp_path / "kho")
    assert digest() == before
    assert content_of(attachments_of(visit).get()) == photo().content()


def test_a_province_carries_its_own_files_only(tmp_path: Path) -> None:
    world, son_la = make.world(), make.province("Tỉnh Sơn La", code="14")
    visit = make.visit(world.at_pa_co)
    attach(subject=visit, uploads=[photo("một.jpg")], kind=AttachmentKind.PHOTO, limit=3, by=world.as_lan, at=AT)
    attach(
        subject=make.account(),
        uploads=[photo("một.jpg"), photo("hai.jpg")],
        kind=AttachmentKind.PHOTO,
        limit=3,
        by=make.board(son_la),
        at=AT,
    )
    here, _ = export(folder=tmp_path / "17", province="17")
    there, _ = export(folder=tmp_path / "14", province="14")
    tables = ("attachments_attachment", "attachments_storedfile")
    assert [here["tables"][table]["rows"] for table in tables] == [1, 1]
    assert [there["tables"][table]["rows"] for table in tables] == [2, 2]
    assert (Attachment.objects.count(), StoredFile.objects.count()) == (3, 2)
