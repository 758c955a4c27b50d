"""The verbs of the room."""

from diaban.replacement.services.asking import ask_in_form, lapse, request_replacement, unseal, withdraw_request
from diaban.replacement.services.deciding import grant_replacement, name_successor, refuse_replacement
from diaban.replacement.services.handing_over import sign_handover, write_handover
from diaban.replacement.services.verifying import hear, propose_replacement, verify_replacement

__all__ = [
    "ask_in_form",
    "grant_replacement",
    "hear",
    "lapse",
    "name_successor",
    "propose_replacement",
    "refuse_replacement",
    "request_replacement",
    "sign_handover",
    "unseal",
    "verify_replacement",
    "withdraw_request",
    "write_handover",
]
