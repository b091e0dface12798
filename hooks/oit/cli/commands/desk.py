"""The command ``oit desk``: the officer's desk in a browser, and the accounts of its network."""

from datetime import date
from pathlib import Path
from typing import Any

import click

from oit.bilingual import Bilingual
from oit.cli import extra, options
from oit.cli.command import Entry, Group, Option
from oit.cli.output import ExitStatus, Output


def _run(context: click.Context, *, data: Path, today: date | None, **given: Any) -> ExitStatus:
    output = context.ensure_object(Output)
    if missing := extra.missing_desk(data):
        context.exit(output.refuse(missing))
    if context.invoked_subcommand:
        return ExitStatus.OK
    # It needs what may not be installed.
    from oit.cli.commands import desk_serve  # noqa: PLC0415

    return desk_serve.serve(output, data, today, desk_serve.Call(**given))


def _option(*names: str, about: Bilingual, **settings: Any) -> Option:
    return Option(names, about=about, **settings)


run = Group(
    "desk",
    about=Bilingual(
        "เปิดโต๊ะทำงานของเจ้าหน้าที่ในเบราว์เซอร์: กรอกข้อมูล แนบเอกสาร ตรวจ และเผยแพร่ (หยุดด้วย Ctrl+C)"
        " ไม่ใส่ --network จะตอบเฉพาะเครื่องนี้และไม่ต้องเข้าสู่ระบบ",
        "Open the officer's desk in a browser: fill in, attach, check, publish (Ctrl+C stops it)."
        " Without --network it answers this machine only, and nobody signs in.",
    ),
    sections={
        Bilingual("เมื่อใช้ทั้งสำนักงาน", "For an office"): {
            "account": Entry(
                "desk_account",
                Bilingual("บัญชีของเจ้าหน้าที่บนเครือข่าย", "accounts of officers on the network"),
            ),
        },
    },
    options=[
        _option(
            "--data",
            type=options.FILE,
            default=Path("data"),
            metavar="DIR",
            about=Bilingual("โฟลเดอร์ข้อมูล (data)", "data folder (data)"),
        ),
        _option(
            "--port",
            type=options.Number(),
            about=Bilingual("พอร์ต (ว่างตัวแรกจาก 8100)", "port (the first free one from 8100)"),
        ),
        _option(
            "--no-browser",
            is_flag=True,
            about=Bilingual("พิมพ์ที่อยู่ ไม่เปิดเบราว์เซอร์", "print the address, open no browser"),
        ),
        _option(
            "--network",
            is_flag=True,
            about=Bilingual(
                "ให้ทั้งสำนักงานใช้ ทุกคนเข้าสู่ระบบด้วยบัญชีของตน", "serve the office; everybody signs in"
            ),
        ),
        _option(
            "--host",
            "hosts",
            multiple=True,
            metavar="NAME",
            about=Bilingual(
                "กับ --network: ที่อยู่ของเครื่องนี้ หรือชื่อที่เจ้าหน้าที่เปิด (ระบุซ้ำได้)",
                "with --network: an address of this machine, or a name that officers open"
                " (may be repeated)",
            ),
        ),
        _option(
            "--certificate",
            type=options.FILE,
            metavar="FILE",
            about=Bilingual(
                "ใบรับรอง TLS แบบ PEM รวมใบรับรองคั่นกลาง", "TLS certificate with its chain (PEM)"
            ),
        ),
        _option(
            "--key",
            type=options.FILE,
            metavar="FILE",
            about=Bilingual("กุญแจของใบรับรอง แบบ PEM", "key of the certificate (PEM)"),
        ),
        _option(
            "--behind-proxy",
            metavar="NAME",
            default="",
            about=Bilingual(
                "ชื่อที่เว็บเซิร์ฟเวอร์ของหน่วยงาน (Caddy, nginx) เปิดให้ด้วย https เช่น desk.example.go.th",
                "the name at which the agency's web server (Caddy, nginx) serves the desk by https",
            ),
        ),
        _option(
            "--proxy",
            "proxies",
            multiple=True,
            metavar="ADDRESS",
            about=Bilingual(
                "ที่อยู่ IP ของเว็บเซิร์ฟเวอร์นั้น (127.0.0.1)", "IP address of that web server (127.0.0.1)"
            ),
        ),
        _option(
            "--plain-http",
            is_flag=True,
            about=Bilingual(
                "ยอมให้ไม่เข้ารหัส: ผู้อื่นในเครือข่ายอ่านรหัสผ่านและข้อมูลได้",
                "no encryption: others on the network can read passwords and data",
            ),
        ),
        _option(
            "--publish-to",
            type=options.FILE,
            metavar="DIR",
            about=Bilingual(
                "โฟลเดอร์ของเว็บไซต์ ถ้าหน่วยงานเผยแพร่ด้วยการวางไฟล์ในโฟลเดอร์",
                "folder of the public site, if the agency publishes into a folder",
            ),
        ),
        _option(
            "--today",
            type=options.Day(),
            metavar="DATE",
            about=Bilingual("ตรวจเสมือนเป็นวันนี้", "check as if today were this day"),
        ),
    ],
    callback=_run,
)
