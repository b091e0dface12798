"""The command ``oit new``."""

from pathlib import Path

from oit.bilingual import Bilingual
from oit.cli import options
from oit.cli.command import UNUSABLE, argument, command
from oit.cli.output import NOTHING_WRITTEN, ExitStatus, Output
from oit.data.folder import DataFolder
from oit.findings.refusal import NothingWrittenError
from oit.start.new import write_item


@command(
    "new",
    Bilingual(
        "เขียนไฟล์ของข้อที่ยังไม่มี (หรือ review.yml) โดยทุกช่องมีคำอธิบายให้แก้เป็นข้อมูลจริง",
        "Write the file of an item that has none, or review.yml, with every field explained.",
    ),
    example="oit new O12 --year 2569",
    statuses={
        ExitStatus.OK: Bilingual("เขียนแล้ว", "the file was written"),
        ExitStatus.UNUSABLE: UNUSABLE,
    },
)
@options.data
@argument(
    "item", metavar="ITEM", about=Bilingual("ข้อ เช่น O12 หรือ review", "item, such as O12, or review")
)
@options.year
def run(output: Output, *, data: Path, item: str, year: int | None) -> ExitStatus:
    """Write the file of an item."""
    try:
        output.tell(write_item(DataFolder(data), item, year))
    except NothingWrittenError as error:
        return output.refuse(*error.lines, NOTHING_WRITTEN)
    return ExitStatus.OK
