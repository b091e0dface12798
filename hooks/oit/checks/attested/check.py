"""Does the page on which a document shows an element have any of the element's words?"""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from oit.bilingual import Bilingual
from oit.checks.attested.found import Found, is_findable, is_telling
from oit.checks.attested.word_pages import WordPages
from oit.data.checklist import Element
from oit.data.documents import content_type
from oit.data.load import Loaded
from oit.data.record import Record
from oit.data.year import YearData
from oit.findings.codes import page_without_words
from oit.findings.finding import Finding, Place, Severity
from oit.thai.pages import Pages, write_pages

_MOST_WORDS = 4
_MOST_PAGES = 12


def check_attested(loaded: Loaded, word_pages: WordPages) -> Loaded:
    """Return the data with findings about the pages that its documents are said to show."""
    years = {
        year: attested_in(data, data.by_file, loaded.folder.docs, word_pages)
        for year, data in loaded.years.items()
    }
    return replace(loaded, years=years)


def attested_in(
    data: YearData, files: Collection[str], docs: Path, word_pages: WordPages
) -> YearData:
    """Return a year with findings about the pages of the documents of some of its files."""
    elements: dict[str, dict[str, Element]] = {}
    for item in data.checklist.items:
        if item.id in data.records:
            file = data.records[item.id].document.file
            # Items that share a file name its elements alike.
            for element in item.elements:
                elements.setdefault(file, {}).setdefault(element.id, element)
    return data.with_records(
        {
            name: record.with_findings(_check(record, elements.get(name, {}), docs, word_pages))
            for name, record in data.by_file.items()
            if name in files
        }
    )


def judged_words(element: Element) -> list[str]:
    """Return the words of an element whose absence says something; none if all are short."""
    words = [word for word in element.words_in_documents if is_findable(word)]
    return words if any(map(is_telling, words)) else []


def wrong_page(
    name: str, pages: Pages, element: Element, found: Found, place: Place
) -> Finding | None:
    """Return the finding about pages that have none of an element's words.

    Args:
        name: the document.
        pages: the pages that are said to show the element.
        element: the element; its ``judged_words`` were looked for.
        found: where they are.
        place: where the data says so.
    """
    words = judged_words(element)
    if not words or found.is_on(words, pages.numbers):
        return None
    elsewhere = found.pages_of(filter(is_telling, words))
    if not elsewhere and not element.has_own_words:
        # A document need not use the words of the element's text.
        return None
    finding = page_without_words.CODE.at(
        place,
        page=str(pages),
        name=name,
        text=element.text,
        words=some_of(words),
        found=_elsewhere(elsewhere),
    )
    return replace(finding, element=element.id)


def some_of(words: Sequence[str]) -> str:
    """Return the first of some words, as messages show them."""
    return ", ".join(words[:_MOST_WORDS]) + (" …" if len(words) > _MOST_WORDS else "")


def _check(
    record: Record, elements: Mapping[str, Element], docs: Path, word_pages: WordPages
) -> Iterator[Finding]:
    faulty = {f.place for f in record.findings if f.severity is Severity.ERROR}
    for index, document in enumerate(record.form.documents):
        path = ("documents", index)
        file = docs / document.file
        shown = {
            name: pages
            for name, pages in document.shows.items()
            if pages
            and name in elements
            and judged_words(elements[name])
            and record.place((*path, "shows", name)) not in faulty
        }
        if not shown or record.place((*path, "file")) in faulty or not _is_pdf(file):
            continue
        found = word_pages.of(
            file, (word for name in shown for word in judged_words(elements[name]))
        )
        for name, pages in shown.items() if found else ():
            place = record.place((*path, "shows", name))
            if found and (
                finding := wrong_page(document.file, pages, elements[name], found, place)
            ):
                yield finding


def _is_pdf(file: Path) -> bool:
    return file.suffix.lower() == ".pdf" and file.is_file() and content_type(file) == "pdf"


def _elsewhere(pages: list[int]) -> Bilingual:
    if not pages:
        return page_without_words.NOWHERE
    more = " …" if len(pages) > _MOST_PAGES else ""
    return page_without_words.found_on(write_pages(pages[:_MOST_PAGES]) + more)
