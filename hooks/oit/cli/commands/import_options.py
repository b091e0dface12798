"""What ``oit import`` is called with; light, since every command of ``oit`` loads it."""

import argparse
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from oit.forms.layouts import LAYOUTS


def add_parser(
    commands: Any, parents: Sequence[argparse.ArgumentParser] = ()
) -> argparse.ArgumentParser:
    """Add the command; ``parents`` are the options that commands share (``--lang``)."""
    parser: argparse.ArgumentParser = commands.add_parser(
        "import", parents=list(parents), help="นำเข้าตาราง Excel, CSV หรือ JSON เป็นข้อมูลของเว็บไซต์"
    )
    parser.add_argument("kind", choices=list(LAYOUTS), help="ชนิดของตาราง")
    parser.add_argument("files", nargs="+", type=Path, metavar="FILE", help="ไฟล์ที่นำเข้า")
    parser.add_argument("--year", type=int, required=True, help="ปีงบประมาณของข้อมูล เช่น 2569")
    parser.add_argument(
        "--data", type=Path, default=Path("data"), metavar="DIR", help="โฟลเดอร์ข้อมูล (data)"
    )
    parser.add_argument("--dry-run", action="store_true", help="แสดงว่าจะทำอะไร โดยไม่เขียนไฟล์")
    parser.set_defaults(run=_run)
    return parser


def _run(options: argparse.Namespace) -> int:
    # Spreadsheets are read by this command alone.
    from oit.cli.commands.import_ import run  # noqa: PLC0415

    return run(options)
