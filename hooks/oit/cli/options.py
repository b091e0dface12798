"""The options that many commands share, and how their values are read."""

import os
from datetime import date
from pathlib import Path
from typing import Any

import click

from oit.bilingual import Bilingual
from oit.cli.command import option
from oit.cli.help import name_of
from oit.cli.output import Output
from oit.cli.usage import WrongCallError
from oit.remarks import VARIABLE
from oit.thai.calendar import YEARS


class File(click.Path):
    """The path of a file or folder; whether it exists is for the command to say."""

    def __init__(self) -> None:
        super().__init__(path_type=Path, readable=False)

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        """Return the path.

        Raises:
            WrongCallError: it is empty, as of a variable of a script that was never set.
        """
        if isinstance(value, str) and not value.strip():
            # For Python it would be the current folder.
            name = name_of(param) if param else self.name
            raise WrongCallError(
                Bilingual(
                    f"{name} ว่าง ถ้าหมายถึงโฟลเดอร์ปัจจุบันให้เขียน .",
                    f"{name} is empty; for the current folder, write .",
                ),
                ctx,
            )
        return super().convert(value, param, ctx)


FILE = File()


class Number(click.ParamType[int]):
    """A whole number, in Thai or Arabic digits."""

    name = "number"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> int:
        """Return the number.

        Raises:
            WrongCallError: it is not a number.
        """
        try:
            return int(value)
        except ValueError:
            name = name_of(param) if param else self.name
            raise WrongCallError(
                Bilingual(
                    f"{name} ต้องเป็นตัวเลข ไม่ใช่ {value}", f"{name} must be a number, not {value}"
                ),
                ctx,
            ) from None


class Year(Number):
    """A fiscal year of the Buddhist era."""

    name = "year"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> int:
        """Return the year.

        Raises:
            WrongCallError: it is not a number, or no year of that era.
        """
        year = super().convert(value, param, ctx)
        if year not in YEARS:
            raise WrongCallError(not_buddhist(name_of(param) if param else self.name, year), ctx)
        return year


def not_buddhist(name: str, year: int) -> Bilingual:
    """Say that a year is not of the Buddhist era, and suggest the year that is meant."""
    meant = year + 543
    near = Bilingual(f" หมายถึง {meant} ใช่หรือไม่", f" (did you mean {meant}?)")
    th, en = near if 1900 <= year <= 2157 else (" เช่น 2569", ", such as 2569")
    return Bilingual(
        f"{name} ต้องเป็นปีพุทธศักราช{th}", f"{name} must be a year of the Buddhist era{en}"
    )


class Day(click.ParamType[date]):
    """A day, as officers write it."""

    name = "date"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> date:
        """Return the day.

        Raises:
            WrongCallError: it is not a date.
        """
        # Few calls name a day.
        from oit.thai import dates  # noqa: PLC0415

        del param
        try:
            return value if isinstance(value, date) else dates.read_day(value).date
        except ValueError:
            raise WrongCallError(
                Bilingual(
                    f"อ่านวันที่ไม่ได้: {value} (เช่น 2569-04-01)",
                    f"cannot read the date {value} (write it like 2569-04-01)",
                ),
                ctx,
            ) from None


class Address(click.ParamType[str]):
    """The address of a folder of a site, to which the paths of its pages are added."""

    name = "address"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """Return the address with a slash at its end.

        Raises:
            WrongCallError: it is no address on the web, or paths cannot be added to it.
        """
        # Few calls name an address.
        from oit.characters import UNPRINTABLE  # noqa: PLC0415
        from oit.forms.fields import read_link  # noqa: PLC0415

        try:
            address = read_link(value)
            is_wrong = bool(UNPRINTABLE.search(address)) or "?" in address or "#" in address
        except ValueError:
            is_wrong = True
        if not is_wrong:
            return address if address.endswith("/") else f"{address}/"
        name = name_of(param) if param else self.name
        raise WrongCallError(
            Bilingual(
                f"{name} ต้องเป็นที่อยู่ที่ขึ้นต้นด้วย https:// หรือ http:// ไม่มีชื่อผู้ใช้ ช่องว่าง ? และ #"
                f" เช่น https://www.example.go.th/manual/ ไม่ใช่ {value}",
                f"{name} must be an address that begins with https:// or http://, without a user"
                f" name, spaces, ? and #, like https://www.example.go.th/manual/; not {value}",
            ),
            ctx,
        )


def _want_remarks(context: click.Context, parameter: click.Parameter, value: bool) -> None:
    del parameter
    if value:
        os.environ[VARIABLE] = context.ensure_object(Output).language
        context.call_on_close(lambda: os.environ.pop(VARIABLE, None))


data = option(
    "--data",
    type=FILE,
    default=Path("data"),
    metavar="DIR",
    about=Bilingual("โฟลเดอร์ข้อมูล (data)", "data folder (data)"),
)
today = option(
    "--today",
    type=Day(),
    metavar="DATE",
    about=Bilingual("ตรวจเสมือนเป็นวันนี้", "check as if today were this day"),
)
verbose = option(
    "-v",
    "--verbose",
    is_flag=True,
    expose_value=False,
    callback=_want_remarks,
    about=Bilingual(
        "บอกด้วยว่าไม่ได้ใช้แคชใด เพราะเหตุใด", "also say which caches were ignored, and why"
    ),
)
year = option(
    "--year", type=Year(), about=Bilingual("ปีงบประมาณ (ปีล่าสุด)", "fiscal year (the newest)")
)
dry_run = option(
    "--dry-run",
    is_flag=True,
    about=Bilingual("แสดงว่าจะทำอะไร โดยไม่เขียนไฟล์", "show what would be done, write nothing"),
)
