"""Frameworks: how the results of a year are composed, read from data.

The weights of the instruments, the formulas of the indicators and the scale of levels change
over the years. Each file in ``frameworks/`` is named by the first year of results that it
applies to. The items of the OIT are renumbered nearly every year, so a framework knows those of
its own years only: applied to a later year, it knows none.
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
    Year,
    label,
    required,
    rows,
)
from oit.forms.reading import read_form
from oit.source import read

FOLDER = Path(__file__).parent / "frameworks"

OIT = "OIT"
"""The instrument whose questions are the items of a checklist."""

_RANGE = re.compile(r"([ieO])(\d+)-\1(\d+)")


class Instrument(Form):
    """IIT, EIT or OIT: its weight in the total, and its parts if it is their mean."""

    id: Name = required("เครื่องมือ")
    title: Name = required("ชื่อ")
    weight: Percent = required("น้ำหนัก (ร้อยละ)")
    parts: Names = rows("ส่วน")
    basis: Basis = Field(default=UNSURE, title="ความแน่ชัด")
    source: Text = label("แหล่งที่มา")


class Part(Form):
    """A part of an instrument: the mean of its questions, if they are known."""

    id: Name = required("ส่วน")
    title: Name = required("ชื่อ")
    groups: Names = rows("กลุ่มข้อ")
    basis: Basis = Field(default=UNSURE, title="ความแน่ชัด")


class Indicator(Form):
    """An indicator: the mean of the means of its groups of questions.

    ``questions`` lists its questions if its score does not follow from them.
    """

    id: IndicatorId = required("ตัวชี้วัดที่")
    title: Name = required("ชื่อ")
    instrument: Name = required("เครื่องมือ")
    groups: Names = rows("กลุ่มข้อ", "เช่น [O1-O9, O10-O17] ว่างคือไม่พบสูตร")
    questions: Text = label("ข้อ")
    basis: Basis = Field(default=UNSURE, title="ความแน่ชัด")
    source: Text = label("แหล่งที่มา")


class Level(Form):
    """A level of the results, and the lowest scores for it."""

    name: Name = required("ระดับ")
    from_total: Score = required("คะแนนรวมตั้งแต่")
    from_each: Score = label("ทุกเครื่องมือตั้งแต่")


class ItemScores(Form):
    """The score of an OIT item by its status."""

    complete: Score = required("ครบ")
    partial: Score = required("บางส่วน")
    missing: Score = required("ไม่มี")
    basis: Basis = Field(default=UNSURE, title="ความแน่ชัด")


class Framework(Form):
    """How the results of a year and of later years are composed."""

    since: RequiredYear = required("ใช้ตั้งแต่ผลของปี")
    until: Year = label("ข้อของ OIT ใช้ถึงผลของปี", "เว้นว่างคือปีแรกปีเดียว")
    title: Name = required("ชื่อ")
    source: Text = label("แหล่งที่มา")
    note: Text = label("หมายเหตุ")
    instruments: Annotated[list[Instrument], Rows] = rows("เครื่องมือ")
    parts: Annotated[list[Part], Rows] = rows("ส่วนของเครื่องมือ")
    indicators: Annotated[list[Indicator], Rows] = rows("ตัวชี้วัด")
    levels: Annotated[list[Level], Rows] = rows("ระดับผล", "สูงสุดก่อน")
    pass_mark: Score = label("เกณฑ์ผ่านของคะแนนรวม", "ว่างคือไม่มีระดับที่ชื่อว่าผ่าน")
    topics: Names = rows("ประเด็นของมาตรการ")
    item_scores: ItemScores = required("คะแนนของข้อ")

    def indicator(self, number: str | None) -> Indicator | None:
        """Return an indicator by its number."""
        return next((indicator for indicator in self.indicators if indicator.id == number), None)

    def indicator_of(self, question: str) -> Indicator | None:
        """Return the indicator of a question; ``None`` if it is not known."""
        return next(
            (indicator for indicator in self.indicators if question in questions_of(indicator)),
            None,
        )

    def questions(self) -> list[str]:
        """Return every question whose number is known."""
        return [question for indicator in self.indicators for question in questions_of(indicator)]

    def items_of(self, number: str) -> list[str]:
        """Return the known items of an indicator of the OIT; empty if they are not known."""
        known = self.indicator(number)
        return questions_of(known) if known and known.instrument == OIT else []

    def for_year(self, year: int) -> "Framework":
        """Return the framework as it applies to a year: without the items of other years."""
        if year <= (self.until or self.since):
            return self
        unnumbered: dict[str, object] = {"groups": [], "questions": None}
        indicators = [
            indicator.model_copy(update=unnumbered) if indicator.instrument == OIT else indicator
            for indicator in self.indicators
        ]
        return self.model_copy(update={"indicators": indicators})


def questions_of(indicator: Indicator) -> list[str]:
    """Return the known numbers of an indicator's questions."""
    ranges = [*indicator.groups, *([indicator.questions] if indicator.questions else [])]
    return [question for text in ranges for question in expand(text)]


def expand(text: str) -> list[str]:
    """Expand a range of questions: ``i1-i3`` is i1, i2, i3.

    Raises:
        ValueError: the text is not a range.
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
    return _read(files[since]).for_year(year) if since else None


@lru_cache(maxsize=16)
def _read(path: Path) -> Framework:
    document = read(path, FOLDER, path.name)
    reading = read_form(Framework, document)
    if document.findings or reading.findings or reading.record is None:
        faults = "\n".join(finding.text("en") for finding in document.findings + reading.findings)
        raise ValueError(f"the program's own {path.name} has faults:\n{faults}")
    return reading.record
