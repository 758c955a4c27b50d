"""A file on its way out. Whether the person may have it was asked before; here it is made unable to do harm."""

from __future__ import annotations

from django.http import Http404, HttpResponse
from django.utils.http import content_disposition_header

from diaban.attachments.models import Attachment
from diaban.attachments.queries import content_of
from diaban.kit.middleware import CONTENT_SECURITY_POLICY


def file_response(attachment: Attachment, *, thumb: bool = False) -> HttpResponse:
    """The file, or its small picture. Only pictures, which we made ourselves, open in the page; all else is saved.

    No ETag and no 304: a file is read afresh each time, by whoever may at that moment. Raises Http404 where there is
    no small picture.
    """
    if thumb and not attachment.is_picture:
        raise Http404
    response = HttpResponse(content_of(attachment, thumb=thumb), content_type=attachment.content_type)
    disposition = content_disposition_header(not attachment.is_picture, attachment.name)
    response.headers["Content-Disposition"] = str(disposition)
    response.headers["Content-Security-Policy"] = f"{CONTENT_SECURITY_POLICY}; sandbox"
    response.headers["X-Content-Type-Options"] = "nosniff"
    response.headers["Cross-Origin-Resource-Policy"] = "same-origin"
    response.headers["Cache-Control"] = "no-store, private"
    return response
