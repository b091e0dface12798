"""The command ``oit build``."""

from datetime import date
from pathlib import Path

from oit import clock
from oit.bilingual import Bilingual
from oit.cli import crash, options
from oit.cli.command import UNUSABLE, command, option
from oit.cli.output import ExitStatus, Output
from oit.publish.build import SETTINGS, BuildCrashError, build_site, may_replace, settings_for
from oit.views.changes.git import NO_REPOSITORY, fault_of
from oit.views.pages.font import font_files

NO_SETTINGS = Bilingual(
    f"ไม่พบไฟล์ {SETTINGS} ให้เรียกคำสั่งในโฟลเดอร์ของโครงการ",
    f"there is no {SETTINGS}; call the command in the project's folder",
)

NO_FONT = Bilingual(
    "เว็บไซต์นี้ไม่มีแบบอักษรไทยของตนเอง เครื่องที่ไม่มีแบบอักษรไทยจะอ่านไม่ได้ ให้ติดตั้งแพ็กเกจใน requirements.txt ใหม่",
    "the site has no Thai font of its own, so devices without one cannot show it; install the"
    " packages in requirements.txt again",
)


@command(
    "build",
    Bilingual(
        "สร้างเว็บไซต์จากข้อมูลด้วย MkDocs ข้อมูลที่ผิดทำให้เว็บไซต์เดิมอยู่ตามเดิม",
        "Build the site from the data with MkDocs. If the data is wrong, the last site stays.",
    ),
    example="oit build --out site",
    statuses={
        ExitStatus.OK: Bilingual("สร้างแล้ว", "the site was built"),
        ExitStatus.UNUSABLE: UNUSABLE,
    },
)
@options.data
@options.today
@options.verbose
@option(
    "--out",
    type=options.FILE,
    default=Path("site"),
    metavar="DIR",
    about=Bilingual("โฟลเดอร์ผลลัพธ์ (site)", "folder to write (site)"),
)
@option(
    "--staff",
    is_flag=True,
    about=Bilingual(
        "รวมหน้าสำหรับเจ้าหน้าที่ (/staff/) ห้ามเผยแพร่",
        "add the pages for staff (/staff/); do not publish",
    ),
)
def run(output: Output, *, data: Path, today: date | None, out: Path, staff: bool) -> ExitStatus:
    """Build the site."""
    if not may_replace(out):
        return output.refuse(not_ours(out))
    day = today or clock.today()
    try:
        built, messages = build_site(data, out, day, staff=staff)
    except BuildCrashError as error:
        return crash.report_text(str(error), output)
    if not built:
        return _refuse(output, data, day, messages)
    if messages:
        output.note(messages.rstrip("\n"))
    fault = fault_of(data)
    if fault is not None and fault is not NO_REPOSITORY:
        output.note(
            Bilingual(
                f"หน้าของข้อไม่มีประวัติการแก้ไข: {fault.th}",
                f"the pages of items have no history: {fault.en}",
            )
        )
    if not font_files():
        output.note(NO_FONT)
    output.tell(
        Bilingual(
            f"สร้างเว็บไซต์แล้วที่ {out} เปิดดูด้วย oit serve {out}",
            f"the site is in {out}; to look at it, run oit serve {out}",
        )
    )
    return ExitStatus.OK


def not_ours(folder: Path) -> Bilingual:
    """Say that a folder contains files that would be lost."""
    return Bilingual(
        f"โฟลเดอร์ {folder} มีไฟล์อื่นที่โปรแกรมไม่ได้สร้าง จึงไม่เขียนทับ ให้ระบุโฟลเดอร์อื่น",
        f"the folder {folder} contains files that this program did not write; name another folder",
    )


def _refuse(output: Output, data: Path, day: date, messages: str) -> ExitStatus:
    """Say why the build failed: as a finding if the data is wrong, else as MkDocs says it."""
    # A build that succeeds reads the data in a process of its own, and needs none of this.
    from oit.data.folder import DataFolder  # noqa: PLC0415
    from oit.publish.site import UnusableDataError, prepare  # noqa: PLC0415

    try:
        prepare(DataFolder(data), day)
    except UnusableDataError as error:
        not_built = Bilingual(
            "ยังไม่ได้สร้างเว็บไซต์ แก้ตามข้างบนแล้วสั่ง oit build อีกครั้ง",
            "the site was not built; fix the above, then run oit build again",
        )
        return output.refuse(*error.findings, not_built)
    if settings_for(data) is None:
        return output.refuse(NO_SETTINGS)
    return output.refuse(messages.rstrip("\n"))
