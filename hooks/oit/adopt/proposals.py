"""What a document shows, as far as its text says: proposals, which a person confirms."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from oit import pdf, worker
from oit.adopt.documents import Doubt, Why
from oit.bilingual import Bilingual
from oit.checks.attested.found import pages_showing
from oit.checks.attested.isolated import MOST_PAGES
from oit.checks.attested.years import fiscal_years
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
    texts = _texts(document)
    of = fiscal_years(texts) if texts else frozenset()
    doubts = tuple(_of_other_year(of, wanted, from_year))
    if not texts:
        return Proposal(doubts=doubts)
    words = {e.id: e.words_in_documents for e in elements if e.words_in_documents}
    pages = pages_showing(texts, words)
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


def _texts(document: Path) -> list[str]:
    """Return the texts of the pages; nothing if it has none."""
    if document.suffix != ".pdf":
        return []
    try:
        texts: list[str] = worker.read(pdf.texts, document, MOST_PAGES)
    except worker.UnreadableError:
        return []
    return texts if any(map(str.strip, texts)) else []
