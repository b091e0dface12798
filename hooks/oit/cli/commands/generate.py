"""The command ``oit generate``: the pages as Markdown, for other site generators."""

from datetime import date
from pathlib import Path

from oit import clock
from oit.bilingual import Bilingual
from oit.cli import options
from oit.cli.command import UNUSABLE, Choice, argument, command, option
from oit.cli.commands.build import not_ours
from oit.cli.output import ExitStatus, Output
from oit.data.folder import DataFolder
from oit.publish import zensical
from oit.publish.build import may_replace, project_of
from oit.publish.site import UnusableDataError, prepare
from oit.views.pages.write import clear, write_site


@command(
    "generate",
    Bilingual(
        "เขียนหน้าของเว็บไซต์เป็น Markdown สำหรับโปรแกรมสร้างเว็บไซต์อื่น",
        "Write the pages of the site as Markdown, for other site generators.",
    ),
    example="oit generate pages --for zensical",
    statuses={
        ExitStatus.OK: Bilingual("เขียนแล้ว", "the pages were written"),
        ExitStatus.UNUSABLE: UNUSABLE,
    },
)
@options.data
@options.today
@argument(
    "out",
    type=options.FILE,
    metavar="DIR",
    about=Bilingual("โฟลเดอร์ผลลัพธ์", "folder to write"),
)
@option(
    "--for",
    "generator",
    type=Choice(["zensical"]),
    about=Bilingual(
        "เขียนทั้งโครงการ พร้อมค่าตั้งและธีมของโปรแกรมนี้",
        "write a project with the settings and theme for this generator",
    ),
)
def run(
    output: Output, *, data: Path, today: date | None, out: Path, generator: str | None
) -> ExitStatus:
    """Write the pages."""
    # The manifest names the data's files as a build does.
    folder = DataFolder(data, project_of(data))
    try:
        publication = prepare(folder, today or clock.today())
    except UnusableDataError as error:
        return output.refuse(*error.findings)
    target = out.resolve()
    sources = [folder.docs.resolve(), folder.path.resolve()]
    near = any(target.is_relative_to(source) or source.is_relative_to(target) for source in sources)
    may_write = zensical.may_write if generator else may_replace
    if near or not may_write(target):
        return output.refuse(not_ours(out))
    if generator:
        zensical.write_project(publication, target)
    else:
        clear(target)
        write_site(publication.site, folder, target)
    return ExitStatus.OK
