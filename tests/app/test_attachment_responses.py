"""A file on its way out: pictures of our making open in the page, all else is saved, and nothing of it can run."""

from __future__ import annotations

from io import BytesIO

import pytest
from django.http import Http404
from PIL import Image

from diaban.attachments.examining import Examined, examine
from diaban.attachments.models import Attachment
from diaban.attachments.responses import file_response
from diaban.attachments.rules.kinds import AttachmentKind
from diaban.attachments.services import attach
from tests import make
from tests.make import AT
from tests.rules.odd_files import docx, pdf, photo

pytestmark = pytest.mark.django_db


def kept(content: bytes, name: str, kind: AttachmentKind) -> Attachment:
    world = make.world()
    file: Examined = examine(source=BytesIO(content), name=name, size=len(content), kind=kind)
    visit = make.visit(world.at_pa_co)
    return attach(subject=visit, uploads=[file], kind=kind, limit=3, by=world.as_lan, at=AT)[0]


def test_a_photo_opens_in_the_page_without_a_trace_of_where_it_was_taken() -> None:
    assert b"Exif" in photo()
    response = file_response(kept(photo(), "Họp xã Pà Cò.JPG", AttachmentKind.PHOTO))
    assert response.headers["Content-Type"] == "image/jpeg"
    assert response.headers["Content-Disposition"] == (
        "inline; filename*=utf-8''H%E1%BB%8Dp%20x%C3%A3%20P%C3%A0%20C%C3%B2.jpg"
    )
    made = Image.open(BytesIO(response.content))
    assert (made.size, len(made.getexif()), b"Exif" in response.content) == ((640, 480), 0, False)


def test_a_small_picture_comes_on_its_own() -> None:
    response = file_response(kept(photo((2000, 1500)), "a.jpg", AttachmentKind.PHOTO), thumb=True)
    assert Image.open(BytesIO(response.content)).size == (320, 240)
    assert len(response.content) <= 20 * 1024


@pytest.mark.parametrize(
    ("content", "name", "media"),
    [
        (pdf(), "a.html", "application/pdf"),
        (docx(), "a.docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
    ],
)
def test_a_document_is_saved_under_its_name(content: bytes, name: str, media: str) -> None:
    attachment = kept(content, name, AttachmentKind.DOCUMENT)
    response = file_response(attachment)
    assert response.headers["Content-Type"] == media
    assert response.headers["Content-Disposition"] == f'attachment; filename="{attachment.name}"'
    assert response.content == content
    with pytest.raises(Http404):
        file_response(attachment, thumb=True)


def test_what_goes_out_can_neither_run_nor_be_kept_by_a_cache() -> None:
    headers = file_response(kept(pdf(), 'a"\\r\\nX: y.pdf', AttachmentKind.DOCUMENT)).headers
    policy = [part.strip() for part in headers["Content-Security-Policy"].split(";")]
    assert {"sandbox", "default-src 'none'", "frame-ancestors 'none'"} <= set(policy)
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["Cross-Origin-Resource-Policy"] == "same-origin"
    assert headers["Cache-Control"] == "no-store, private"
    assert not {"ETag", "Last-Modified", "X"} & headers.keys()
