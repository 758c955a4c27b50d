"""What concerns the person alone."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Any

from diaban.kit.actors import Actor, Role
from diaban.people.models import RoleGrant
from diaban.people.queries import scope_name
from diaban.reminders.models import Message, Preference
from diaban.reminders.policies import visible_devices, visible_messages


def preference_of(actor: Actor) -> Preference | None:
    return Preference.objects.filter(account=actor.account).first() if actor.account else None


def ways_of(actor: Actor) -> list[str]:
    """By which ways a summary reaches the person besides the page, in words: «gửi tới lan@so.vn»."""
    known, devices = preference_of(actor), visible_devices(actor).count()
    mail = [f"gửi tới {known.email}"] if known and known.by_email else []
    return mail + ([f"báo trên {devices} thiết bị đã bật"] if devices else [])


def unread_of(actor: Actor) -> int:
    """How many summaries on the page were not opened yet."""
    return visible_messages(actor).filter(read_at=None).count()


@dataclass(frozen=True, slots=True)
class Shown:
    """A line as one of the person's roles sees it.

    `other` names the role in which it is done, where that is not the one acted in; `grant` is the role to change to,
    empty when it is held no more.
    """

    text: str
    href: str
    late: int
    other: str = ""
    grant: str = ""


def lines_shown(message: Message, actor: Actor, grants: Iterable[RoleGrant]) -> list[Shown]:
    """The lines of a summary, those of the role acted in first; `grants` are the roles that the person holds."""
    held = {str(grant.pk): f"{Role(grant.role).label}, {scope_name(grant)}" for grant in grants}
    lines = [_shown(line, str(actor.grant), held) for line in message.lines]
    return sorted(lines, key=lambda line: bool(line.other))


def _shown(line: Mapping[str, Any], acting: str, held: Mapping[str, str]) -> Shown:
    """A line written before lines knew of roles is taken for one of the role acted in."""
    grant = line.get("grant") or acting
    plain = Shown(line["text"], line["href"], line["late"])
    if grant == acting:
        return plain
    return replace(plain, other=held.get(grant, line["role"]), grant=grant if grant in held else "")
