"""What is owed, when it falls due, and how it stands on a day. Plain Python: no database, no clock."""

from diaban.obligations.rules.expected import (
    AssignmentFacts,
    Expected,
    Requirements,
    expected,
    expected_of_agency,
    requirements,
)
from diaban.obligations.rules.kinds import (
    CADRE_KINDS,
    KIND_OF_REPORT,
    REPORT_KINDS,
    ObligationKind,
    Relief,
    State,
    called,
    period_of,
)
from diaban.obligations.rules.standing import ObligationFacts, Standing, days_late_of, standing

__all__ = [
    "CADRE_KINDS",
    "KIND_OF_REPORT",
    "REPORT_KINDS",
    "AssignmentFacts",
    "Expected",
    "ObligationFacts",
    "ObligationKind",
    "Relief",
    "Requirements",
    "Standing",
    "State",
    "called",
    "days_late_of",
    "expected",
    "expected_of_agency",
    "period_of",
    "requirements",
    "standing",
]
