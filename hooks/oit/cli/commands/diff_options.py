"""What ``oit diff`` is called with; light, since every command of ``oit`` loads it."""

import argparse
from collections.abc import Sequence
from typing import Any

FORMATS = ("text", "markdown")


def add_parser(
    commands: Any, parents: Sequence[argparse.ArgumentParser] = ()
) -> argparse.ArgumentParser:
    """Add the command; ``parents`` have ``--data``, ``--today`` and ``--lang``."""
    parser: argparse.ArgumentParser = commands.add_parser(
        "diff", parents=list(parents), help="บอกว่าอะไรครบขึ้นหรือถดถอย ระหว่างสองคอมมิตหรือสองปี"
    )
    parser.add_argument(
        "old", nargs="?", metavar="OLD", help="คอมมิตก่อน เช่น main (HEAD คือคอมมิตล่าสุด)"
    )
    parser.add_argument("new", nargs="?", metavar="NEW", help="คอมมิตหลัง (ไฟล์ปัจจุบัน)")
    parser.add_argument("--year", type=int, help="ปีงบประมาณ (ปีล่าสุด)")
    parser.add_argument("--other-year", type=int, help="เทียบกับปีนี้แทนคอมมิต")
    parser.add_argument(
        "--format", choices=FORMATS, default="text", help="markdown สำหรับความเห็นใน pull request"
    )
    parser.set_defaults(run=_run)
    return parser


def _run(options: argparse.Namespace) -> int:
    # Only this command reads data twice.
    from oit.cli.commands.diff import run  # noqa: PLC0415

    return run(options)
