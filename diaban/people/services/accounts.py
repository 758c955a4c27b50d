"""Accounts and roles with a scope on a date. Each verb leaves an audit line."""

from __future__ import annotations

from datetime import date, datetime

from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.db import transaction

from diaban.kit import audit
from diaban.kit.actors import Actor, Role
from diaban.kit.clock import local_date
from diaban.kit.errors import RuleBroken
from diaban.kit.text import nfc
from diaban.people.models import Account, Agency, Cadre, RoleGrant
from diaban.places.models import Unit

SCOPE_WANTED = {
    "province": "Vai trò này cần mã tỉnh (2 chữ số).",
    "unit": "Vai trò này cần mã xã (5 chữ số) hoặc mã huyện (3 chữ số).",
    "agency": "Vai trò này cần tên cơ quan.",
    "cadre": "Vai trò này cần họ và tên cán bộ theo dõi.",
}


@transaction.atomic
def open_account(*, username: str, full_name: str, password: str | None, by: Actor, at: datetime) -> Account:
    """Open an account without any role. Without a password nobody can sign in by it.

    Raises RuleBroken when the name is taken or the password is too weak.
    """
    username, full_name = username.strip().lower(), nfc(full_name)
    if Account.objects.filter(username=username).exists():
        raise RuleBroken(f"Tên đăng nhập «{username}» đã có người dùng. Chọn tên khác.", field="username")
    account = Account(username=username, full_name=full_name)
    _set_password(account, password)
    account.save(force_insert=True)
    audit.record("account.opened", account, by=by, at=at)
    return account


def _set_password(account: Account, password: str | None) -> None:
    if password is None:
        account.set_unusable_password()
        return
    try:
        validate_password(password, account)
    except ValidationError as weak:
        raise RuleBroken(" ".join(weak.messages), field="password") from None
    account.set_password(password)


@transaction.atomic
def open_account_with_role(
    *,
    username: str,
    full_name: str,
    password: str,
    role: Role,
    province: Unit | None = None,
    unit: Unit | None = None,
    agency: Agency | None = None,
    cadre: Cadre | None = None,
    by: Actor,
    at: datetime,
) -> Account:
    """Open an account and give it one role from today on. Raises RuleBroken when the role's scope is not named."""
    wanting = {
        "province": role in {Role.BOARD, Role.STANDING, Role.INSPECTOR, Role.PUBLISHER} and province is None,
        "unit": role in {Role.COMMUNE, Role.DISTRICT} and unit is None,
        "agency": role is Role.AGENCY and agency is None,
        "cadre": role is Role.CADRE and cadre is None,
    }
    for field, missing in wanting.items():
        if missing:
            raise RuleBroken(SCOPE_WANTED[field], field=field)
    account = open_account(username=username, full_name=full_name, password=password, by=by, at=at)
    grant_role(
        account=account,
        role=role,
        starts_on=local_date(at),
        province=province,
        unit=unit,
        agency=agency,
        cadre=cadre,
        by=by,
        at=at,
    )
    return account


@transaction.atomic
def grant_role(
    *,
    account: Account,
    role: Role,
    starts_on: date,
    ends_on: date | None = None,
    province: Unit | None = None,
    unit: Unit | None = None,
    agency: Agency | None = None,
    cadre: Cadre | None = None,
    by: Actor,
    at: datetime,
) -> RoleGrant:
    """Give an account a role over a scope from a day on (`ends_on` is the first day without it)."""
    grant = RoleGrant.objects.create(
        account=account,
        role=role,
        province=province,
        unit=unit,
        agency=agency,
        cadre=cadre,
        starts_on=starts_on,
        ends_on=ends_on,
    )
    audit.record("role.granted", grant, by=by, at=at, role=role.value)
    return grant


@transaction.atomic
def end_role(*, grant: RoleGrant, ends_on: date, by: Actor, at: datetime) -> None:
    """End a role: from `ends_on` on, at the very next request, it holds no more."""
    grant.ends_on = ends_on
    grant.save(update_fields=["ends_on"])
    audit.record("role.ended", grant, by=by, at=at, ends_on=ends_on.isoformat())


def note_sign_in(*, account: Account, by: Actor, at: datetime) -> None:
    """Write down that somebody signed in, and in which role."""
    audit.record("account.signed_in", account, by=by, at=at)


def note_sign_out(*, account: Account, by: Actor, at: datetime) -> None:
    audit.record("account.signed_out", account, by=by, at=at)
