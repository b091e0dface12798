"""The command ``oit verify``: compare a site with its data."""

from datetime import date
from pathlib import Path

from oit.bilingual import Bilingual
from oit.cli import options
from oit.cli.command import UNUSABLE, argument, command
from oit.cli.output import ExitStatus, Output
from oit.data.folder import DataFolder
from oit.publish.build import project_of
from oit.publish.site import UnusableDataError
from oit.publish.verify.report import as_text
from oit.publish.verify.served import UnreachableError
from oit.publish.verify.verify import verify_site


@command(
    "verify",
    Bilingual(
        "ตรวจเว็บไซต์ที่สร้างหรือเผยแพร่แล้ว ว่าทุกหน้าและเอกสารตรงกับข้อมูล และไม่มีของที่ห้ามเผยแพร่",
        "Compare the pages and documents of a built or published site with the data.",
    ),
    example="oit verify https://oit.example.go.th/",
    statuses={
        ExitStatus.OK: Bilingual("ตรงกับข้อมูล", "everything agrees with the data"),
        ExitStatus.INCOMPLETE: Bilingual("มีเรื่องที่ต้องแก้", "something must be fixed"),
        ExitStatus.UNUSABLE: UNUSABLE,
    },
)
@argument(
    "site",
    metavar="SITE",
    about=Bilingual(
        "โฟลเดอร์ของเว็บไซต์ หรือที่อยู่ http(s)", "folder of the site, or its address (http(s))"
    ),
)
@options.data
@options.today
def run(output: Output, *, site: str, data: Path, today: date | None) -> ExitStatus:
    """Verify a site."""
    return verify(output, site, data, today)


def verify(output: Output, site: str, data: Path, today: date | None) -> ExitStatus:
    """Compare a site with its data, and report what differs."""
    try:
        verified = verify_site(site, DataFolder(data, project_of(data)), today)
    except UnreachableError as error:
        return output.refuse(error.reason)
    except UnusableDataError as error:
        return output.refuse(*error.findings)
    lines = [as_text(group, output.language) for group in verified.faults]
    lines.append(verified.summary.text(output.language))
    output.report("\n".join(lines) + "\n")
    return ExitStatus.INCOMPLETE if verified.faults else ExitStatus.OK
