"""A request to a page, after everything about it was checked."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from starlette.datastructures import FormData
from starlette.responses import Response

from oit.bilingual import Bilingual
from oit.desk.desk import Desk
from oit.desk.officer import ALONE, Officer
from oit.intake.workbook.files import ItemFile

NO_ITEM = Bilingual(
    "ไม่มีข้อนี้ หรือไม่ใช่ข้อของหน่วยงานท่าน", "there is no such item, or it belongs to another unit"
)
NO_ITEMS = Bilingual(
    "อ่านข้อมูลหน่วยงาน (agency.yml) หรือรายการข้อของปีนี้ไม่ได้ จึงยังเปิดข้อใดไม่ได้ ข้อมูลและร่างยังอยู่ครบ "
    "หน้าแรกบอกว่าต้องแก้ไฟล์ใด แก้แล้วให้กดย้อนกลับและส่งใหม่",
    "the file of the agency or the checklist of this year cannot be read; the first page says "
    "what to fix; then go back and send the form again",
)
NOT_CHANGED = Bilingual("บัญชีของท่านอ่านได้อย่างเดียว", "your account may only read")


class RefusedError(Exception):
    """A request that is not answered by its page, with the status and the reason."""

    def __init__(self, status: int, why: Bilingual) -> None:
        super().__init__(why.en)
        self.status = status
        self.why = why


@dataclass(frozen=True)
class Asked:
    """A request to a page."""

    desk: Desk
    officer: Officer = ALONE
    method: str = "GET"
    path: Mapping[str, str] = field(default_factory=dict)
    """The variable parts of the address."""
    query: Mapping[str, str] = field(default_factory=dict)
    form: FormData = field(default_factory=FormData)
    """The fields and files that were sent, without the token."""
    token: str = ""
    """What every form that changes something has to send along."""
    headers: Mapping[str, str] = field(default_factory=dict)

    @property
    def year(self) -> int:
        """The fiscal year of the address, or the one asked for, or else the current one."""
        text = self.path.get("year") or self.query.get("year") or ""
        # No year has more digits, and Python reads only so many.
        return int(text[:9]) if text.isdecimal() else self.desk.assessment().year

    @property
    def file(self) -> ItemFile:
        """The file of the address, if the officer may see it.

        Raises:
            RefusedError: there is none, or the officer may not see it.
        """
        found = self.desk.file(self.year, self.path["slug"])
        is_known = self.year in self.desk.folder.years()
        if found is None and is_known and not self.desk.assessment(self.year).items:
            raise RefusedError(503, NO_ITEMS)
        if found is None or not self.desk.may_see(self.officer, found):
            raise RefusedError(404, NO_ITEM)
        return found

    @property
    def file_to_change(self) -> ItemFile:
        """The file of the address, if the officer may change it.

        Raises:
            RefusedError: there is none, or the officer may not see or change it.
        """
        found = self.file
        if not self.desk.may_change(self.officer, found):
            raise RefusedError(403, NOT_CHANGED)
        return found


Page = Callable[[Asked], Response]
"""Makes the response to a request; it runs in a thread of its own."""
