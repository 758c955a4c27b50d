"""Knocking at every door as one person: which addresses there are to try, and what each answered."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from django.test import Client

from diaban.dashboards.queries.registry import FIGURES, LEDGERS
from diaban.people.models import Account
from tests.security.canaries import Canary, found_in, opened
from tests.security.oracle import Principal, Record, may_see

if TYPE_CHECKING:
    from django.test.client import _MonkeyPatchedWSGIResponse as Answer

YEAR, RUNNING = "/tong-hop/2023/", "/tong-hop/2024/"
"""The year that is over, and the one that runs."""
PLAIN = (
    "/",
    "/dang-nhap/",
    "/vai-tro/",
    "/chua-co-vai-tro/",
    "/van-ban/",
    "/bo-quy-tac/",
    "/tin-hoat-dong/",
    "/tin-hoat-dong/feed.xml",
    "/tin-hoat-dong/?tim=ZQ",
    "/phan-cong/nhap/",
    YEAR,
    f"{YEAR}so-lieu/",
    f"{YEAR}ban-in/",
    f"{YEAR}bao-cao.docx",
    f"{YEAR}bao-cao.pdf",
    RUNNING,
    f"{RUNNING}so-lieu/",
    f"{RUNNING}ban-in/",
    f"{RUNNING}bao-cao.pdf",
    "/tong-hop/2022/",
    "/tong-hop/1/",
    "/tong-hop/2023/khong-co/",
)
TOGETHER = {
    "viec-phai-lam": ["ct", "bc-6t", "bc-nam", "pnx", "nxcq"],
    "chuyen-di": ["chuyen-di", "chuyen-di-khong-thuc-hien"],
    "can-bo": ["cb-du-ngay", "cb-thieu-ngay"],
    "dia-ban-nam-tinh-hinh": ["xa-du-ghi-nhan", "xa-thieu-ghi-nhan"],
    "de-nghi-thay-the": ["de-nghi-thay-the", "thay-the-da-rut"],
}
"""Figures that share out the whole of a ledger which no figure shows whole."""
_NEXT = re.compile(r'href="([^"]*trang=(\d+))"')


_FORM = re.compile(r"<form\b.*?</form>", re.DOTALL)


@dataclass
class Knocking:
    """What one person was told. `forbidden` are (address, canary) that should not have come back."""

    client: Client
    requests: int = 0
    told: set[Canary] = field(default_factory=set)
    by_address: dict[str, set[Canary]] = field(default_factory=dict)

    def at(self, path: str) -> Answer:
        response = self.client.get(path)
        self.requests += 1
        heads = "\n".join(f"{name}: {value}" for name, value in response.headers.items())
        found = found_in(opened(response.content) + heads.encode()) - found_in(path.encode())
        self.told |= found
        if found:
            self.by_address.setdefault(path, set()).update(found)
        return response


def knocking_as(who: Principal | None) -> Knocking:
    client = Client()
    if who is not None:
        client.force_login(Account.objects.get(username=who.username))
        if who.grant:
            client.post("/vai-tro/", {"grant": str(who.grant)})
    return Knocking(client)


def figures_by_ledger() -> dict[str, list[str]]:
    """The figures that together list all records of a ledger: one without a condition where there is one."""
    found: dict[str, list[str]] = {}
    for ledger in LEDGERS:
        mine = [figure for figure in FIGURES.values() if figure.ledger.key == ledger]
        whole = [figure.key for figure in mine if not figure.where]
        found[ledger] = whole[:1] or TOGETHER[ledger]
    return found


def plain_doors() -> Iterator[str]:
    yield from PLAIN


def figure_doors(*, cuts: bool = True) -> Iterator[str]:
    """The first page of every figure whose pages are not walked anyway; and of every ledger each way to divide it."""
    walked = set(list_doors()) if cuts else set()
    yield from (path for year in (YEAR, RUNNING) for key in FIGURES if (path := f"{year}{key}/") not in walked)
    for keys in figures_by_ledger().values():
        divided = FIGURES[keys[0]].ledger.cuts if cuts else ()
        yield from (f"{YEAR}{keys[0]}/?chia={cut.key}" for cut in divided)


def list_doors() -> Iterator[str]:
    """The lists from which all pages are walked."""
    for keys in figures_by_ledger().values():
        yield from (f"{year}{key}/" for key in keys for year in (YEAR, RUNNING))


def file_doors() -> Iterator[str]:
    for keys in figures_by_ledger().values():
        yield from (f"{year}{key}/tep.xlsx" for key in keys for year in (YEAR, RUNNING))


def record_door(record: Record) -> str:
    return f"/tong-hop/{record.year}/ban-ghi/{record.ledger}/{record.pk}/"


def walk_pages(knocking: Knocking, path: str, *, most: int = 1000) -> None:
    """A list from its first page to its last, by its own links."""
    number, seen = 1, 0
    while path and seen < most:
        response = knocking.at(path)
        seen += 1
        if response.status_code != 200:
            return
        following = [(link, int(page)) for link, page in _NEXT.findall(response.text) if int(page) == number + 1]
        link = following[0][0].replace("&amp;", "&") if following else ""
        path = path.split("?", maxsplit=1)[0] + link if link.startswith("?") else link
        number += 1


def careless(answer: Answer) -> list[str]:
    """Forms of a page that take free text and neither keep a draft, nor know a second sending, nor warn of secrets."""
    if not answer.headers.get("Content-Type", "").startswith("text/html"):
        return []
    forms = [form for form in _FORM.findall(answer.text) if "<textarea" in form]
    needs = ("data-form=", 'name="ma"', "bí mật nhà nước")
    return [form[:200] for form in forms if not all(one in form for one in needs)]


def sample(records: list[Record], who: Principal, *, each: int, seen: bool) -> list[Record]:
    """Some records of every ledger that the person may see, or may not, spread over the whole list."""
    chosen: list[Record] = []
    for ledger in LEDGERS:
        mine = [r for r in records if r.ledger == ledger and r.listed and may_see(who, r) is seen]
        chosen += mine[:: max(len(mine) // each, 1)][:each]
    return chosen
