"""The command ``oit fleet site``: the overview of all agencies as a site."""

from datetime import date
from pathlib import Path

from oit import clock
from oit.bilingual import Bilingual
from oit.cli import crash, fleets, options
from oit.cli.command import UNUSABLE, command, option
from oit.cli.commands.build import not_ours
from oit.cli.output import ExitStatus, Output
from oit.fleet.folder import FleetFolder
from oit.fleet.list import read_list
from oit.fleet.package import PACKAGE
from oit.fleet.pages import Order
from oit.fleet.site import build_overview
from oit.publish.build import BuildCrashError, may_replace

_FOR_STAFF = Bilingual(
    "เว็บไซต์นี้มีหน้าสำหรับเจ้าหน้าที่ ห้ามเผยแพร่ ถ้าจะเผยแพร่ให้สร้างใหม่โดยไม่มี --staff",
    "this site has a page for the staff: do not publish it; to publish, build it without --staff",
)
_OLD_TABLES = Bilingual(
    "ตารางใน tables/ เก่ากว่าผลหรือไม่ครบ จึงไม่อยู่ในเว็บไซต์ สั่ง oit fleet tables ก่อน แล้วสร้างเว็บไซต์อีกครั้ง",
    "the tables in tables/ are older than the records or incomplete, so they are not on the site;"
    " run oit fleet tables, then build the site again",
)


@command(
    "site",
    Bilingual(
        "สร้างเว็บไซต์ภาพรวม: หน่วยงานใดพร้อม ขาดอะไรบ่อย จากผลที่ oit fleet run เก็บไว้",
        "Build the overview site from the records that oit fleet run keeps: who is ready, what is"
        " often missing.",
    ),
    example="oit fleet site --out site",
    statuses={
        ExitStatus.OK: Bilingual("สร้างแล้ว", "the site was built"),
        ExitStatus.UNUSABLE: UNUSABLE,
    },
)
@fleets.fleet
@options.today
@option(
    "--out",
    type=options.FILE,
    metavar="DIR",
    about=Bilingual(
        "โฟลเดอร์ผลลัพธ์ (site ในโฟลเดอร์ของเครือข่าย)", "folder to write (site of the fleet)"
    ),
)
@option(
    "--closes",
    type=options.Day(),
    metavar="DATE",
    about=Bilingual(
        "วันปิดรับการประเมิน เพื่อนับวันที่เหลือ", "last day of the assessment, to count the days left"
    ),
)
@option(
    "--manual",
    type=options.Address(),
    metavar="ADDRESS",
    about=Bilingual(
        "ที่อยู่ของคู่มือที่เผยแพร่ไว้ ให้แต่ละข้อลิงก์ไปหน้าคู่มือของข้อนั้น",
        "address of the published manual; each item then links to its page there",
    ),
)
@option(
    "--league",
    is_flag=True,
    about=Bilingual("เพิ่มการจัดลำดับหน่วยงาน", "add a ranking of the agencies"),
)
@option(
    "--staff",
    is_flag=True,
    about=Bilingual(
        "รวมหน้าสำหรับเจ้าหน้าที่ ควรช่วยใครก่อน ห้ามเผยแพร่",
        "add the page for staff, whom to help first; do not publish",
    ),
)
def run(
    output: Output,
    *,
    fleet: Path,
    today: date | None,
    out: Path | None,
    closes: date | None,
    manual: str | None,
    league: bool,
    staff: bool,
) -> ExitStatus:
    """Build the overview site."""
    folder = FleetFolder(fleet)
    if faults := fleets.unusable(folder, read_list(folder.list)):
        return output.refuse(*faults)
    target = out or folder.site
    if not may_replace(target):
        return output.refuse(not_ours(target))
    order = Order(staff=staff, league=league, closes=closes, manual=manual or "")
    try:
        built, messages = build_overview(folder, target, today or clock.today(), order)
    except BuildCrashError as error:
        return crash.report_text(str(error), output)
    if not built:
        return output.refuse(messages.rstrip("\n"))
    if folder.tables.is_dir() and not (target / "data" / PACKAGE).exists():
        output.tell(_OLD_TABLES)
    output.tell(
        Bilingual(
            f"สร้างเว็บไซต์ภาพรวมแล้วที่ {target} เปิดดูด้วย oit serve {target}",
            f"the overview is in {target}; to look at it, run oit serve {target}",
        )
    )
    if staff:
        output.tell(_FOR_STAFF)
    return ExitStatus.OK
