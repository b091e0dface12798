"""What ``oit admin`` is called with; light, since every command of ``oit`` loads it."""

import argparse
from collections.abc import Sequence
from typing import Any


def add_parser(
    commands: Any, parents: Sequence[argparse.ArgumentParser] = ()
) -> argparse.ArgumentParser:
    """Add the command; ``parents`` are ``--data`` and ``--today``, and ``--lang``."""
    parser: argparse.ArgumentParser = commands.add_parser(
        "admin", parents=list(parents), help="แก้ไขข้อมูลด้วยแบบฟอร์มในเบราว์เซอร์ บนเครื่องนี้"
    )
    parser.add_argument(
        "action", nargs="?", choices=["install"], help="install: ติดตั้งตัวแก้ไขข้อมูล (ครั้งเดียว)"
    )
    parser.add_argument("--port", type=int, default=8100, help="หมายเลขพอร์ต (8100)")
    parser.set_defaults(run=_run)
    return parser


def _run(options: argparse.Namespace) -> int:
    # The server and the forms are wanted by few commands.
    from oit.cli.commands.admin import run  # noqa: PLC0415

    return run(options)
