"""The ITA files of a year as turns of the cycle, with what the checklists say about them."""

from collections.abc import Iterator

from oit.data.checklist import DEFAULT_CHECKLIST, Item
from oit.data.record import Record
from oit.data.year import Reviewed, YearData
from oit.forms import ita
from oit.forms.fields import read_question
from oit.ita.cycle import Cycle, GivenScore


def cycles_of(data: YearData) -> dict[int, Cycle]:
    """Return the turns of the cycle that a year's items use, by year."""
    return {year: _cycle(record, year, data) for year, record in data.turns.items()}


def _cycle(record: Record, year: int, data: YearData) -> Cycle:
    items = data.checklist.items
    # An item that uses another year's turn does not need that turn's results.
    results = data.results if year == data.checklist.year else None
    past = results.checklist if results else None
    # Frameworks know the items of the general checklists; a sector's own have other numbers.
    is_general = data.agency.checklist in {None, DEFAULT_CHECKLIST}
    unknown: dict[str, str] | None = None if is_general else {}
    return Cycle(
        record,
        year,
        titles={_number(item): item.title for item in past.items} if past else unknown,
        quoted={_number(item): [e.text for e in item.elements] for item in items},
        checklist=data.checklist.checklist,
        required_fields=frozenset(field for item in items for field in _measure_fields(item)),
        given=dict(_given(results)) if results else {},
    )


def _given(results: Reviewed) -> Iterator[tuple[str, GivenScore]]:
    """Yield the score that the assessors gave each item, by the number of its question."""
    entries = results.file.form.items if results.file.form else []
    # A dict keeps the last of several; a duplicate is an error of its own year.
    for index, entry in enumerate(entries):
        item = results.checklist.find(entry.item) if results.checklist else None
        if item is None or entry.latest is None:
            continue
        try:
            number = read_question(_number(item))
        except ValueError:
            # The results of the ITA have no questions of such a list.
            continue
        yield number, GivenScore(entry.latest, results.file.place(("items", index)))


def _measure_fields(item: Item) -> list[str]:
    """Return the fields of a measure that an item requires, if it uses this year's turn."""
    if item.file != ita.FILE or item.file_year:
        return []
    elements = [element for element in item.elements if element.field == "measures"]
    return [name for element in elements for names in element.each for name in names.split("|")]


def _number(item: Item) -> str:
    """Return an item's number as questions have it: ``O7``, also if the checklist has o07."""
    return item.slug.upper()
