"""Writing one record safely: the same id twice is one record, and a record that is changed is held."""

from __future__ import annotations

from typing import TypeVar
from uuid import UUID

from django.db import connection
from django.db.models import Model, QuerySet

from diaban.kit.errors import NotAllowed

M = TypeVar("M", bound=Model)
LOW_63_BITS = (1 << 63) - 1
_KNOWN = "_came_before"


def sent_before(records: QuerySet[M], id: UUID | None, **owner: object) -> M | None:
    """The record that already carries the id that a phone or a page made, or null; then it may be written.

    Waits for whoever writes the same id at this moment. Raises NotAllowed when the record is not `owner`'s.
    """
    if id is None:
        return None
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(%s)", [id.int & LOW_63_BITS])
    known = records.filter(pk=id).first()
    if known and any(getattr(known, name) != value for name, value in owner.items()):
        raise NotAllowed("Mã này đã dùng cho một hồ sơ khác. Hãy mở lại trang rồi ghi lại từ đầu.")
    return known and known_again(known)


def known_again(record: M) -> M:
    """Mark a record that a service hands back without having written it now; `came_before` reads the mark."""
    setattr(record, _KNOWN, True)
    return record


def came_before(record: object) -> bool:
    """Whether a service handed back what an earlier sending wrote, and wrote nothing now."""
    return getattr(record, _KNOWN, False)


def hold(record: Model) -> None:
    """Read the record afresh and keep it from others until the transaction ends."""
    record.refresh_from_db(from_queryset=type(record)._base_manager.select_for_update())
