"""The addresses that ``oit links`` does not try, each with the reason: the file links.yml."""

from fnmatch import fnmatchcase
from typing import Annotated, NamedTuple

from oit.data.folder import DataFolder
from oit.data.form_file import read_optional
from oit.findings.finding import Finding, Place
from oit.forms.base import Form
from oit.forms.fields import Name, Rows, required, rows

FILE = "links.yml"


class LinkException(Form):
    """An entry of the file: an address that is not tried, and why."""

    address: Name = required(
        "ที่อยู่เว็บที่ไม่ต้องลอง",
        "เช่น https://www.facebook.com/example หรือใช้ * แทนส่วนของที่อยู่ เช่น https://www.facebook.com/*",
    )
    reason: Name = required("เหตุผล", "เช่น เปิดในเบราว์เซอร์ได้ แต่ไม่ตอบโปรแกรม")


class LinkExceptions(Form):
    """Addresses that ``oit links`` does not try."""

    links: Annotated[list[LinkException], Rows] = rows("ที่อยู่เว็บที่ไม่ต้องลอง")


class Excepted(NamedTuple):
    """An address that is not tried, or a pattern of such addresses, and its place in the file."""

    address: str
    reason: str
    place: Place

    def covers(self, address: str) -> bool:
        """Tell whether the exception covers an address."""
        return fnmatchcase(address, self.address)


def read_exceptions(folder: DataFolder) -> tuple[list[Excepted], list[Finding]]:
    """Read the file, which an agency may leave out."""
    file = read_optional(LinkExceptions, folder.path / FILE, folder)
    links = file.form.links if file.form else []
    excepted = [
        Excepted(link.address, link.reason, file.place(("links", index, "address")))
        for index, link in enumerate(links)
    ]
    return excepted, list(file.findings)
