"""The command ``oit adopt``: begin from the web site that the agency has."""

import re
import sys
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from typing import Any

import click

from oit import clock
from oit.adopt import report
from oit.adopt.run import Asked, adopt, line_of, site_of
from oit.adopt.sources import STOPPED, open_source
from oit.adopt.store import PATH, Store
from oit.adopt.trouble import Trouble
from oit.adopt.visit import LIMIT, Web, client
from oit.atomic import write_atomically
from oit.bilingual import Bilingual
from oit.characters import escaped
from oit.cli import options
from oit.cli.command import Choice, argument, command, option
from oit.cli.output import NOTHING_WRITTEN, ExitStatus, Output
from oit.cli.usage import WrongCallError
from oit.data.folder import DataFolder
from oit.findings.refusal import NothingWrittenError
from oit.thai import writing

_UNITS = {"": 1, "b": 1, "kb": 1_000, "mb": 1_000_000, "gb": 1_000_000_000}
_NO_REPORT = Bilingual(
    f"{report.PAGE} เป็นโฟลเดอร์ ให้เปลี่ยนชื่อหรือย้ายก่อน เพราะรายงานจะใช้ชื่อนี้",
    f"{report.PAGE} is a folder; rename or move it first, because the report will have this name",
)
_SIZE = re.compile(r"([0-9]{1,12})\s*([kmg]?b?)", re.IGNORECASE)


class Size(click.ParamType[int]):
    """A size of files, such as 50MB."""

    name = "size"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> int:
        """Return the bytes.

        Raises:
            WrongCallError: it is not a size.
        """
        del param
        if isinstance(value, int):
            return value
        match = _SIZE.fullmatch(writing.arabic(str(value)).strip())
        unit = (match[2].lower().removesuffix("b") + "b").lstrip("b") if match else ""
        size = int(match[1]) * _UNITS[unit] if match else 0
        if not size:
            raise WrongCallError(
                Bilingual(
                    f"อ่านขนาดไม่ได้: {value} (เช่น 50MB หรือ 500KB)",
                    f"cannot read the size {value} (write it like 50MB or 500KB)",
                ),
                ctx,
            )
        return size


@command(
    "adopt",
    Bilingual(
        "เริ่มจากเว็บไซต์เดิมของหน่วยงาน: นำเอกสารของแต่ละข้อเข้ามา และบอกว่าอะไรขาด เสีย หรือเป็นของปีอื่น",
        "Begin from the site that the agency has: bring in the documents of each item, and say "
        "what is missing, dead or of another year.",
    ),
    example="oit adopt https://www.example.go.th/ita --year 2569",
    statuses={
        ExitStatus.OK: Bilingual("พบทุกข้อและแน่ชัด", "everything was found and is sure"),
        ExitStatus.INCOMPLETE: Bilingual(
            "มีสิ่งที่ต้องดูหรือยังไม่พบ", "something is missing or must be looked at"
        ),
        ExitStatus.UNUSABLE: Bilingual(
            "ข้อมูล คำสั่ง หรือเว็บไซต์เดิมใช้ไม่ได้ ไม่ได้เขียนไฟล์ใด",
            "the data, the call or the old site cannot be used; nothing was written",
        ),
    },
)
@argument(
    "sources",
    nargs=-1,
    required=True,
    metavar="SOURCE",
    about=Bilingual(
        "ที่อยู่เว็บของหน้าที่มีรายการ O1, O2, … หรือไฟล์หรือโฟลเดอร์ที่บันทึกหน้าเว็บไว้",
        "address of the page that lists O1, O2, …, or a saved page or folder",
    ),
)
@option(
    "--year",
    type=options.Year(),
    required=True,
    about=Bilingual("ปีงบประมาณที่จะเติม เช่น 2569", "fiscal year to fill, such as 2569"),
)
@options.data
@options.dry_run
@option(
    "--from-year",
    type=options.Year(),
    about=Bilingual(
        "ใช้เฉพาะรายการของปีนี้ในเว็บไซต์เดิม (ปีที่จะเติม หรือปีล่าสุดก่อนหน้า)",
        "only the links of this year's list (the year to fill, or the newest before it)",
    ),
)
@option(
    "--limit",
    type=Size(),
    default=LIMIT,
    metavar="SIZE",
    about=Bilingual("ขนาดไฟล์ใหญ่ที่สุด (50MB)", "largest file (50MB)"),
)
@option(
    "--format",
    "format_",
    type=Choice(["text", "json"]),
    about=Bilingual("รูปแบบรายงาน", "format of the report"),
)
@options.verbose
def run(
    output: Output,
    *,
    sources: Sequence[str],
    year: int,
    data: Path,
    dry_run: bool,
    from_year: int | None,
    limit: int,
    format_: str | None,
) -> ExitStatus:
    """Bring in a site."""
    folder = DataFolder(data)
    asked = Asked(folder, year, clock.today(), from_year, dry_run)
    page = folder.docs.parent / report.PAGE
    if page.is_dir():
        return output.refuse(_NO_REPORT, NOTHING_WRITTEN)
    try:
        with Web(Store(folder.base / PATH, sources), client(limit), tell=_Teller(output)) as web:
            opened = [(text, open_source(text, web, limit)) for text in sources]
            if wrong := [source for _, source in opened if isinstance(source, Trouble)]:
                return output.refuse(*map(line_of, wrong), NOTHING_WRITTEN)
            sites = [site_of(text, one) for text, one in opened if not isinstance(one, Trouble)]
            adoption = adopt(asked, sites)
    except NothingWrittenError as error:
        return output.refuse(*error.lines, NOTHING_WRITTEN)
    except KeyboardInterrupt:
        output.note(STOPPED)
        return ExitStatus.INTERRUPTED
    if not dry_run:
        write_atomically(page, report.page(adoption))
    text = report.as_json(adoption) if format_ == "json" else report.text(adoption, output.language)
    output.result(text, is_data=format_ is not None)
    return ExitStatus.OK if adoption.is_complete else ExitStatus.INCOMPLETE


class _Teller:
    """Says to people at a terminal what is fetched."""

    def __init__(self, output: Output) -> None:
        self._output = output

    def __call__(self, address: str, left: int) -> None:
        """Say which address is asked for, and how many are left after it."""
        with suppress(OSError, ValueError):
            if not sys.stderr.isatty():
                return
        self._output.note(
            Bilingual(
                f"กำลังดึง {escaped(address)} เหลืออีก {left}",
                f"fetching {escaped(address)}, {left} left",
            )
        )
