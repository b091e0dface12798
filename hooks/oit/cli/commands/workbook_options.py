"""What ``oit workbook`` is called with; light, since every command of ``oit`` loads it."""

import argparse
from collections.abc import Sequence
from pathlib import Path
from typing import Any


def add_parser(
    commands: Any, parents: Sequence[argparse.ArgumentParser] = ()
) -> argparse.ArgumentParser:
    """Add the command; ``parents`` are the options that commands share (``--lang``)."""
    parser: argparse.ArgumentParser = commands.add_parser(
        "workbook", help="กรอกข้อมูลด้วย Excel แล้วนำกลับเข้าไฟล์ข้อมูล"
    )
    kinds = parser.add_subparsers(title="ทิศทาง", required=True, metavar="DIRECTION")
    data = argparse.ArgumentParser(add_help=False)
    data.add_argument(
        "--data", type=Path, default=Path("data"), metavar="DIR", help="โฟลเดอร์ข้อมูล (data)"
    )
    shared = [data, *parents]
    export = kinds.add_parser("export", parents=shared, help="เขียนไฟล์ Excel หนึ่งไฟล์ต่อผู้รับผิดชอบ")
    export.add_argument("--year", type=int, help="ปีงบประมาณ (ปีล่าสุด)")
    export.add_argument("--owner", help="เฉพาะข้อของผู้รับผิดชอบนี้")
    export.add_argument(
        "--out",
        type=Path,
        default=Path("workbooks"),
        metavar="DIR",
        help="โฟลเดอร์ผลลัพธ์ (workbooks)",
    )
    export.set_defaults(run=_export)
    back = kinds.add_parser("import", parents=shared, help="นำไฟล์ Excel ที่กรอกแล้วกลับเข้าข้อมูล")
    back.add_argument("files", nargs="+", type=Path, metavar="FILE", help="ไฟล์ที่นำเข้า")
    back.add_argument("--dry-run", action="store_true", help="แสดงว่าจะแก้อะไร โดยไม่เขียนไฟล์")
    back.set_defaults(run=_import)
    return parser


def _export(options: argparse.Namespace) -> int:
    # Workbooks are written and read by these commands alone.
    from oit.intake.workbook.export import run  # noqa: PLC0415

    return run(options)


def _import(options: argparse.Namespace) -> int:
    from oit.intake.workbook.apply import run  # noqa: PLC0415 - as above

    return run(options)
