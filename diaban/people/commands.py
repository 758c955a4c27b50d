"""`bin/diaban account`: the first sign-ins of a real server. Screens for accounts come with their own issue."""

from __future__ import annotations

import argparse
import getpass
import json
import sys
from datetime import date
from typing import Any

from diaban.kit import clock
from diaban.kit.actors import Role, the_system
from diaban.kit.errors import RuleBroken
from diaban.people import queries, services
from diaban.places.queries import unit_on

ROLES = [role.value for role in Role if role is not Role.NONE]


def register(verbs: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    account = verbs.add_parser("account", help="tài khoản đăng nhập").add_subparsers(
        title="tài khoản", metavar="VIỆC", required=True
    )
    parser = account.add_parser(
        "open",
        help="mở tài khoản với một vai trò",
        description="Hỏi mật khẩu (hoặc đọc một dòng từ đầu vào chuẩn), mở tài khoản và giao một vai trò từ hôm nay.",
    )
    parser.add_argument("username", metavar="TÊN_ĐĂNG_NHẬP")
    parser.add_argument("--name", required=True, help="họ và tên")
    parser.add_argument("--role", required=True, choices=ROLES, help="vai trò")
    parser.add_argument("--unit", metavar="MÃ", help="mã tỉnh (2 số), huyện (3 số) hoặc xã (5 số) mà vai trò phụ trách")
    parser.add_argument("--agency", metavar="TÊN", help="tên cơ quan, cho vai trò lãnh đạo cơ quan")
    parser.add_argument("--cadre", metavar="HỌ_TÊN", help="họ và tên cán bộ theo dõi đã có trong danh sách phân công")
    parser.add_argument("--format", choices=["text", "json"], default="text", help="dạng kết quả")
    parser.set_defaults(run=run_open)
    reform = verbs.add_parser(
        "reform-agencies",
        help="sắp xếp cơ quan cấp tỉnh theo đợt năm 2025",
        description="Kết thúc cơ quan cũ, lập cơ quan mới từ ngày sắp xếp; hồ sơ ở nguyên cơ quan của ngày ấy.",
    )
    reform.add_argument("--province", required=True, metavar="MÃ", help="mã tỉnh tại ngày sắp xếp")
    reform.add_argument("--on", required=True, type=date.fromisoformat, metavar="NGÀY", help="ngày sắp xếp: 2025-03-01")
    reform.add_argument("--format", choices=["text", "json"], default="text", help="dạng kết quả")
    reform.set_defaults(run=run_reform)


def run_reform(arguments: argparse.Namespace) -> int:
    province = unit_on(arguments.province, arguments.on)
    if province is None or province.province_id is not None:
        raise RuleBroken(f"Không có tỉnh mã «{arguments.province}» tại ngày {arguments.on:%d/%m/%Y}.")
    done = services.reform_agencies(province=province, on=arguments.on, by=the_system(province.pk), at=clock.now())
    if arguments.format == "json":
        print(json.dumps({"ended": done.ended, "begun": done.begun, "linked": done.linked}))
    else:
        print(f"{province.name}: {done.ended} cơ quan kết thúc, {done.begun} cơ quan mới, {done.linked} mối kế thừa.")
    return 0


def run_open(arguments: argparse.Namespace) -> int:
    today = clock.today()
    account = services.open_account_with_role(
        username=arguments.username,
        full_name=arguments.name,
        password=_password(),
        role=Role(arguments.role),
        **_scope(arguments, today),
        by=the_system(),
        at=clock.now(),
    )
    if arguments.format == "json":
        print(json.dumps({"username": account.username, "role": arguments.role}))
    else:
        print(f"Đã mở tài khoản «{account.username}», vai trò {Role(arguments.role).label}.")
    return 0


def _scope(arguments: argparse.Namespace, on: date) -> dict[str, Any]:
    """What the role reaches, found by code or name among what exists today."""
    if arguments.agency:
        agency = queries.agency_named(arguments.agency, on)
        if agency is None:
            raise RuleBroken(f"Không có cơ quan nào tên «{arguments.agency}» đang hoạt động.")
        return {"agency": agency}
    if arguments.cadre:
        cadre = queries.cadre_named(arguments.cadre)
        if cadre is None:
            raise RuleBroken(f"Không có, hoặc có nhiều cán bộ theo dõi tên «{arguments.cadre}».")
        return {"cadre": cadre}
    if not arguments.unit:
        return {}
    unit = unit_on(arguments.unit, on)
    if unit is None:
        raise RuleBroken(f"Không có đơn vị hành chính mã «{arguments.unit}» tại ngày {on:%d/%m/%Y}.")
    return {"province": unit} if unit.province_id is None else {"unit": unit}


def _password() -> str:
    if not sys.stdin.isatty():
        return sys.stdin.readline().rstrip("\n")
    first = getpass.getpass("Mật khẩu (từ 12 ký tự): ")
    if first != getpass.getpass("Nhập lại mật khẩu: "):
        raise RuleBroken("Hai lần nhập mật khẩu không giống nhau. Chạy lại lệnh để nhập.")
    return first
