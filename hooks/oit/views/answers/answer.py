"""The answer to an item of the national form: yes or no, the addresses, and where to look."""

from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import quote

from oit.assess.assessment import Assessment, ElementStatus, ItemResult, ItemStatus
from oit.forms.base import Document

YES, NO = "มี", "ไม่มี"
_MAX_DOCUMENTS = 10


@dataclass(frozen=True)
class Answer:
    """The answer to one item."""

    result: ItemResult
    root: str
    """The site's address, ending in a slash."""

    @property
    def id(self) -> str:
        """The item's id."""
        return self.result.item.id

    @property
    def is_there(self) -> bool:
        """Whether the item shows anything that the checklist asks for."""
        return self.result.status in {ItemStatus.COMPLETE, ItemStatus.PARTIAL}

    @property
    def yes_or_no(self) -> str:
        """The answer: ``มี`` or ``ไม่มี``."""
        return YES if self.is_there else NO

    @property
    def addresses(self) -> list[str]:
        """The addresses to submit: the item's page first, then each document once."""
        files = dict.fromkeys(document.file for document in self._documents())
        return [self._address(path) for path in (self.result.url, *files)]

    @property
    def where(self) -> str:
        """Where on the page and in which documents to look, one line for each."""
        return "\n".join(self._sentences())

    def _address(self, path: str) -> str:
        return self.root + quote(path, safe="/.-_~")

    def _documents(self) -> list[Document]:
        return self.result.record.form.documents if self.result.record else []

    def _sentences(self) -> Iterator[str]:
        form = self.result.record.form if self.result.record else None
        if form and form.not_applicable:
            yield f"ข้อนี้ไม่เกี่ยวข้องกับหน่วยงาน: {form.not_applicable}"
            return
        if shown := self._with(ElementStatus.SHOWN):
            yield f"หน้าเว็บแสดง {shown}"
        if partial := [e for e in self.result.elements if e.status is ElementStatus.PARTIAL]:
            yield f"หน้าเว็บแสดงบางส่วน: {'; '.join(e.described() for e in partial)}"
        for document in self._documents()[:_MAX_DOCUMENTS]:
            yield f"เอกสาร “{document.title}”{self._pages(document)}"
        if (more := len(self._documents()) - _MAX_DOCUMENTS) > 0:
            yield f"และเอกสารอื่นในหน้าเว็บอีก {more} รายการ"
        if self._with(ElementStatus.NONE_DECLARED) and form:
            yield f"แจ้งว่าไม่มี: {form.nothing_to_report}"

    def _with(self, status: ElementStatus) -> str:
        return ", ".join(e.element.text for e in self.result.elements if e.status is status)

    def _pages(self, document: Document) -> str:
        """Return what a document shows, and on which pages."""
        shown = [
            f"{element.element.text} หน้า {page}"
            for element in self.result.elements
            for attesting, page in element.attested_by
            if attesting is document
        ]
        return f" แสดง {', '.join(shown)}" if shown else ""


def answers_of(assessment: Assessment, site_url: str) -> list[Answer]:
    """Return the answer to every item, in the order of the checklist."""
    root = f"{site_url.rstrip('/')}/"
    return [Answer(result, root) for result in assessment.items]
