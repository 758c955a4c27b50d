"""Verbs about people: accounts and roles with a scope on a date, and the bodies that people work in."""

from diaban.people.services.accounts import (
    end_role,
    grant_role,
    note_sign_in,
    note_sign_out,
    open_account,
    open_account_with_role,
)
from diaban.people.services.agencies import reform_agencies

__all__ = [
    "end_role",
    "grant_role",
    "note_sign_in",
    "note_sign_out",
    "open_account",
    "open_account_with_role",
    "reform_agencies",
]
