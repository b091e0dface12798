"""The command ``oit fleet tables``: the records of all agencies as CSV and Parquet."""

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from oit.bilingual import Bilingual
from oit.cli import extra, fleets
from oit.cli.command import command
from oit.cli.output import ExitStatus, Output
from oit.fleet.folder import FleetFolder
from oit.fleet.known import HOW, RESULTS, Result
from oit.fleet.list import read_list
from oit.fleet.run import BusyError, only_run
from oit.spreadsheets.limits import MOST_ROWS

if TYPE_CHECKING:
    from oit.fleet.tables import Written

_MOST_LISTED = 20


@command(
    "tables",
    Bilingual(
        "เขียนตารางของทุกหน่วยงานใน tables/ เป็น CSV และ Parquet พร้อมพจนานุกรมข้อมูล"
        " จากผลที่ oit fleet run เก็บไว้",
        "Write tables of all agencies into tables/, as CSV and Parquet with a dictionary, from what"
        " oit fleet run kept.",
    ),
    example="oit fleet tables",
    statuses={
        ExitStatus.OK: Bilingual("มีผลล่าสุดของทุกแห่ง", "the newest try of every agency gave a result"),
        ExitStatus.INCOMPLETE: Bilingual(
            "เขียนแล้ว แต่บางแห่งอ่านไม่ได้หรือยังไม่ได้ตรวจ",
            "written, but some agencies could not be read or were not examined yet",
        ),
        ExitStatus.UNUSABLE: Bilingual("รายชื่อหรือคำสั่งใช้ไม่ได้", "the list or the call is unusable"),
    },
)
@fleets.fleet
def run(output: Output, *, fleet: Path) -> ExitStatus:
    """Write the tables."""
    folder = FleetFolder(fleet)
    listed = read_list(folder.list)
    if faults := fleets.unusable(folder, listed):
        return output.refuse(*faults)
    if missing := extra.missing_fleet(fleet):
        return output.refuse(missing)
    # It needs what may not be installed.
    from oit.fleet.tables import write_tables  # noqa: PLC0415

    try:
        with only_run(folder):
            written = write_tables(folder, listed.agencies)
    except BusyError:
        return output.refuse(fleets.BUSY)
    output.tell(*_lines(written, folder))
    return ExitStatus.OK if written.is_complete else ExitStatus.INCOMPLETE


def _lines(written: "Written", folder: FleetFolder) -> Iterator[Bilingual]:
    count, where = written.agencies, folder.tables
    yield Bilingual(
        f"เขียนตารางของ {count:,} แห่งใน {where}", f"tables of {count:,} agencies are in {where}"
    )
    for (result, how), agencies in sorted(written.by.items(), key=str):
        known = RESULTS[Result(result)]
        by_th, by_en = (f" ({text})" for text in HOW[how]) if how else ("", "")
        yield Bilingual(
            f"  {agencies:,} แห่ง: {known.th}{by_th}", f"  {agencies:,}: {known.en}{by_en}"
        )
    for name, rows in written.rows.items():
        if rows >= MOST_ROWS:  # and there is a header
            yield Bilingual(
                f"{name}.csv มี {rows:,} แถว Excel เปิดได้ไม่ครบ ให้ใช้ {name}.parquet",
                f"{name}.csv has {rows:,} rows, more than Excel opens; use {name}.parquet",
            )
    if broken := written.broken:
        listed = ", ".join(broken[:_MOST_LISTED])
        yield Bilingual(
            f"ไฟล์ใน state/ เสีย {len(broken):,} แห่ง จึงนับว่ายังไม่ได้ตรวจ: {listed}"
            " ลบไฟล์เหล่านั้นแล้วสั่ง oit fleet run",
            f"{len(broken):,} files of state/ are broken and count as not examined: {listed};"
            " delete these files, then run oit fleet run",
        )
