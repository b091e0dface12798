"""What the words of a document say about where its elements are, for an officer who looks."""

from collections.abc import Iterable
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

from oit.bilingual import Bilingual
from oit.checks.attested.check import judged_words, some_of, wrong_page
from oit.checks.attested.found import Found, showing
from oit.checks.attested.isolated import find_in
from oit.data.checklist import Element
from oit.desk.documents.held import Held
from oit.findings.codes import page_without_words
from oit.findings.finding import Place


class Suggestion(NamedTuple):
    """What is to be said of an element."""

    page: int | None = None
    """The page that has most of its words, if the document does not say on which it is."""
    remark: Bilingual | None = None
    """That the document, or the page that shows it, has none of its words."""


def suggestions(held: Held, elements: Iterable[Element]) -> dict[str, Suggestion]:
    """Return what a document's words say of elements, by their ids; most need no suggestion."""
    words = {element.id: (element, judged_words(element)) for element in elements}
    found = _find(held, (some for _, some in words.values()))
    if found is None:
        return {}
    pages = showing(found, {id_: some for id_, (_, some) in words.items()})
    made = {}
    for id_, (element, some) in words.items():
        if id_ in held.shows:
            shown = held.shows[id_]
            finding = shown and wrong_page(held.name, shown, element, found, Place(""))
            if finding:
                remark = finding.words
                made[id_] = Suggestion(remark=remark)
        elif pages.get(id_):
            made[id_] = Suggestion(pages[id_])
        elif id_ in pages:
            made[id_] = Suggestion(remark=page_without_words.absent(some_of(some)))
    return made


def words_on(held: Held, elements: Iterable[Element], page: int) -> dict[str, list[str]]:
    """Return which words of elements a page has, by the ids of the elements."""
    words = {element.id: element.words_in_documents for element in elements}
    found = _find(held, words.values())
    if found is None:
        return {}
    return {id_: [word for word in some if page in found.on[word]] for id_, some in words.items()}


def _find(held: Held, words: Iterable[Iterable[str]]) -> Found | None:
    if not held.is_drawn or not held.is_pdf or held.is_scan:
        return None
    asked = tuple(dict.fromkeys(word for some in words for word in some))
    stat = held.path.stat()
    return _found(held.path, asked, stat.st_size, stat.st_mtime_ns)


@lru_cache(maxsize=64)
def _found(path: Path, words: tuple[str, ...], _size: int, _changed: int) -> Found | None:
    return find_in(path, words)
