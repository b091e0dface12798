"""What ``oit links`` is called with; light, since every command of ``oit`` loads it."""

import argparse
import math
from collections.abc import Sequence
from typing import Any


def add_parser(
    commands: Any, parents: Sequence[argparse.ArgumentParser] = ()
) -> argparse.ArgumentParser:
    """Add the command; ``parents`` are ``--data`` and ``--today``, and ``--lang``."""
    parser: argparse.ArgumentParser = commands.add_parser(
        "links", parents=list(parents), help="ลองเปิดลิงก์ภายนอกในข้อมูลว่ายังใช้ได้หรือไม่"
    )
    parser.add_argument("--year", type=int, help="เฉพาะปีงบประมาณนี้ (ทุกปี)")
    parser.add_argument(
        "--timeout", type=_seconds, default=15.0, metavar="SECONDS", help="รอคำตอบนานเท่าใด (15)"
    )
    parser.add_argument("--format", choices=["text", "json"], default="text", help="รูปแบบรายงาน")
    parser.add_argument("--fresh", action="store_true", help="ลองใหม่ทั้งหมด ไม่ใช้ผลที่จำไว้")
    parser.set_defaults(run=_run)
    return parser


def _seconds(text: str) -> float:
    try:
        seconds = float(text)
    except ValueError:
        seconds = math.nan
    if not 0 < seconds <= 600:
        raise argparse.ArgumentTypeError(f"ต้องเป็นวินาที ตั้งแต่มากกว่า 0 ถึง 600: {text}")
    return seconds


def _run(options: argparse.Namespace) -> int:
    # The clients of the network are wanted by few commands.
    from oit.cli.commands.links import run  # noqa: PLC0415

    return run(options)
