"""What `oit adopt` proposes, as questions that an officer answers: a page of a document each."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path, PurePosixPath

from oit.atomic import write_atomically
from oit.checks.published.check import is_named
from oit.checks.received.look import Refused
from oit.data.folder import DataFolder
from oit.data.form_file import read_optional
from oit.data.lock import locked
from oit.data.proposed import Proposed, proposed, with_element, without_document, without_element
from oit.desk.desk import Desk, slugs_of
from oit.desk.documents import shows
from oit.desk.documents.change import CHANGED, add, change
from oit.desk.documents.held import Held, documents_of, elements_of, held_of
from oit.desk.documents.received import in_words
from oit.desk.documents.section import takes_documents
from oit.desk.documents.store import put_away
from oit.desk.officer import Officer
from oit.desk.saving.audit import record
from oit.forms.adopted import FILE, Adopted, AdoptedDocument
from oit.intake.workbook.files import ItemFile
from oit.source import SourceFile
from oit.source.edit import NotPossibleError
from oit.source.read import load


@dataclass(frozen=True)
class Question:
    """What is to be confirmed by looking at one page of a document."""

    file: ItemFile
    document: Proposed
    page: int
    """The page to look at."""
    elements: tuple[str, ...] = ()
    """The ids of the elements that it may show; none if the document itself is the question."""

    @property
    def slug(self) -> str:
        """What addresses have of the item."""
        return slugs_of(self.file)[0]

    @property
    def key(self) -> tuple[str, str, int]:
        """What it is known by; the page is 0 if the document itself is the question."""
        return self.slug, self.document.file, self.page if self.document.is_live else 0

    @property
    def count(self) -> int:
        """How many answers it takes."""
        return len(self.elements) or 1


def questions_of(desk: Desk, file: ItemFile) -> list[Question]:
    """Return what an item's file proposes: page by page, then the documents that are comments."""
    if not file.readable or not takes_documents(file):
        return []
    known = {result.element.id for result in elements_of(file.items)}
    ids = {result.item.id for result in file.items}
    found: list[Question] = []
    for document in _proposed(file):
        if document.is_live:
            pages: dict[int, list[str]] = {}
            for element, page in document.shows.items():
                if element in known:
                    pages.setdefault(page, []).append(element)
            found += (Question(file, document, page, (*pages[page],)) for page in sorted(pages))
        # The templates of items have an example of a document, which is a comment too.
        elif _is_adopted(desk, file, ids, document.file):
            found.append(Question(file, document, 1))
    return found


def open_questions(desk: Desk, officer: Officer, year: int) -> list[Question]:
    """Return what an officer can confirm, in the order of the items."""
    files: dict[str, ItemFile] = {}
    by_item = {result.item.id: file for file in desk.files(year) for result in file.items}
    for result in desk.assessment(year).items:
        file = by_item.get(result.item.id)
        if file and desk.may_change(officer, file):
            files.setdefault(file.name, file)
    return [question for file in files.values() for question in questions_of(desk, file)]


def held_by(desk: Desk, question: Question) -> Held:
    """Return the document of a question; its number is 0 if the item does not have it."""
    name = question.document.file
    if question.document.is_live:
        for held in documents_of(desk, question.file):
            if held.name == name:
                return held
    return held_of(desk, 0, {"title": question.document.title, "file": name})


def came_from(desk: Desk, question: Question) -> AdoptedDocument | None:
    """Return where a document came from, if adopted.yml says so."""
    ids = {result.item.id for result in question.file.items}
    return next((d for d in _of(desk, question.file, question.document.file, ids)), None)


def confirm(desk: Desk, officer: Officer, question: Question, element: str) -> None:
    """Let the document show an element on the page that was looked at.

    Raises:
        Refused: the document has changed meanwhile, or it cannot be saved.
    """
    held, page = held_by(desk, question), question.page
    change(
        desk,
        officer,
        question.file,
        held,
        lambda entry: shows.added(entry, element, page),
        kind="attest",
    )


def decline(desk: Desk, officer: Officer, question: Question, element: str) -> None:
    """Propose no longer that a document shows an element.

    Raises:
        Refused: it cannot be written.
    """
    file = question.document.file
    _rewrite(desk, officer, question.file, lambda text: without_element(text, file, element))


def propose_again(desk: Desk, officer: Officer, question: Question, element: str) -> None:
    """Propose again what was declined.

    Raises:
        Refused: the item has no such document, element or page, or it cannot be written.
    """
    file, name, page = question.file, question.document.file, question.page
    held = next((known for known in documents_of(desk, file) if known.name == name), None)
    known = {result.element.id for result in elements_of(file.items)}
    if held is None or element not in known or not 1 <= page <= held.pages:
        raise Refused(CHANGED)
    _rewrite(desk, officer, file, lambda text: with_element(text, name, element, page))


def use(desk: Desk, officer: Officer, question: Question) -> None:
    """Give a document that was a comment to its item; what it may show is proposed after that.

    Raises:
        Refused: it cannot be saved.
    """
    add(desk, officer, question.file, question.document.title, question.document.file)


def reject(desk: Desk, officer: Officer, question: Question) -> bool:
    """Remove a document that is a comment; return whether its file left docs/ too.

    Raises:
        Refused: it cannot be written.
    """
    name = question.document.file
    _rewrite(desk, officer, question.file, lambda text: without_document(text, name))
    own = desk.folder.path / str(question.file.year) / FILE
    if is_named(desk.folder, PurePosixPath(name), without=own):
        return False
    put_away(desk, name)
    return True


def _rewrite(desk: Desk, officer: Officer, file: ItemFile, edit: Callable[[str], str]) -> None:
    """Change comments of a file, as it is now."""
    with in_words(), locked(desk.state_folder() / "lock"):
        data = load(file.path, desk.folder.path, SourceFile(file.document.file, year=file.year))
        if data is None:
            raise Refused(CHANGED)
        try:
            before = data.decode()
            after = edit(before)
        except (NotPossibleError, UnicodeDecodeError):
            raise Refused(CHANGED) from None
        if after != before:
            write_atomically(file.path, after, durable=True)
            record(desk, officer, file.name, ["documents"], "attest")


def _is_adopted(desk: Desk, file: ItemFile, ids: Iterable[str], name: str) -> bool:
    return bool(_of(desk, file, name, ids)) and (desk.folder.docs / name).is_file()


def _of(desk: Desk, file: ItemFile, name: str, ids: Iterable[str]) -> list[AdoptedDocument]:
    if file.year is None:
        return []
    known = _adopted(desk.folder, file.year)
    return [document for item in ids for document in known.get((item, name), ())]


def _proposed(file: ItemFile) -> tuple[Proposed, ...]:
    try:
        stat = file.path.stat()
        return _read_proposed(file.path, stat.st_size, stat.st_mtime_ns)
    except (OSError, UnicodeDecodeError, NotPossibleError):
        return ()


@lru_cache(maxsize=500)
def _read_proposed(path: Path, _size: int, _changed: int) -> tuple[Proposed, ...]:
    return (*proposed(path.read_bytes().decode()),)


def _adopted(
    folder: DataFolder, year: int
) -> Mapping[tuple[str, str], tuple[AdoptedDocument, ...]]:
    path = folder.path / str(year) / FILE
    try:
        stat = path.stat()
    except OSError:
        return {}
    return _read_adopted(folder, year, stat.st_size, stat.st_mtime_ns)


@lru_cache(maxsize=20)
def _read_adopted(
    folder: DataFolder, year: int, _size: int, _changed: int
) -> Mapping[tuple[str, str], tuple[AdoptedDocument, ...]]:
    form = read_optional(Adopted, folder.path / str(year) / FILE, folder, year).form
    found: dict[tuple[str, str], tuple[AdoptedDocument, ...]] = {}
    for document in form.documents if form else ():
        key = (document.item, str(document.file))
        found[key] = (*found.get(key, ()), document)
    return found
