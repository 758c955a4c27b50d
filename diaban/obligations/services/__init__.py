"""The verbs of the room."""

from diaban.obligations.services.expecting import close_for_assignment, expect_assignment, expect_year
from diaban.obligations.services.receiving import Receipt, mark_received, mark_received_many, withdraw_receipt
from diaban.obligations.services.relieving import confirm_cause, extend
from diaban.obligations.services.urging import urge

__all__ = [
    "Receipt",
    "close_for_assignment",
    "confirm_cause",
    "expect_assignment",
    "expect_year",
    "extend",
    "mark_received",
    "mark_received_many",
    "urge",
    "withdraw_receipt",
]
