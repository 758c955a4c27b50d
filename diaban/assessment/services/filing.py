"""What belongs to a form on paper is kept with it: the minutes of the committee's meeting, the signed original."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from django.db import transaction

from diaban.assessment import policies
from diaban.assessment.models import CommuneAssessment
from diaban.assessment.queries import concluded
from diaban.assessment.rules import filing_objections
from diaban.assessment.services.years import judge_within
from diaban.attachments.examining import Examined
from diaban.attachments.rules.kinds import MAX_DOCUMENTS, AttachmentKind
from diaban.attachments.services import attach
from diaban.kit.actors import Actor
from diaban.kit.objections import demand, refuse
from diaban.kit.records import hold

KEEPERS = "Chỉ Đảng ủy xã và Ban Tổ chức Tỉnh ủy kèm tài liệu vào phiếu nhận xét."


@transaction.atomic
def file_documents(
    *, assessment: CommuneAssessment, documents: Sequence[Examined], by: Actor, at: datetime
) -> CommuneAssessment:
    """Hang files on a form that was sent, until the year is concluded; they are as sealed as the form."""
    demand(policies.may_file(by, assessment), KEEPERS)
    judge_within(assessment.province, assessment.year)
    hold(assessment)
    returned = assessment.returned_at is not None
    closed = concluded(assessment.province, assessment.year)
    refuse(filing_objections(assessment.year, returned=returned, concluded=closed))
    keep(assessment, documents, by, at)
    return assessment


def keep(assessment: CommuneAssessment, documents: Sequence[Examined], by: Actor, at: datetime) -> None:
    """Within the act that asked whether the person may; the line of the audit is that of the files."""
    attach(subject=assessment, uploads=documents, kind=AttachmentKind.DOCUMENT, limit=MAX_DOCUMENTS, by=by, at=at)
