"""What the section of documents shows: the documents of an item, and what waits for an answer."""

from collections.abc import Iterable
from dataclasses import dataclass

from oit.assess.assessment import ItemResult
from oit.data.documents import ALLOWED
from oit.desk.desk import Desk
from oit.desk.documents.held import Held, documents_of, elements_of
from oit.desk.documents.received import MOST_BYTES, MOST_FILES, Received, waiting
from oit.desk.officer import Officer
from oit.intake.workbook.files import ItemFile


@dataclass(frozen=True)
class Section:
    """The documents of an item, for its pages."""

    documents: list[Held]
    waiting: list[Received]
    words: dict[str, str]
    """The words of each element that a document may show."""
    may_change: bool
    is_there: bool = True
    """Whether the file has a list of documents; agency.yml has none."""
    most_bytes: int = MOST_BYTES
    most_files: int = MOST_FILES
    endings: str = ",".join(sorted(ALLOWED))

    @property
    def most_megabytes(self) -> int:
        """The size of the largest file that may be handed in."""
        return self.most_bytes // 1_000_000


def handed_in(
    desk: Desk, officer: Officer, file: ItemFile, results: Iterable[ItemResult]
) -> Section:
    """Return the documents of an item, and what waits for the officer's answer."""
    may_change = desk.may_change(officer, file)
    return Section(
        documents_of(desk, file),
        waiting(desk, officer, file) if may_change else [],
        {result.element.id: result.element.text for result in elements_of(results)},
        may_change,
        takes_documents(file),
    )


def takes_documents(file: ItemFile) -> bool:
    """Tell whether a file has a list of documents; agency.yml has none."""
    return "documents" in file.form.model_fields
