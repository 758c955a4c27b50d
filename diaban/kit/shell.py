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
class RoleChoice:
    """A role that one may change into: `value` is what the form sends."""

    value: str
    label: str
    place: str
    current: bool = False


@dataclass(frozen=True, slots=True)
class Person:
    """Who is signed in. With more than one of `roles` the masthead offers to change, posting `grant` to `roles_href`."""

    name: str
    role: str
    roles: tuple[RoleChoice, ...] = ()
    roles_href: str = "/vai-tro/"
    sign_out_href: str = "/dang-xuat/"


@dataclass(frozen=True, slots=True)
class Shell:
    """The frame of one page: whose product it is, where one can go, who one is."""

    owner: str = ""
    home: str = "/"
    nav: tuple[NavItem, ...] = ()
    tabs: tuple[NavItem, ...] = ()
    """The phone's bottom bar, at most five."""
    person: Person | None = None
    sign_in_href: str = "/dang-nhap/"
    help_line: str = "Hỗ trợ kỹ thuật: bộ phận quản trị hệ thống của tỉnh."
