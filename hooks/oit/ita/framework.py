"""Frameworks: how the results of a year are made up, read from data.

Weights of the instruments, how an indicator follows from its questions, the scale of
levels: all of it changes with the years, so each year's is a file in ``frameworks/``, named
by the first year of results that it holds for.
"""

import re
from functools import lru_cache
from pathlib import Path
from typing import Annotated

from pydantic import Field

from oit.data.checklist import UNSURE, Basis
from oit.forms.base import Form
from oit.forms.fields import (
    IndicatorId,
    Name,
    Names,
    Percent,
    RequiredYear,
    Rows,
    Score,
    Text,
    label,
    required,
    rows,
)
from oit.forms.reading import read_form
from oit.source import read

FOLDER = Path(__file__).parent / "frameworks"

_RANGE = re.compile(r"([ieO])(\d+)-\1(\d+)")


class Instrument(Form):
    """IIT, EIT or OIT: its weight in the total, and the parts it may be the mean of."""

    id: Name = required("เครื่องมือ")
    title: Name = required("ชื่อ")
    weight: Percent = required("น้ำหนัก (ร้อยละ)")
    parts: Names = rows("ส่วน")
    basis: Basis = Field(default=UNSURE, title="ความแน่ชัด")
    source: Text = label("แหล่งที่มา")


class Part(Form):
    """A part of an instrument: the mean of its questions, where they are known."""

    id: Name = required("ส่วน")
    title: Name = required("ชื่อ")
    groups: Names = rows("กลุ่มข้อ")
    basis: Basis = Field(default=UNSURE, title="ความแน่ชัด")


class Indicator(Form):
    """An indicator: the mean of the means of its groups of questions.

    ``questions`` says which questions it has where they do not make up its score.
    """

    id: IndicatorId = required("ตัวชี้วัดที่")
    title: Name = required("ชื่อ")
    instrument: Name = required("เครื่องมือ")
    groups: Names = rows("กลุ่มข้อ", "เช่น [O1-O9, O10-O17] ว่างคือไม่พบสูตร")
    questions: Text = label("ข้อ")
    basis: Basis = Field(default=UNSURE, title="ความแน่ชัด")
    source: Text = label("แหล่งที่มา")


class Level(Form):
    """A level of the results, and from which scores on it is given."""

    name: Name = required("ระดับ")
    from_total: Score = required("คะแนนรวมตั้งแต่")
    from_each: Score = label("ทุกเครื่องมือตั้งแต่")


class ItemScores(Form):
    """What an item of the OIT gets for how it stands."""

    complete: Score = required("ครบ")
    partial: Score = required("บางส่วน")
    missing: Score = required("ไม่มี")
    basis: Basis = Field(default=UNSURE, title="ความแน่ชัด")


class Framework(Form):
    """How the results of a year, and of those after it, are made up."""

    since: RequiredYear = required("ใช้ตั้งแต่ผลของปี")
    title: Name = required("ชื่อ")
    source: Text = label("แหล่งที่มา")
    note: Text = label("หมายเหตุ")
    instruments: Annotated[list[Instrument], Rows] = rows("เครื่องมือ")
    parts: Annotated[list[Part], Rows] = rows("ส่วนของเครื่องมือ")
    indicators: Annotated[list[Indicator], Rows] = rows("ตัวชี้วัด")
    levels: Annotated[list[Level], Rows] = rows("ระดับผล", "สูงสุดก่อน")
    topics: Names = rows("ประเด็นของมาตรการ")
    item_scores: ItemScores = required("คะแนนของข้อ")

    def indicator(self, number: str | None) -> Indicator | None:
        """Return an indicator by its number."""
        return next((one for one in self.indicators if one.id == number), None)

    def indicator_of(self, question: str) -> Indicator | None:
        """Return the indicator that a question belongs to, where that is known."""
        return next(
            (one for one in self.indicators if question in questions_of(one)),
            None,
        )

    def questions(self) -> list[str]:
        """Return every question whose number is known."""
        return [question for one in self.indicators for question in questions_of(one)]


def questions_of(indicator: Indicator) -> list[str]:
    """Return the numbers of an indicator's questions, as far as they are known."""
    ranges = [*indicator.groups, *([indicator.questions] if indicator.questions else [])]
    return [question for text in ranges for question in expand(text)]


def expand(text: str) -> list[str]:
    """Write out a range of questions: ``i1-i3`` is i1, i2, i3.

    Raises:
        ValueError: the text is no range.
    """
    match = _RANGE.fullmatch(text)
    if match is None:
        raise ValueError(f"not a range of questions: {text}")
    return [f"{match[1]}{number}" for number in range(int(match[2]), int(match[3]) + 1)]


@lru_cache(maxsize=64)
def framework_of(year: int) -> Framework | None:
    """Return the framework of the results of a year; ``None`` for years before the first."""
    files = {int(path.stem.removeprefix("ita-")): path for path in FOLDER.glob("ita-*.yml")}
    since = max((known for known in files if known <= year), default=None)
    return _read(files[since]) if since else None


@lru_cache(maxsize=16)
def _read(path: Path) -> Framework:
    document = read(path, FOLDER, path.name)
    reading = read_form(Framework, document)
    if document.findings or reading.findings or reading.record is None:
        faults = "\n".join(finding.told("en") for finding in document.findings + reading.findings)
        raise ValueError(f"the program's own {path.name} has faults:\n{faults}")
    return reading.record
