"""The command line speaks Vietnamese: argparse's own words, which it asks gettext for, are given here."""

from __future__ import annotations

import argparse

WORDS = {
    "usage: ": "cách dùng: ",
    "options": "tùy chọn",
    "positional arguments": "tham số",
    "show this help message and exit": "in hướng dẫn này rồi thôi",
    "%(prog)s: error: %(message)s\n": "%(prog)s: %(message)s.\n",
    "argument %(argument_name)s: %(message)s": "tham số %(argument_name)s: %(message)s",
    "the following arguments are required: %s": "còn thiếu %s",
    "one of the arguments %s is required": "cần một trong các tham số %s",
    "unrecognized arguments: %s": "không hiểu %s",
    "not allowed with argument %s": "không dùng cùng với %s",
    "ambiguous option: %(option)s could match %(matches)s": "%(option)s có thể là %(matches)s; hãy ghi đủ",
    "invalid choice: %(value)r (choose from %(choices)s)": "không có «%(value)s»; chọn một trong: %(choices)s",
    "invalid %(type)s value: %(value)r": "giá trị «%(value)s» không hợp lệ",
    "expected one argument": "cần một giá trị",
    "expected at most one argument": "chỉ nhận nhiều nhất một giá trị",
    "expected at least one argument": "cần ít nhất một giá trị",
    "can't open '%(filename)s': %(error)s": "không mở được «%(filename)s»: %(error)s",
}


def speak_vietnamese() -> None:
    """For every parser made from now on in this process."""
    vars(argparse)["_"] = lambda words: WORDS.get(words, words)
