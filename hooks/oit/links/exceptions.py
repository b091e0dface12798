"""The addresses that are not to be tried, each with the reason: the file links.yml."""

from fnmatch import fnmatchcase
from typing import Annotated

from oit.finding import Finding
from oit.folder import DataFolder
from oit.forms.base import Form
from oit.forms.fields import Name, Rows, required, rows
from oit.forms.reading import read_form
from oit.source import read

FILE = "links.yml"


class LinkException(Form):
    """An address that is not tried, and why."""

    address: Name = required(
        "ที่อยู่เว็บที่ไม่ต้องลอง",
        "เช่น https://www.facebook.com/example หรือใช้ * แทนส่วนของที่อยู่ เช่น https://www.facebook.com/*",
    )
    reason: Name = required("เหตุผล", "เช่น เปิดในเบราว์เซอร์ได้ แต่ไม่ตอบโปรแกรม")


class LinkExceptions(Form):
    """Addresses that ``oit links`` does not try."""

    links: Annotated[list[LinkException], Rows] = rows("ที่อยู่เว็บที่ไม่ต้องลอง")

    def reason(self, address: str) -> str | None:
        """Return why an address is not tried; ``None`` where it is."""
        return next((one.reason for one in self.links if fnmatchcase(address, one.address)), None)


def read_exceptions(folder: DataFolder) -> tuple[LinkExceptions, list[Finding]]:
    """Read the file, which need not be there."""
    path = folder.path / FILE
    if not path.is_file():
        return LinkExceptions(), []
    document = read(path, folder.path, folder.shown(path))
    if document.findings and not document.root:
        return LinkExceptions(), document.findings
    reading = read_form(LinkExceptions, document)
    return reading.record or LinkExceptions(), [*document.findings, *reading.findings]
