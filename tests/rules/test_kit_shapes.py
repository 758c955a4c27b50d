"""Shapes: dataclasses against JSON, by path and sentence. What the rating's own records show is tested there."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from typing import Any

import pytest

from diaban.kit.enums import Labelled
from diaban.kit.objections import Objection
from diaban.kit.shape_schemas import schema, writer
from diaban.kit.shapes import Misfit, about, reader


class Colour(Labelled):
    RED = "red", "đỏ"


@dataclass(frozen=True)
class Leaf:
    """A leaf."""

    size: int = about("cỡ", least=1, most=9)
    colour: Colour | None = about("màu")  # noqa: RUF009 -- about() makes a field

    def objection(self) -> Objection | None:
        return Objection("size", "quá nhỏ.") if self.size == 1 else None


@dataclass(frozen=True)
class Tree:
    """A tree."""

    name: str = about("tên", longest=5)
    planted: date = about("ngày trồng")  # noqa: RUF009 -- about() makes a field
    leaves: tuple[Leaf, ...] = about("lá")
    height: Fraction = about("chiều cao")  # noqa: RUF009 -- about() makes a field
    pair: tuple[int, int] = about("đôi")
    note: str = about("ghi chú", default="")


OAK: dict[str, Any] = {
    "name": "Sồi",
    "planted": "2024-02-29",
    "leaves": [{"size": 2, "colour": "red"}, {"size": 9, "colour": None}],
    "height": "173/2",
    "pair": [1, 2],
}
READ = reader(Tree)


def test_what_fits_is_read_and_written_back() -> None:
    tree = READ(OAK)
    leaves = (Leaf(2, Colour.RED), Leaf(9, None))
    assert tree == Tree("Sồi", date(2024, 2, 29), leaves, Fraction(173, 2), (1, 2), "")
    assert writer(Tree)(tree) == OAK | {"note": ""}
    assert list(writer(Tree)(tree)) == sorted(writer(Tree)(tree))


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"name": "Sồi già cỗi"}, "name: chuỗi dài 11 ký tự, tối đa 5."),
        ({"height": 86.5}, "height: cần một phân số dạng “173/2”, không phải 86.5."),
        ({"height": "1/0"}, "height: cần một phân số dạng “173/2”, không phải “1/0”."),
        ({"pair": [1]}, "pair: cần đúng 2 phần tử, không phải 1."),
        (
            {"leaves": [{"size": 2, "colour": "blue"}]},
            "leaves[0].colour: cần một trong các giá trị red, không phải “blue”.",
        ),
        ({"leaves": [{"size": 2}]}, "leaves[0].colour: còn thiếu khóa này."),
        ({"leaves": [OAK["leaves"][0], {"size": 1, "colour": None}]}, "leaves[1].size: quá nhỏ."),
        ({"leaves": [{"size": 10, "colour": None}]}, "leaves[0].size: cần một số nguyên từ 1 đến 9, không phải 10."),
        ({"x": 1}, "x: khóa lạ. Các khóa được nhận: height, leaves, name, note, pair, planted."),
    ],
)
def test_what_does_not_fit_is_said_with_its_path(change: dict[str, Any], said: str) -> None:
    with pytest.raises(Misfit) as refused:
        READ(OAK | change)
    assert str(refused.value) == said


def test_the_schema_says_the_same() -> None:
    made = schema(Tree, title="Cây", description="Thử.")
    tree, leaf = made["$defs"]["Tree"], made["$defs"]["Leaf"]
    assert made["$ref"] == "#/$defs/Tree"
    assert tree["required"] == ["name", "planted", "leaves", "height", "pair"]
    assert tree["additionalProperties"] is False
    assert tree["properties"]["name"] == {"title": "tên", "type": "string", "maxLength": 5}
    assert tree["properties"]["leaves"] == {"title": "lá", "type": "array", "items": {"$ref": "#/$defs/Leaf"}}
    assert tree["properties"]["pair"]["minItems"] == tree["properties"]["pair"]["maxItems"] == 2
    assert leaf["properties"]["size"] == {"title": "cỡ", "type": "integer", "minimum": 1, "maximum": 9}
    assert leaf["properties"]["colour"]["anyOf"] == [{"enum": ["red"], "description": "red: đỏ"}, {"type": "null"}]
