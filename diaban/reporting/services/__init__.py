"""The verbs of the room."""

from diaban.reporting.services.moving import endorse_report, receive_report, return_report, submit_report
from diaban.reporting.services.writing import begin_report, mend_report, write_report

__all__ = [
    "begin_report",
    "endorse_report",
    "mend_report",
    "receive_report",
    "return_report",
    "submit_report",
    "write_report",
]
