"""Who sees the register and who may put a document into it."""

from django.db.models import QuerySet

from diaban.documents.models import IssuedDocument
from diaban.kit.actors import Actor, Role


def may_issue(actor: Actor, province: int) -> bool:
    """The Organisation Board and the Standing Committee of the province issue documents."""
    return actor.is_(Role.BOARD, Role.STANDING) and actor.province == province


def visible_documents(actor: Actor) -> QuerySet[IssuedDocument]:
    """The province's register, without the files, which are fetched one at a time."""
    if not actor.sees_the_province:
        return IssuedDocument.objects.none()
    return IssuedDocument.objects.filter(province_id=actor.province).defer("docx", "pdf")
