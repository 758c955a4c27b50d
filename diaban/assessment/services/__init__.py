"""The verbs of the room."""

from diaban.assessment.services.answering import answer_assessment
from diaban.assessment.services.drafting import save_draft, send_draft
from diaban.assessment.services.filing import file_documents
from diaban.assessment.services.releasing import release_year
from diaban.assessment.services.reviewing import comment_agency_review, review_agency
from diaban.assessment.services.sending import note_paper_received, return_assessment, send_assessment

__all__ = [
    "answer_assessment",
    "comment_agency_review",
    "file_documents",
    "note_paper_received",
    "release_year",
    "return_assessment",
    "review_agency",
    "save_draft",
    "send_assessment",
    "send_draft",
]
