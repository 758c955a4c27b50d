"""The first accounts of a real server are opened from the command line."""

import io

import pytest

from diaban.config.cli import main
from diaban.kit.models import AuditEvent
from diaban.people.models import Account, RoleGrant
from tests import make

pytestmark = pytest.mark.django_db

GOOD = "mot-mat-khau-dai-26\n"


@pytest.fixture
def typed(monkeypatch: pytest.MonkeyPatch) -> io.StringIO:
    line = io.StringIO(GOOD)
    monkeypatch.setattr("sys.stdin", line)
    return line


def opened(*more: str) -> int:
    return main(["account", "open", "btc", "--name", "Nguyễn Văn An", *more])


@pytest.mark.usefixtures("typed")
def test_an_account_is_opened_with_its_role_and_written_down() -> None:
    province = make.province()

    assert opened("--role", "board", "--unit", "17") == 0

    grant = RoleGrant.objects.get()
    account = Account.objects.get()
    assert (grant.account, grant.role, grant.province) == (account, "board", province)
    assert account.check_password(GOOD.strip())
    assert [event.action for event in AuditEvent.objects.all()] == ["account.opened", "role.granted"]


@pytest.mark.usefixtures("typed")
@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (["--role", "board"], "Vai trò này cần mã tỉnh"),
        (["--role", "commune", "--unit", "99999"], "Không có đơn vị hành chính mã «99999»"),
        (["--role", "agency", "--agency", "Sở Không Có"], "Không có cơ quan nào tên «Sở Không Có»"),
        (["--role", "cadre"], "Vai trò này cần họ và tên cán bộ theo dõi."),
        (["--role", "cadre", "--cadre", "Không Ai"], "Không có, hoặc có nhiều cán bộ theo dõi tên «Không Ai»"),
    ],
)
def test_a_role_without_its_scope_is_refused_and_nothing_is_opened(
    words: list[str], sentence: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert opened(*words) == 2
    assert sentence in capsys.readouterr().err
    assert not Account.objects.exists()


def test_a_weak_password_is_refused(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    make.province()
    monkeypatch.setattr("sys.stdin", io.StringIO("123456\n"))

    assert opened("--role", "board", "--unit", "17") == 2
    assert capsys.readouterr().err
    assert not Account.objects.exists()


@pytest.mark.usefixtures("typed")
def test_a_taken_name_is_said(capsys: pytest.CaptureFixture[str]) -> None:
    make.province()
    make.account(username="btc")

    assert opened("--role", "board", "--unit", "17") == 2
    assert "«btc» đã có người dùng" in capsys.readouterr().err
