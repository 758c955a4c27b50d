"""What is understood of a file of assignments, and what has to be asked."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import Protocol


class State(StrEnum):
    OK = "ok"
    ASK = "ask"
    ERROR = "error"


@dataclass(frozen=True, slots=True)
class Commune:
    code: str
    name: str
    district: str = ""

    @property
    def label(self) -> str:
        place = f"{self.name}, {self.district}" if self.district else self.name
        return f"{place} ({self.code})"


@dataclass(frozen=True, slots=True)
class Match:
    """Exactly one unit, or candidates for a person to choose among, or nothing."""

    unit: Commune | None = None
    candidates: tuple[Commune, ...] = ()
    note: str = ""


class Gazetteer(Protocol):
    """The communes of a day. `places` keeps the real one; tests may bring a small one."""

    @property
    def districts(self) -> tuple[str, ...]: ...

    def match(self, ward: str, district: str, province: str) -> Match: ...

    def commune(self, code: str, province: str) -> Commune | None: ...


@dataclass(frozen=True, slots=True)
class Choice:
    value: str
    label: str


@dataclass(frozen=True, slots=True)
class Question:
    """Something that only a person can say. `key` stays the same as long as the file does."""

    key: str
    sentence: str
    choices: tuple[Choice, ...] = ()
    free: bool = False  # an answer in words is possible (a date, a name)


@dataclass
class Entry:
    """One cadre of the file: who, from where, which communes, since when."""

    sheet: str
    row: int
    cadre: str
    post: str = ""
    agency: str = ""
    communes: list[Commune] = field(default_factory=list)
    starts_on: date | None = None
    ends_on: date | None = None  # the first day without
    messages: list[str] = field(default_factory=list)
    questions: list[Question] = field(default_factory=list)
    errors: int = 0
    blocked: bool = False  # clear in itself, but another cadre has one of its communes on record
    person: str = ""  # the cadre on record whom a person's answer named

    @property
    def state(self) -> State:
        if self.errors:
            return State.ERROR
        return State.ASK if self.questions else State.OK

    def ask(self, question: Question) -> None:
        self.questions.append(question)
        self.messages.append(question.sentence)

    def fail(self, sentence: str) -> None:
        self.errors += 1
        self.messages.append(sentence)


@dataclass
class Understanding:
    """The whole file. `missing` are questions about the file itself, which no row can answer."""

    entries: list[Entry] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    missing: list[str] = field(default_factory=list)
    decision: str = ""
    decided_on: date | None = None
    province: str = ""

    def counts(self) -> dict[str, int]:
        return {state.value: sum(entry.state is state for entry in self.entries) for state in State}


@dataclass(frozen=True)
class Setting:
    """What the reader is told besides the file. `agencies` are the known bodies' names; answers are by question key."""

    gazetteer: Gazetteer
    province: str
    province_name: str = ""
    agencies: tuple[str, ...] = ()
    starts_on: date | None = None
    answers: dict[str, str] = field(default_factory=dict)

    def answer(self, key: str) -> str:
        """What a person answered to a question; "" while it is open."""
        return self.answers.get(key, "").strip()
