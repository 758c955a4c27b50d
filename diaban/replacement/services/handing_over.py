"""What the old cadre hands to the new one: written beside the records, signed by both."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from diaban.kit import audit
from diaban.kit.actors import Actor
from diaban.kit.errors import RuleBroken
from diaban.kit.objections import demand, passage, refuse
from diaban.kit.records import hold
from diaban.replacement import policies
from diaban.replacement.models import Handover
from diaban.replacement.queries import left_open
from diaban.replacement.rules import ReplacementState, handover_objections, lacking_objections
from diaban.replacement.services.moving import move

SIGNED = "Biên bản đã có bên ký nên không sửa được."


@transaction.atomic
def write_handover(*, handover: Handover, situation: str, contacts: str, by: Actor, at: datetime) -> Handover:
    """Written again until the first signature; what is open is taken from the records each time."""
    request = handover.request
    demand(policies.may_write_handover(by, request), "Đồng chí không lập biên bản bàn giao địa bàn này.")
    hold(request)
    refuse(lacking_objections(ReplacementState(request.state), ReplacementState.HANDED_OVER))
    hold(handover)
    if handover.given_at or handover.taken_at:
        raise RuleBroken(SIGNED, field="situation")
    handover.situation = passage(situation, field="situation", name="tóm tắt tình hình", limit=8000)
    handover.contacts = passage(contacts, field="contacts", name="đầu mối liên hệ", limit=4000)
    handover.difficulties, handover.commitments = left_open(request)
    handover.written_at = at
    handover.save()
    audit.record("handover.written", handover, by=by, at=at)
    return handover


@transaction.atomic
def sign_handover(*, handover: Handover, by: Actor, at: datetime) -> Handover:
    """Each side signs once; with the second signature the replacement is done."""
    request = handover.request
    gives, takes = policies.gives(by, request), policies.takes(by, request)
    demand(gives or takes, "Chỉ bên giao và bên nhận ký biên bản bàn giao.")
    hold(request)
    hold(handover)
    refuse(
        handover_objections(
            situation=handover.situation, contacts=handover.contacts, has_successor=request.new_assignment is not None
        )
    )
    if gives and handover.given_at is None:
        handover.given_at, handover.given_by = at, by.account
    elif takes and handover.taken_at is None:
        if by.account is not None and by.account == handover.given_by:
            raise RuleBroken("Bên nhận phải là người khác với bên giao.", field="situation")
        handover.taken_at, handover.taken_by = at, by.account
    else:
        raise RuleBroken("Bên của đồng chí đã ký biên bản này.", field="situation")
    handover.save()
    if handover.given_at and handover.taken_at:
        move(request, ReplacementState.HANDED_OVER)
        request.save(update_fields=["state"])
    audit.record("handover.signed", handover, by=by, at=at)
    return handover
