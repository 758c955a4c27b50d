"""`bin/diaban` explains itself in Vietnamese, down to argparse's own words."""

from __future__ import annotations

import argparse
from collections.abc import Iterator

import pytest

from diaban.config import cli

ENGLISH = ("usage:", "options:", "positional arguments", "show this help", "required", "invalid", "unrecognized")


def parsers(parser: argparse.ArgumentParser) -> Iterator[argparse.ArgumentParser]:
    """The parser itself and those of its verbs, however deep."""
    yield parser
    for action in parser._actions:
        if isinstance(action, argparse._SubParsersAction):
            for below in action.choices.values():
                yield from parsers(below)


@pytest.mark.parametrize("parser", list(parsers(cli.build_parser())), ids=lambda parser: parser.prog)
def test_help_is_vietnamese_and_complete(parser: argparse.ArgumentParser) -> None:
    text = parser.format_help()
    assert [word for word in ENGLISH if word in text] == []
    options = [action for action in parser._actions if action.option_strings]
    assert [action.option_strings for action in options if not action.help] == []


def test_a_typing_error_is_refused_in_vietnamese(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as stopped:
        cli.build_parser().parse_args(["khong-co"])
    assert stopped.value.code == cli.REFUSED
    assert "không có «khong-co»" in capsys.readouterr().err
