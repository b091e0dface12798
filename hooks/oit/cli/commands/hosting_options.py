"""What ``oit hosting`` and ``oit pack`` are called with; light, since every command loads it."""

import argparse
from collections.abc import Sequence
from pathlib import Path
from typing import Any

SERVERS = {"nginx": "nginx.conf", "apache": "htaccess", "iis": "web.config", "headers": "headers"}
"""The template of the settings of each kind of server, by what people call it."""


def add_parser(commands: Any, parents: Sequence[argparse.ArgumentParser] = ()) -> None:
    """Add both commands; ``parents`` are ``--data`` and ``--today``, and ``--lang``."""
    hosting = commands.add_parser(
        "hosting", parents=list(parents), help="พิมพ์การตั้งค่าเครื่องบริการเว็บสำหรับเว็บไซต์นี้"
    )
    hosting.add_argument("server", choices=list(SERVERS), help="ชนิดของเครื่องบริการ")
    hosting.set_defaults(run=_hosting)

    pack = commands.add_parser(
        "pack", parents=list(parents), help="ตรวจเว็บไซต์ที่สร้างแล้ว แล้วรวมเป็น ZIP สำหรับนำขึ้นโฮสต์"
    )
    pack.add_argument(
        "site", nargs="?", default="site", metavar="DIR", help="โฟลเดอร์ที่ oit build สร้าง (site)"
    )
    pack.add_argument(
        "--out", type=Path, default=Path("site.zip"), metavar="FILE", help="ไฟล์ ZIP (site.zip)"
    )
    pack.set_defaults(run=_pack)


# The templates' engine, and what verifies sites, are wanted by these two commands.


def _hosting(options: argparse.Namespace) -> int:
    from oit.cli.commands.hosting import run  # noqa: PLC0415

    return run(options)


def _pack(options: argparse.Namespace) -> int:
    from oit.cli.commands.pack import run  # noqa: PLC0415

    return run(options)
