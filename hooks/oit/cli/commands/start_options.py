"""What ``oit init``, ``new``, ``new-year`` and ``upgrade`` are called with; light to load."""

import argparse
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from oit.forms.agency import KINDS

KNOWN_AS = KINDS | {
    "municipality": "เทศบาล (นคร เมือง ตำบล)",
    "subdistrict": "องค์การบริหารส่วนตำบล (อบต.)",
    "provincial": "องค์การบริหารส่วนจังหวัด (อบจ.)",
}
"""The kinds of agency as they are told apart: a เทศบาลตำบล is none of a subdistrict's."""


def add_parser(commands: Any, parents: Sequence[argparse.ArgumentParser] = ()) -> None:
    """Add the commands; ``parents`` are the options that commands share (``--lang``)."""
    init = commands.add_parser("init", parents=list(parents), help="เริ่มเว็บไซต์ของหน่วยงานใหม่")
    init.add_argument("folder", type=Path, metavar="DIR", help="โฟลเดอร์ใหม่ หรือโฟลเดอร์ว่าง")
    init.add_argument("--name", help="ชื่อหน่วยงาน")
    kinds = ", ".join(f"{kind} {title}" for kind, title in KNOWN_AS.items())
    init.add_argument("--kind", help=f"ประเภทหน่วยงาน: {kinds}")
    init.add_argument("--province", help="จังหวัด")
    init.add_argument("--year", help="ปีงบประมาณ เช่น 2569")
    init.add_argument("--checklist", help="แบบวัด (ตามประเภทหน่วยงาน)")
    init.set_defaults(run=_init)

    data = argparse.ArgumentParser(add_help=False)
    data.add_argument(
        "--data", type=Path, default=Path("data"), metavar="DIR", help="โฟลเดอร์ข้อมูล (data)"
    )
    shared = [*parents, data]
    new = commands.add_parser("new", parents=shared, help="เขียนไฟล์ของข้อที่ยังไม่มี พร้อมคำอธิบายทุกช่อง")
    new.add_argument("item", metavar="ITEM", help="ข้อ เช่น O12")
    new.add_argument("--year", type=int, help="ปีงบประมาณ (ปีล่าสุด)")
    new.set_defaults(run=_new)

    new_year = commands.add_parser("new-year", parents=shared, help="เริ่มปีงบประมาณใหม่จากข้อมูลปีก่อน")
    new_year.add_argument("year", type=int, metavar="YEAR", help="ปีงบประมาณใหม่ เช่น 2570")
    new_year.set_defaults(run=_new_year)

    upgrade = commands.add_parser("upgrade", parents=shared, help="ปรับข้อมูลเดิมให้ใช้กับโปรแกรมรุ่นนี้")
    upgrade.add_argument("--dry-run", action="store_true", help="แสดงว่าจะทำอะไร โดยไม่เขียนไฟล์")
    upgrade.set_defaults(run=_upgrade)


# Each command loads what it needs when it is called: every other command of ``oit`` loads this.


def _init(options: argparse.Namespace) -> int:
    from oit.start.init import run  # noqa: PLC0415

    return run(options)


def _new(options: argparse.Namespace) -> int:
    from oit.start.new import run  # noqa: PLC0415

    return run(options)


def _new_year(options: argparse.Namespace) -> int:
    from oit.start.new_year import run  # noqa: PLC0415

    return run(options)


def _upgrade(options: argparse.Namespace) -> int:
    from oit.start.upgrade import run  # noqa: PLC0415

    return run(options)
