from diaban.oversight.services.checking import check_duty
from diaban.oversight.services.concluding import close_inspection, conclude_inspection
from diaban.oversight.services.deciding import cancel_inspection, decide_inspection, plan_inspection
from diaban.oversight.services.drawing import draw_sample
from diaban.oversight.services.findings import close_finding, record_finding, refuse_remedy, reply_to_finding

__all__ = [
    "cancel_inspection",
    "check_duty",
    "close_finding",
    "close_inspection",
    "conclude_inspection",
    "decide_inspection",
    "draw_sample",
    "plan_inspection",
    "record_finding",
    "refuse_remedy",
    "reply_to_finding",
]
