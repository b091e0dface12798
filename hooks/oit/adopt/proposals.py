"""What a document shows, as far as its text says: proposals, which a person confirms."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from oit.adopt.documents import Doubt, Why
from oit.bilingual import Bilingual
from oit.checks.attested.check import judged_words
from oit.checks.attested.found import showing
from oit.checks.attested.isolated import read_in
from oit.data.checklist import Element


@dataclass(frozen=True)
class Proposal:
    """What may be said of a document."""

    shows: Mapping[str, int] = field(default_factory=dict)
    """The page on which the words of an element are, by the element's id."""
    absent: tuple[str, ...] = ()
    """The elements, in words, of which no page has the words."""
    doubts: tuple[Doubt, ...] = ()


def proposed(
    document: Path, elements: Sequence[Element], year: int, from_year: int | None
) -> Proposal:
    """Read a PDF for what it shows; nothing is said of other files, nor of scans.

    Args:
        document: the file.
        elements: what its item must show.
        year: the year of the checklist.
        from_year: the year of the older list from which the document was taken, if it was.
    """
    wanted = {year - (element.year == "previous") for element in elements if element.year}
    words = {element.id: words for element in elements if (words := judged_words(element))}
    asked = {word for some in words.values() for word in some}
    reading = read_in(document, sorted(asked)) if document.suffix == ".pdf" else None
    doubts = tuple(_of_other_year(reading.years if reading else (), wanted, from_year))
    pages = showing(reading.found, words) if reading else {}
    return Proposal(
        {name: page for name, page in pages.items() if page is not None},
        tuple(e.text for e in elements if e.id in pages and pages[e.id] is None),
        doubts,
    )


def _of_other_year(
    found: Collection[int], wanted: Collection[int], from_year: int | None
) -> Sequence[Doubt]:
    if not wanted or {*found} & {*wanted}:
        return ()
    asked = ", ".join(map(str, sorted(wanted)))
    if found:
        of = ", ".join(map(str, sorted(found)))
        words = Bilingual(
            f"เป็นของปี {of} แต่ข้อนี้ต้องเป็นของปี {asked}",
            f"it is of {of}, but this item must be of {asked}",
        )
    elif from_year is not None:
        words = Bilingual(
            f"มาจากรายการของปี {from_year} แต่ข้อนี้ต้องเป็นของปี {asked} ให้เปิดดูว่าเป็นของปีใด",
            f"it is from the list of {from_year}, but this item must be of {asked}; look which "
            "year it is of",
        )
    else:
        return ()
    return (Doubt(Why.OTHER_YEAR, words),)
