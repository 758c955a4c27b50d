from diaban.oversight.rules.checklist import CHECKLISTS, CheckResult, Question
from diaban.oversight.rules.course import (
    AT_WORK,
    NEXT,
    CaseFacts,
    InspectionKind,
    InspectionState,
    closing_objections,
    concluding_objections,
    decision_objections,
)
from diaban.oversight.rules.drawing import Basis, Draw, draw, fingerprint
from diaban.oversight.rules.findings import (
    ReplyKind,
    Responsible,
    Severity,
    done_objections,
    finding_objections,
    remedy_objections,
    two_pairs_of_eyes,
)
from diaban.oversight.rules.signals import Signal, SignalKind, VisitSeen, find_signals

__all__ = [
    "AT_WORK",
    "CHECKLISTS",
    "NEXT",
    "Basis",
    "CaseFacts",
    "CheckResult",
    "Draw",
    "InspectionKind",
    "InspectionState",
    "Question",
    "ReplyKind",
    "Responsible",
    "Severity",
    "Signal",
    "SignalKind",
    "VisitSeen",
    "closing_objections",
    "concluding_objections",
    "decision_objections",
    "done_objections",
    "draw",
    "find_signals",
    "finding_objections",
    "fingerprint",
    "remedy_objections",
    "two_pairs_of_eyes",
]
