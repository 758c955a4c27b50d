"""`bin/diaban rate`: the monitoring results of a year, from files without a database or from the database itself."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from diaban.kit import clock
from diaban.kit.errors import RuleBroken
from diaban.kit.objections import Objection
from diaban.kit.shape_schemas import writer
from diaban.kit.shapes import Misfit, placed, reader
from diaban.places.queries import province_of_year
from diaban.ranking.rules import Records, Rulebook, YearRating, rate, read_rulebook
from diaban.ranking.rules.canonical import canonical
from diaban.ranking.rules.comparing import Comparison, compare
from diaban.ranking.rules.records import FIRST_YEAR
from diaban.ranking.rules.subjects import grouping_objection
from diaban.ranking.rules.wording import as_text, comparison_as_text
from diaban.regulations.rules.national import national_sets

SCHEMAS = Path(__file__).parent / "data"


class _FromDatabase(argparse.Action):
    """A year is read from the database, a file is not: only then does the command start a server."""

    def __call__(self, parser: object, namespace: argparse.Namespace, values: Any, option: str | None = None) -> None:
        setattr(namespace, self.dest, values)
        namespace.needs_database = True


def register(verbs: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    parser = verbs.add_parser(
        "rate",
        help="tính kết quả theo dõi của một năm, từ tệp số liệu hoặc từ cơ sở dữ liệu",
        description="Tính mức đề xuất của cán bộ và tập thể lãnh đạo cơ quan, kèm lý do và căn cứ. Không ghi gì; với "
        "--input thì không cần cơ sở dữ liệu. "
        f"Bộ quy tắc đi kèm: {', '.join(national_sets())}; mac-dinh là mặc định của phần mềm. "
        "Mô tả: docs/rate.md.",
    )
    parser.add_argument("--input", metavar="TỆP", help="tệp JSON số liệu của năm; - là đầu vào chuẩn")
    parser.add_argument(
        "--year",
        type=int,
        action=_FromDatabase,
        metavar="NĂM",
        help="thay --input: lấy số liệu của năm từ cơ sở dữ liệu",
    )
    parser.add_argument(
        "--province", metavar="MÃ", help="với --year: mã tỉnh; không nêu thì mọi tỉnh, khi đó cần --rules"
    )
    parser.add_argument(
        "--records", action="store_true", help="với --year: in số liệu đã lấy, đúng dạng của --input, rồi thôi"
    )
    parser.add_argument("--rules", metavar="TỆP", help="tệp JSON bộ quy tắc, hoặc mã bộ quy tắc đi kèm")
    parser.add_argument("--against", metavar="TỆP", help="bộ quy tắc muốn thử: so với --rules, ai đổi mức và vì sao")
    parser.add_argument("--format", choices=["json", "text"], default="json", help="dạng kết quả (mặc định json)")
    parser.add_argument("--out", type=Path, metavar="TỆP", help="ghi kết quả ra tệp; không nêu thì in ra màn hình")
    parser.add_argument(
        "--schema",
        nargs="?",
        const="records",
        choices=["records", "rules", "result", "comparison"],
        help="in JSON Schema rồi thôi: records (số liệu, mặc định), rules, result, comparison",
    )
    parser.set_defaults(run=run, needs_database=False)


def run(arguments: argparse.Namespace) -> int:
    if arguments.schema:
        sys.stdout.write((SCHEMAS / f"{arguments.schema}.schema.json").read_text(encoding="utf-8"))
        return 0
    if arguments.year is not None:
        return _run_year(arguments)
    if not arguments.input or not arguments.rules:
        raise RuleBroken("Cần --input và --rules, hoặc --year. Chạy bin/diaban rate --help để xem hướng dẫn.")
    book = _rulebook(arguments.rules)
    tried = _rulebook(arguments.against) if arguments.against else None
    return _rate(arguments, _records(arguments.input, [each for each in (book, tried) if each]), book, tried)


def _run_year(arguments: argparse.Namespace) -> int:
    """The records as they stand today; without `--rules` by the set that the province's year is judged by."""
    from diaban.ranking.queries import records_of, rulebook_of  # noqa: PLC0415 -- files need no database

    if arguments.input:
        raise RuleBroken("Chỉ nêu một trong hai: --input (tệp) hoặc --year (cơ sở dữ liệu).")
    if not FIRST_YEAR <= arguments.year <= clock.today().year:
        raise RuleBroken(f"Năm {arguments.year} nằm ngoài khoảng có số liệu.")
    province = province_of_year(arguments.province, arguments.year) if arguments.province else None
    if arguments.province and province is None:
        raise RuleBroken(f"Không có tỉnh mang mã «{arguments.province}» trong năm {arguments.year}.")
    records = records_of(province, arguments.year, as_of=clock.today())
    if arguments.records:
        _write([_line(writer(Records)(records))], arguments.out)
        return 0
    if not arguments.rules and province is None:
        raise RuleBroken("Lấy số liệu của mọi tỉnh thì cần --rules, vì mỗi tỉnh có thể có bộ quy tắc riêng.")
    book = _rulebook(arguments.rules) if arguments.rules or province is None else rulebook_of(province, arguments.year)
    tried = _rulebook(arguments.against) if arguments.against else None
    for each in (book, tried):
        if each and (objection := grouping_objection(records, each)):
            raise RuleBroken(f"Số liệu của năm, tại {placed(objection)}")
    return _rate(arguments, records, book, tried)


def _rate(arguments: argparse.Namespace, records: Records, book: Rulebook, tried: Rulebook | None) -> int:
    rating = rate(records, book)
    if tried is None:
        _write(_rating_text(rating, arguments.format), arguments.out)
    else:
        found = compare(rating.verdicts, rate(records, tried).verdicts)
        _write(_comparison_text(found, arguments.format), arguments.out)
    return 0


def _rating_text(rating: YearRating, form: str) -> Iterable[str]:
    return [_line(writer(YearRating)(rating))] if form == "json" else _lines(as_text(rating))


def _comparison_text(found: Comparison, form: str) -> Iterable[str]:
    return [_line(writer(Comparison)(found))] if form == "json" else _lines(comparison_as_text(found))


def _line(plain: Any) -> str:
    return f"{canonical(plain)}\n"


def _lines(lines: Iterable[str]) -> Iterable[str]:
    return (f"{line}\n" for line in lines)


def _records(source: str, books: list[Rulebook]) -> Records:
    try:
        records = reader(Records)(parsed(source))
        for book in books:
            if objection := grouping_objection(records, book):
                raise placed(objection)
    except Misfit as misfit:
        raise RuleBroken(f"Số liệu ({source}), tại {misfit}", field=misfit.place) from None
    return records


def _rulebook(source: str) -> Rulebook:
    """A file, one of the sets that come with the product, or the software's own defaults."""
    if source == Rulebook().code:
        return Rulebook()
    try:
        return read_rulebook(parsed(str(national_sets().get(source, source))))
    except Misfit as misfit:
        raise RuleBroken(f"Bộ quy tắc ({source}), tại {misfit}", field=misfit.place) from None


def parsed(source: str) -> object:
    """JSON of a file or of standard input; a key given twice is refused, since one of the two would be lost."""
    try:
        content = sys.stdin.buffer.read() if source == "-" else Path(source).read_bytes()
    except OSError as problem:
        raise RuleBroken(f"Không đọc được tệp {source}: {problem.strerror}.") from None
    try:
        return json.loads(content.decode("utf-8-sig"), object_pairs_hook=_once, parse_constant=_no_constant)
    except UnicodeDecodeError:
        raise RuleBroken(f"Tệp {source} không phải UTF-8.") from None
    except json.JSONDecodeError as problem:
        raise RuleBroken(f"Tệp {source} không phải JSON: sai ở dòng {problem.lineno}, cột {problem.colno}.") from None
    except (RecursionError, ValueError):
        raise RuleBroken(f"Tệp {source} không đọc được: lồng quá sâu, hoặc có số quá dài.") from None


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    made = dict(pairs)
    if len(made) < len(pairs):
        keys = [key for key, _ in pairs]
        again = next(key for key in keys if keys.count(key) > 1)
        raise placed(Objection(again, "khóa này được ghi hai lần trong cùng một đối tượng."))
    return made


def _no_constant(name: str) -> None:
    raise Misfit(f"{name} không phải là số.")


def _write(chunks: Iterable[str], out: Path | None) -> None:
    if out is None:
        sys.stdout.writelines(chunks)
        sys.stdout.flush()
        return
    try:
        with out.open("w", encoding="utf-8", newline="") as file:
            file.writelines(chunks)
    except OSError as problem:
        raise RuleBroken(f"Không ghi được tệp {out}: {problem.strerror}. Kiểm tra thư mục và quyền ghi.") from None
