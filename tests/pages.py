"""The small world of `make.world()` with a signed-in browser for each of its people, on the day of the tests."""

from __future__ import annotations

from dataclasses import dataclass
from html.parser import HTMLParser
from typing import TYPE_CHECKING, Any

from django.test import Client

from diaban.kit.actors import Role
from diaban.kit.ids import uuid7
from diaban.kit.models import AuditEvent
from tests import make
from tests.make import World

if TYPE_CHECKING:
    from django.test.client import _MonkeyPatchedWSGIResponse as Answer

NOWHERE = "01890000-0000-7000-8000-000000000000"
"""An id that no record carries."""
SURE = {"chac-chan": "1"}
"""The second press of a form that asks once more."""


@dataclass(frozen=True)
class Browsers:
    """One for each: Lan (Pà Cò) and Sơn (Hang Kia), their communes, Lan's agency, the Board, an inspector."""

    world: World
    lan: Client
    son: Client
    pa_co: Client
    hang_kia: Client
    noi_vu: Client
    board: Client
    inspector: Client


def signed_in(role: Role, **scope: Any) -> Client:
    """The browser of somebody new in a role, as signed_in(Role.STANDING, province=…)."""
    account, client = make.account(), Client()
    make.grant(account=account, role=role, **scope)
    client.force_login(account)
    return client


def browsers() -> Browsers:
    world = make.world()
    return Browsers(
        world=world,
        lan=signed_in(Role.CADRE, cadre=world.lan),
        son=signed_in(Role.CADRE, cadre=world.son),
        pa_co=signed_in(Role.COMMUNE, unit=world.pa_co),
        hang_kia=signed_in(Role.COMMUNE, unit=world.hang_kia),
        noi_vu=signed_in(Role.AGENCY, agency=world.noi_vu),
        board=signed_in(Role.BOARD, province=world.province),
        inspector=signed_in(Role.INSPECTOR, province=world.province),
    )


def sending(**answers: Any) -> dict[str, Any]:
    """What a form sends: its own fields besides the answers."""
    return {"ma": str(uuid7()), "giay": "40", "dau": ""} | answers


def posted(client: Client, path: str, **answers: Any) -> Answer:
    return client.post(path, sending(**answers))


def said(answer: Answer) -> str:
    """The words of a page, without what the mark-up puts between them."""
    return answer.content.decode().replace("\u00a0", " ")


class _Fields(HTMLParser):
    """What the forms of a page would send as they stand."""

    def __init__(self) -> None:
        super().__init__()
        self.sent: dict[str, Any] = {}
        self._text = self._select = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        told = {name: value or "" for name, value in attrs}
        name, kind = told.get("name", ""), told.get("type", "")
        if tag == "textarea":
            self._text, self.sent[name] = name, ""
        elif tag == "select":
            self._select = name
        elif tag == "option" and self._select and "selected" in told:
            self.sent[self._select] = told.get("value", "")
        elif (tag == "input" and name and kind not in {"radio", "checkbox", "submit"}) or (
            tag == "input" and "checked" in told and kind == "radio"
        ):
            self.sent[name] = told.get("value", "")
        elif tag == "input" and "checked" in told:
            self.sent.setdefault(name, []).append(told.get("value", ""))

    def handle_endtag(self, tag: str) -> None:
        self._text = "" if tag == "textarea" else self._text

    def handle_data(self, data: str) -> None:
        if self._text:
            self.sent[self._text] += data


def as_shown(answer: Answer, **changes: Any) -> dict[str, Any]:
    """What the page would send if only these fields were changed."""
    fields = _Fields()
    fields.feed(answer.content.decode())
    return fields.sent | changes


def audited(action: str) -> int:
    return AuditEvent.objects.filter(action=action).count()
