"""What the outside sets is read, or refused with its name and without what it says."""

from __future__ import annotations

import pytest

from diaban.config.environment import SettingError, database, mail_server


@pytest.mark.parametrize("port", ["cổng", "70000"])
def test_a_port_that_is_none_is_refused_by_the_name_of_its_setting(monkeypatch: pytest.MonkeyPatch, port: str) -> None:
    monkeypatch.setenv("DATABASE_URL", f"postgresql://diaban:kin@may:{port}/diaban")
    monkeypatch.setenv("DIABAN_SMTP", f"smtp://diaban:kin@may:{port}")
    for read, name in ((database, "DATABASE_URL"), (mail_server, "DIABAN_SMTP")):
        with pytest.raises(SettingError, match=f"Thiết lập {name}: .*cổng") as refused:
            read()
        assert "kin" not in str(refused.value)
