"""The pages of each example hold every fact of the document that it is made from.

The facts are read out of the document itself: scores, questions, who is responsible, when,
and how many measures and steps there are. Wording is condensed in the examples, so it is
not compared.
"""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from functools import cache, cached_property
from itertools import pairwise

import pytest

from given import ROOT
from oit.data.folder import DataFolder
from oit.forms.ita import Ita, Measure
from oit.publish.site import prepare
from oit.thai import calendar, dates, writing

SOURCES = ROOT.parent / "shared" / "seeds"
TODAY = date(2026, 4, 1)
EXAMPLES = {
    "ubon-ratchathani": "000",
    "na-kham": "001",
    "non-ta-then": "002",
    "chae-ramae": "003",
    "chai-nat": "004",
}
"""The beginning of the name of each example's document."""

MISSES: dict[str, dict[str, str]] = {}
"""Facts of an example that its pages do not hold, each with the reason; its README has it too."""

BARE_NUMBERS = {"23": "i23"}
"""Questions that are printed without their letter."""

Row = list[str]
Found = dict[str, bool]

QUESTION = re.compile(r"(?<![A-Za-z\d])([ieo])(\d{1,2})(?!\d)", re.IGNORECASE)
QUESTION_WITH_NOUGHT = re.compile(r"(?:^|\t|<p>)0(\d{1,2})(?=\s)", re.MULTILINE)
QUESTION_BARE = re.compile(r"(?:^|\t|<p>)(\d{2})(?=\s+ท่าน)", re.MULTILINE)
NUMBER = re.compile(r"(?<![\d.,])\d+(?:\.\d+)?(?![\d])")
TOTAL = re.compile(r"คะแนน(?:เฉลี่ย|ในภาพรวมอยู่ที่)?\s+(\d+\.\d\d)")
DECIMAL = re.compile(r"(?<![\d.,])\d+\.\d\d(?!\d)")
SCORE = re.compile(r"(\d+(?:\.\d+)?)(?:\s*คะแนน)?")
INSTRUMENT = re.compile(r"\d+\.\s*(?:.*\s)?(IIT|EIT|OIT)(?:\s*ส่วนที่\s*(\d))?")
INDICATOR = re.compile(r"\d+\.\s*(.+)")
MONTH = "|".join(calendar.MONTHS)
DATE = re.compile(rf"\d{{1,2}}\s+(?:{MONTH})\s+\d{{4}}")
TIME = re.compile(
    rf"ทุกๆ?\d+เดือน|ทุกเดือน|(?:ไตรมาส|ปี)ละ\d+ครั้ง|รายไตรมาส|รอบ\d+เดือน|(?:{MONTH})\d{{4}}"
)
MEMO = re.compile(r"^(?:ส่วนราชการ|เรียน) (?!นายกเทศมนตรี$)(.+)$|^ที่ (\S+) วันที่", re.MULTILINE)
PERSON = re.compile(r"\((?:นาย|นางสาว|นาง)(\S+\s+\S+)\)")
LEAD = re.compile(r"(.+?)\s*โดย(?:มี)?(\S.*?)\s*เป็นผู้รับผิดชอบหลัก")
REACH = 200
"""How far behind its label on a page a score may stand."""


# The document


@dataclass(frozen=True)
class Printed:
    """A row of a table of measures, as far as it says what can be compared."""

    steps: str
    period: str
    owner: str
    asks: bool = False
    """Whether it has a question of its own."""

    @property
    def continues(self) -> bool:
        """Tell whether the row goes on with the measure above it."""
        return not (self.owner or self.period)


@cache
def document(example: str) -> str:
    """Return the text of an example's document, in Arabic digits."""
    number = EXAMPLES[example]
    path = next(iter(SOURCES.glob(f"{number}_*.txt")), None)
    if path is None:
        pytest.skip(f"the document {number} is not in {SOURCES}")
    return writing.arabic(path.read_text(encoding="utf-8"))


def tables(text: str) -> Iterator[list[Row]]:
    """Yield the tables: lines that follow each other and have tabs."""
    for block in re.split(r"\n(?:[^\t\n]*\n)+", text):
        rows = [line.split("\t") for line in block.split("\n") if "\t" in line]
        if rows:
            yield rows


def measure_rows(text: str) -> Iterator[Printed]:
    """Yield the rows of the tables that say who is responsible for a measure."""
    above: Printed | None = None
    for head, *rows in tables(text):
        steps = column(head, r"ขั้นตอน|วิธีการดำเนิน")
        owner = column(head, r"(หน่วยงาน)?ผู้รับผิดชอบ")
        period = column(head, r"ระยะเวลา")
        if steps is None or owner is None:
            continue
        for row in rows:
            # A row that has one cell too many has lost the last one: no period is responsible.
            cells = [*row[:2], *row[3:], ""] if row[-1].startswith("ไตรมาส") else row
            if len(cells) != len(head):
                continue
            asks = QUESTION.match(plain(cells[1])) is not None
            when = "" if period is None else cells[period]
            printed = Printed(cells[steps], when, cells[owner], asks)
            if printed.continues and printed.asks and plain(printed.steps) and above:
                # Its period and owner are printed once, for all rows of the topic.
                printed = replace(printed, period=above.period, owner=above.owner)
            if not printed.continues:
                above = printed
            yield printed


def column(head: Row, title: str) -> int | None:
    """Return where the column of a title stands."""
    return next((index for index, cell in enumerate(head) if re.match(title, squash(cell))), None)


def count_steps(row: Printed) -> int:
    """Count the steps that a row adds: numbered, or dashed, or one that is neither."""
    text = plain(row.steps)
    listed = re.findall(r"(?:^|\s)\d+\.(?!\d)", text) or re.findall(r"(?:^|\s)-(?=\s*\S)", text)
    if row.continues:
        return len(listed)
    return len(listed) or bool(text)


def owners(row: Printed) -> Iterator[str]:
    """Yield who is responsible, each on their own, and who leads."""
    for text in paragraphs(row.owner):
        match = LEAD.fullmatch(text)
        yield from re.split(r"(?:^|\s)-", match[1] if match else text)
        if match:
            yield from re.split(r"\s+(?:และ)?(?=กอง|สำนัก)", match[2])


def paragraphs(cell: str) -> list[str]:
    return [text for text in map(plain, re.split(r"</p>", cell)) if text]


def plain(markup: str) -> str:
    return " ".join(re.sub(r"<[^>]*>", " ", markup).split())


def squash(text: str) -> str:
    """Leave out all white space: where it stands in the document says nothing."""
    return "".join(text.split())


# The pages


@dataclass(frozen=True)
class Pages:
    """What stands on all pages of a site."""

    text: str
    turns: list[Ita]
    """What the files say that the pages are made from."""

    @cached_property
    def squashed(self) -> str:
        return squash(self.text)

    @cached_property
    def said(self) -> list[str]:
        """What the files say and the pages show, but for notes, which only speak of facts."""
        every = (value for turn in self.turns for value in values(turn.model_dump()))
        return [value for value in map(squash, every) if value in self.squashed]

    @cached_property
    def measures(self) -> list[Measure]:
        return [measure for turn in self.turns for measure in turn.measures]

    def has(self, fact: str, times: int = 1) -> bool:
        """Tell whether the pages show a text as often as the document has it.

        A fact may stand on several pages: it counts as often as the files give it.
        """
        return sum(text.count(squash(fact)) for text in self.said) >= times

    def has_period(self, period: str, times: int) -> bool:
        """Tell whether the pages show a period, and as many measures have it as are printed."""
        own = [squash(writing.arabic(measure.period or "")) for measure in self.measures]
        return own.count(period) == times and self.shows(period)

    def has_total(self, score: str) -> bool:
        """Tell whether the pages show a score, and the files give it as the total."""
        totals = [turn.results.total for turn in self.turns if turn.results]
        return self.has_number(score) and Decimal(score) in totals

    def has_question(self, number: str) -> bool:
        return re.search(one_question(number), self.text) is not None

    def has_number(self, number: str) -> bool:
        return number in NUMBER.findall(self.text)

    def has_score(self, label: str, others: str, score: Decimal) -> bool:
        """Tell whether a score stands behind its label, before the label of another one."""
        return any(
            score in numbers(re.split(others, self.text[match.end() : match.end() + REACH])[0])
            for match in re.finditer(label, self.text)
        )

    def shown_measures(self) -> int:
        return sum(all(map(self.shows, measure.steps)) for measure in self.measures)

    def shown_steps(self) -> int:
        return sum(self.shows(step) for measure in self.measures for step in measure.steps)

    def shows(self, text: str) -> bool:
        return squash(text) in self.squashed


@cache
def pages(example: str) -> Pages:
    """Make the pages of an example's site."""
    folder = DataFolder(ROOT / "examples" / example / "data", ROOT)
    site = prepare(folder, TODAY).site
    text = " ".join(page.text for page in site.pages.values())
    turns = [one.cycle.form for one in site.assessments if one.cycle]
    return Pages(writing.arabic(text), turns)


def values(value: object) -> Iterator[str]:
    """Yield every text and day in what a file says; notes are left out."""
    match value:
        case dict():
            for name, field in value.items():
                if name not in {"note", "notes"}:
                    yield from values(field)
        case list():
            for entry in value:
                yield from values(entry)
        case str():
            yield writing.arabic(value)
        case date():
            yield dates.format_date(value)


def one_question(number: str) -> str:
    return rf"(?<![A-Za-z\d]){number}(?!\d)"


def numbers(text: str) -> set[Decimal]:
    return {Decimal(number) for number in NUMBER.findall(text)}


# What is compared


def questions(text: str) -> set[str]:
    lettered = {(letter.lower(), number) for letter, number in QUESTION.findall(text)}
    found = {("O" if letter == "o" else letter) + number for letter, number in lettered}
    found |= {f"O{number}" for number in QUESTION_WITH_NOUGHT.findall(text)}
    return found | {BARE_NUMBERS[number] for number in QUESTION_BARE.findall(text)}


def scores(text: str) -> Iterator[tuple[str, str, Decimal]]:
    """Yield the scores of the tables: the label, any other label of its kind, the score."""
    for table in tables(text):
        scored = [
            (plain(label), Decimal(match[1]))
            for row in table
            for label, score in pairwise(row)
            if (match := SCORE.fullmatch(score.strip()))
        ]
        names = [match[1] for label, _ in scored if (match := INDICATOR.fullmatch(label))]
        for label, score in scored:
            if asked := questions(f"{label} "):
                yield one_question(*asked), one_question(r"[ieO]\d+"), score
            elif match := INSTRUMENT.fullmatch(label):
                part = rf"\s*(?:ส่วนที่\s*)?{match[2]}(?!\d)" if match[2] else r"(?!\d)"
                yield match[1] + part, "IIT|EIT|OIT", score
            elif match := INDICATOR.fullmatch(label):
                yield re.escape(match[1]), "|".join(map(re.escape, names)), score


def compared(text: str, site: Pages) -> Found:
    """Look on the pages for every fact of a document."""
    rows = list(measure_rows(text))
    responsible = Counter(squash(name) for row in rows for name in owners(row) if name)
    periods = Counter(one for row in rows for one in set(map(squash, paragraphs(row.period))))
    times = Counter(TIME.findall(squash(text)))
    found = {
        f"score {label} {score}": site.has_score(label, others, score)
        for label, others, score in scores(text)
    }
    found |= {f"total {score}": site.has_total(score) for score in TOTAL.findall(text)}
    found |= {f"number {number}": site.has_number(number) for number in DECIMAL.findall(text)}
    found |= {f"question {number}": site.has_question(number) for number in questions(text)}
    found |= {f"owner {name}": site.has(name, count) for name, count in responsible.items()}
    found |= {f"period {one}": site.has_period(one, count) for one, count in periods.items()}
    found |= {f"time {one}": site.has(one, count) for one, count in times.items()}
    found |= {f"date {day}": site.has(day) for day in DATE.findall(text)}
    found |= {f"memo {''.join(line)}": site.has("".join(line)) for line in MEMO.findall(text)}
    printed, steps = sum(not row.continues for row in rows), sum(map(count_steps, rows))
    found |= {f"{printed} measures": site.shown_measures() == printed}
    found |= {f"{steps} steps": site.shown_steps() == steps}
    return found


@pytest.mark.parametrize("example", EXAMPLES)
def test_every_fact_of_the_document_stands_on_the_pages(example: str) -> None:
    found = compared(document(example), pages(example))
    share = sum(found.values()) / len(found)
    print(f"{example}: {sum(found.values())} of {len(found)} facts found ({share:.1%})")
    missed = {fact for fact, is_found in found.items() if not is_found}
    assert missed == MISSES.get(example, {}).keys()


@pytest.mark.parametrize("example", EXAMPLES)
def test_no_name_of_a_person_stands_on_the_pages(example: str) -> None:
    names = {part for name in PERSON.findall(document(example)) for part in name.split()}
    assert not [name for name in names if pages(example).shows(name)]
