"""A Word document of the product opens in LibreOffice and says the same words."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

from diaban.documents.docx import render_docx
from tests.rules.papers import decision, letter, report

AS_TEXT = "txt:Text (encoded):UTF8"
SOFFICE = shutil.which("soffice") or "soffice"


PAPERS = {"báo cáo": report, "quyết định": decision, "công văn": letter}


@pytest.mark.office
def test_papers_open_in_libreoffice(tmp_path: Path) -> None:
    """All in one start of the office, which takes seconds."""
    sources = [tmp_path / f"{name}.docx" for name in PAPERS]
    for source, paper in zip(sources, PAPERS.values(), strict=True):
        source.write_bytes(render_docx(paper()))
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    command = [SOFFICE, "--headless", profile, "--convert-to", AS_TEXT, "--outdir", str(tmp_path), *map(str, sources)]
    subprocess.run(command, check=True, capture_output=True, timeout=120)
    for source, paper in zip(sources, PAPERS.values(), strict=True):
        read = source.with_suffix(".txt").read_text(encoding="utf-8-sig").split()
        assert " ".join(read).startswith(paper().letterhead.superior), source.name
        assert set(" ".join(paper().abstract).split()) <= set(read), source.name
