"""The command ``oit pack``: a site as one ZIP, for the hosting that vendors offer.

The site is verified first: no pages for staff get out, and no page is missing.
"""

from datetime import date
from pathlib import Path
from zipfile import BadZipFile, ZipFile

from oit import clock
from oit.bilingual import Bilingual
from oit.characters import escaped
from oit.cli import options
from oit.cli.command import UNUSABLE, argument, command, option
from oit.cli.commands.verify import verify
from oit.cli.output import ExitStatus, Output
from oit.data.folder import DataFolder
from oit.publish.pack import odd_name, write_pack
from oit.publish.verify.copy import FolderCopy
from oit.publish.verify.crawl import day_of
from oit.views.pages import manifest


@command(
    "pack",
    Bilingual(
        "ตรวจเว็บไซต์ที่สร้างแล้วด้วย oit verify ถ้าตรงกับข้อมูลจึงรวมเป็น ZIP ไฟล์เดียวสำหรับนำขึ้นโฮสต์",
        "Verify a built site, and if it agrees with the data pack it into one ZIP to upload.",
    ),
    example="oit pack site --out site.zip",
    statuses={
        ExitStatus.OK: Bilingual("เขียน ZIP แล้ว", "the ZIP was written"),
        ExitStatus.INCOMPLETE: Bilingual(
            "เว็บไซต์ไม่ตรงกับข้อมูล จึงไม่ได้เขียน ZIP", "the site differs from the data: no ZIP was written"
        ),
        ExitStatus.UNUSABLE: UNUSABLE,
    },
)
@argument(
    "site",
    required=False,
    default="site",
    metavar="DIR",
    about=Bilingual("โฟลเดอร์ที่ oit build สร้าง (site)", "folder that oit build wrote (site)"),
)
@options.data
@options.today
@option(
    "--out",
    type=options.FILE,
    default=Path("site.zip"),
    metavar="FILE",
    about=Bilingual("ไฟล์ ZIP (site.zip)", "ZIP file (site.zip)"),
)
def run(output: Output, *, site: str, data: Path, today: date | None, out: Path) -> ExitStatus:
    """Verify a site and pack it."""
    folder = Path(site)
    if fault := _fault(folder, out):
        return output.refuse(Bilingual(*map(escaped, fault)))
    status = verify(output, site, data, today)
    if status is not ExitStatus.OK:
        output.refuse(Bilingual(f"จึงไม่ได้เขียน {out}", f"so {out} was not written"))
        return status
    day = day_of(FolderCopy(folder), DataFolder(data).years()) or clock.today()
    count = write_pack(folder, out, day)
    output.tell(
        Bilingual(
            f"รวม {count} ไฟล์ไว้ใน {out} แล้ว นำขึ้นโฮสต์และคลายในโฟลเดอร์ของเว็บไซต์"
            " (ลบของเดิมในโฟลเดอร์นั้นก่อน)",
            f"{count} files are in {out}; upload it, empty the folder of the site there, and "
            "unpack it in that folder",
        )
    )
    return ExitStatus.OK


def _fault(site: Path, out: Path) -> Bilingual | None:
    if not site.is_dir():
        return Bilingual(
            f"ไม่มีโฟลเดอร์ {site} ให้สั่ง oit build ก่อน",
            f"there is no folder {site}; run `oit build` first",
        )
    odd = odd_name(site)
    if odd is not None:
        return Bilingual(
            f"ชื่อไฟล์ {odd} ใน {site} ไม่ใช่ UTF-8 ให้เปลี่ยนชื่อ แล้วสั่ง oit build ใหม่",
            f"the name {odd} in {site} is not UTF-8; rename it and run `oit build` again",
        )
    if out.suffix.lower() != ".zip":
        return Bilingual(f"ชื่อไฟล์ต้องลงท้ายด้วย .zip: {out}", f"the name must end in .zip: {out}")
    if out.exists() and not _is_pack(out):
        return Bilingual(
            f"{out} เป็นไฟล์อื่นที่โปรแกรมไม่ได้สร้าง จึงไม่เขียนทับ ให้ระบุชื่ออื่น",
            f"{out} is a file that this program did not write; give another name",
        )
    if out.resolve().is_relative_to(site.resolve()):
        return Bilingual(
            f"ไฟล์ {out} จะอยู่ในเว็บไซต์เอง ให้ระบุที่อื่น",
            f"{out} would be inside the site itself; name another place",
        )
    return None


def _is_pack(path: Path) -> bool:
    """Tell whether a file is the ZIP of an earlier site, which may be replaced."""
    try:
        with ZipFile(path) as archive:
            return manifest.PATH in archive.namelist()
    except (OSError, BadZipFile):
        return False
