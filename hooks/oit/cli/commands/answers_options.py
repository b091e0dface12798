"""What ``oit answers`` is called with; light, since every command of ``oit`` loads it."""

import argparse
from collections.abc import Sequence
from pathlib import Path
from typing import Any

FORMATS = ("csv", "xlsx", "html")


def add_parser(
    commands: Any, parents: Sequence[argparse.ArgumentParser] = ()
) -> argparse.ArgumentParser:
    """Add the command; ``parents`` have ``--data``, ``--today`` and ``--lang``."""
    parser: argparse.ArgumentParser = commands.add_parser(
        "answers", parents=list(parents), help="เขียนคำตอบของทุกข้อสำหรับระบบตอบแบบวัด"
    )
    parser.add_argument("--year", type=int, help="ปีงบประมาณ (ปีล่าสุด)")
    parser.add_argument("--format", choices=FORMATS, help="รูปแบบ (ตามนามสกุลของไฟล์ หรือ csv)")
    parser.add_argument("--out", type=Path, metavar="FILE", help="ไฟล์ผลลัพธ์ (หน้าจอ)")
    parser.add_argument(
        "--lock", action="store_true", help="บันทึกที่อยู่ที่ส่งแล้วไว้ใน data/<ปี>/submitted.yml"
    )
    parser.add_argument(
        "--replace", action="store_true", help="กับ --lock: เลิกล็อกที่อยู่เดิมที่ไม่อยู่ในคำตอบแล้ว"
    )
    parser.set_defaults(run=_run)
    return parser


def _run(options: argparse.Namespace) -> int:
    # Templates and workbooks are wanted by few commands.
    from oit.cli.commands.answers import run  # noqa: PLC0415

    return run(options)
