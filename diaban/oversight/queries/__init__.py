from diaban.oversight.queries.cases import (
    case_facts,
    checked,
    finding_in_view,
    findings_of,
    inspection_in_view,
    inspectors_of,
    remedies_to_judge,
    sample_of,
    sampled_in_view,
    sent_by,
    waiting_reply,
)
from diaban.oversight.queries.drawing import holds, in_reach, repeated, signals_of

__all__ = [
    "case_facts",
    "checked",
    "finding_in_view",
    "findings_of",
    "holds",
    "in_reach",
    "inspection_in_view",
    "inspectors_of",
    "remedies_to_judge",
    "repeated",
    "sample_of",
    "sampled_in_view",
    "sent_by",
    "signals_of",
    "waiting_reply",
]
