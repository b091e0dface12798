"""What ``oit export ocds`` is called with; light, since every command of ``oit`` loads it."""

import argparse
import re
from collections.abc import Sequence
from typing import Any

_PREFIX = re.compile("ocds-[a-z0-9]{6}")


def add_parser(
    commands: Any, parents: Sequence[argparse.ArgumentParser] = ()
) -> argparse.ArgumentParser:
    """Add the command to those of ``oit export``; ``parents`` have ``--data`` and ``--lang``."""
    parser: argparse.ArgumentParser = commands.add_parser(
        "ocds", parents=parents, help="เขียนข้อมูลจัดซื้อจัดจ้างตามมาตรฐาน OCDS 1.1"
    )
    parser.add_argument("--year", type=int, help="ปีงบประมาณ (ปีล่าสุด)")
    parser.add_argument("--prefix", type=_prefix, help="รหัสนำหน้าที่ขึ้นทะเบียนไว้")
    parser.add_argument("--out", default="-", metavar="FILE", help="ไฟล์ผลลัพธ์ (- คือหน้าจอ)")
    parser.set_defaults(run=_run)
    return parser


def _prefix(text: str) -> str:
    if not _PREFIX.fullmatch(text):
        raise argparse.ArgumentTypeError(f"รหัสนำหน้าไม่ถูกต้อง: {text} (เช่น ocds-1a2b3c)")
    return text


def _run(options: argparse.Namespace) -> int:
    # The standard is wanted by this command alone.
    from oit.cli.commands.export_ocds import run  # noqa: PLC0415

    return run(options)
