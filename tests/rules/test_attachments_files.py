"""Hostile and odd files, opened inside the fence: refused with a sentence, or taken with the harm left behind."""

from __future__ import annotations

import json
import subprocess
import sys
from io import BytesIO
from typing import Any

import pytest
from PIL import Image

from diaban.attachments.examining.__main__ import MEMORY
from diaban.attachments.rules.kinds import LONGEST_SIDE, THUMB_BYTES, THUMB_SIDE
from tests.rules import hostile_files as files
from tools.env import ROOT

MIB = 1024 * 1024
TRACES = (b"Exif", b"Bi Mat", b"SN-0123", b"ong A", b"script", b"PK\x03\x04", b"%PDF", b"ICC_PROFILE")
"""of what the photos carry when they come"""
INSIDE = """
import json, pathlib, resource, sys
from diaban.attachments.examining.__main__ import MEMORY, judge
from diaban.attachments.rules.kinds import AttachmentKind
from diaban.kit.errors import FileRefused
resource.setrlimit(resource.RLIMIT_DATA, (MEMORY, MEMORY))
found = {}
for path in sorted(pathlib.Path(sys.argv[1]).iterdir()):
    kind, name = path.name.split("-", 1)
    try:
        verdict, pictures = judge(path.read_bytes(), AttachmentKind(kind))
        found[name] = verdict | {"pictures": [one.hex() for one in pictures]}
    except FileRefused as refusal:
        found[name] = {"refused": str(refusal)}
status = pathlib.Path("/proc/self/status").read_text()
print(json.dumps({"found": found, "peak": int(status.split("VmHWM:")[1].split()[0]) * 1024}))
"""
"""As diaban.attachments.examining does with one file, for all of them in one process."""


@pytest.fixture(scope="module")
def opened(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    """What became of each file, and the most memory that the one who opened them ever held."""
    folder = tmp_path_factory.mktemp("tep")
    for name, file in files.refused().items():
        (folder / f"{file.kind}-{name}").write_bytes(file.content)
    for name, content in files.harmless().items():
        (folder / f"photo-{name}").write_bytes(content)
    for name, content in (files.passing() | files.heavy()).items():
        (folder / f"document-{name}").write_bytes(content)
    command = [sys.executable, "-c", INSIDE, str(folder)]
    done = subprocess.run(command, cwd=ROOT, env={"PYTHONPATH": str(ROOT)}, capture_output=True, check=True)
    answer: dict[str, Any] = json.loads(done.stdout)
    return answer


def test_a_hostile_file_is_refused_with_what_it_is(opened: dict[str, Any]) -> None:
    said = {name: opened["found"][name].get("refused", "") for name in files.refused()}
    assert {name: one for name, one in said.items() if files.refused()[name].said not in one} == {}
    assert {name: one for name, one in said.items() if not (one[0].isupper() and one.endswith("."))} == {}


def test_a_photo_is_made_anew_and_only_the_picture_is_left(opened: dict[str, Any]) -> None:
    taken = {name: opened["found"][name].get("pictures") for name in files.harmless()}
    assert [name for name, pictures in taken.items() if not pictures] == []
    for name, (content, thumb) in taken.items():
        only_a_picture(bytes.fromhex(content), LONGEST_SIDE, name)
        only_a_picture(bytes.fromhex(thumb), THUMB_SIDE, name)
        assert len(thumb) // 2 <= THUMB_BYTES, name


def only_a_picture(made: bytes, side: int, name: str) -> None:
    image = Image.open(BytesIO(made))
    assert (image.format, image.mode, max(image.size) <= side) == ("JPEG", "RGB", True), name
    assert set(image.info) <= {"jfif", "jfif_version", "jfif_unit", "jfif_density", "progressive", "progression"}, name
    assert not image.getexif(), name
    assert [trace for trace in TRACES if trace in made] == [], name


def test_an_everyday_document_is_taken(opened: dict[str, Any]) -> None:
    said = {name: opened["found"][name].get("refused") for name in files.passing()}
    assert {name: sentence for name, sentence in said.items() if sentence} == {}


def test_whoever_opens_them_stays_within_the_fence(opened: dict[str, Any]) -> None:
    assert files.heavy().keys() <= opened["found"].keys()
    assert opened["peak"] < MEMORY + 24 * MIB


def test_there_are_enough_of_them() -> None:
    assert len(files.refused()) >= 100
    assert len(files.harmless()) >= 15
