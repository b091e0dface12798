"""What ``oit verify`` is called with; light, since every command of ``oit`` loads it."""

import argparse
from collections.abc import Sequence
from typing import Any


def add_parser(
    commands: Any, parents: Sequence[argparse.ArgumentParser] = ()
) -> argparse.ArgumentParser:
    """Add the command; ``parents`` are ``--data`` and ``--today``, and ``--lang``."""
    parser: argparse.ArgumentParser = commands.add_parser(
        "verify", parents=list(parents), help="ตรวจเว็บไซต์ที่สร้างหรือเผยแพร่แล้วว่าตรงกับข้อมูล"
    )
    parser.add_argument("site", metavar="SITE", help="โฟลเดอร์ของเว็บไซต์ หรือที่อยู่ http(s)")
    parser.set_defaults(run=_run)
    return parser


def _run(options: argparse.Namespace) -> int:
    # The parser of HTML and the makers of pages are wanted by few commands.
    from oit.cli.commands.verify import run  # noqa: PLC0415

    return run(options)
