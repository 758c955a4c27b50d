"""The verbs of the room."""

from diaban.planning.services.moving import (
    endorse_programme,
    register_programme,
    return_programme,
    submit_programme,
)
from diaban.planning.services.writing import draft_programme, revise_programme, rewrite_programme

__all__ = [
    "draft_programme",
    "endorse_programme",
    "register_programme",
    "return_programme",
    "revise_programme",
    "rewrite_programme",
    "submit_programme",
]
