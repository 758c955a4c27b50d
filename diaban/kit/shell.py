"""What the frame of a page shows around its content, handed to ui/base.html as `shell`. No domain noun in here."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class NavItem:
    """One entry of the navigation. `short` is its label on the phone's bottom bar, where `icon` stands above it."""

    label: str
    href: str
    icon: str = "doc"
    short: str = ""
    current: bool = False
    primary: bool = False
    """The one act that stands filled in the centre of the phone's bar."""


@dataclass(frozen=True, slots=True)
class Person:
    """Who is signed in. `roles_href` leads to the choice of role, for those who have several."""

    name: str
    role: str
    roles_href: str | None = None
    sign_out_href: str = "/dang-xuat/"


@dataclass(frozen=True, slots=True)
class Shell:
    """The frame of one page: whose product it is, where one can go, who one is."""

    owner: str = ""
    home: str = "/"
    nav: tuple[NavItem, ...] = ()
    more: tuple[NavItem, ...] = ()
    """Where one can go besides."""
    tabs: tuple[NavItem, ...] = ()
    """The phone's bottom bar, at most five."""
    person: Person | None = None
    search_href: str = ""
    """Where one searches; empty for whoever has nothing to search."""
    sign_in_href: str = "/dang-nhap/"
    mark: str = ""
    """Of the account in its role: under it a device keeps drafts, so that nobody else is shown them."""
    help_line: str = "Hỗ trợ kỹ thuật: bộ phận quản trị hệ thống của tỉnh."
