"""The addresses that are not to be tried, each with the reason: the file links.yml."""

from fnmatch import fnmatchcase
from typing import Annotated, NamedTuple

from oit.data.folder import DataFolder
from oit.findings.finding import Finding, Place
from oit.forms.base import Form
from oit.forms.fields import Name, Rows, required, rows
from oit.forms.reading import place_of, read_form
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


class Excepted(NamedTuple):
    """An address that is not tried, or many of them, and where that is written."""

    address: str
    reason: str
    place: Place

    def meets(self, address: str) -> bool:
        """Tell whether it is, or is among, those meant."""
        return fnmatchcase(address, self.address)


def read_exceptions(folder: DataFolder) -> tuple[list[Excepted], list[Finding]]:
    """Read the file, which need not be there."""
    path = folder.path / FILE
    if not path.is_file():
        return [], []
    document = read(path, folder.path, folder.shown(path))
    if document.findings and not document.root:
        return [], document.findings
    reading = read_form(LinkExceptions, document)
    links = reading.record.links if reading.record else []
    excepted = [
        Excepted(one.address, one.reason, place_of(("links", index, "address"), document))
        for index, one in enumerate(links)
    ]
    return excepted, [*document.findings, *reading.findings]
