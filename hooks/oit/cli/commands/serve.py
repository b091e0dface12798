"""The command ``oit serve``: look at the site while it is written, or at a folder that is built."""

import os
import signal
import socket
import sys
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from oit.bilingual import Bilingual
from oit.cli import options
from oit.cli.command import UNUSABLE, argument, command, option
from oit.cli.commands.build import NO_SETTINGS
from oit.cli.output import ExitStatus, Output
from oit.publish import mkdocs
from oit.publish.build import settings_for

HOST = "127.0.0.1"
PORT = 8000
_TRIED = 100
"""How many ports after the first are tried."""


@command(
    "serve",
    Bilingual(
        "เปิดเว็บไซต์บนเครื่องนี้และสร้างใหม่เมื่อข้อมูลเปลี่ยน ถ้าระบุโฟลเดอร์ จะเปิดเว็บไซต์ที่สร้างไว้แล้ว",
        "Serve the site on this machine and build it again when the data changes; with a folder,"
        " serve the site that was built there.",
    ),
    example="oit serve",
    statuses={
        ExitStatus.OK: Bilingual("หยุดด้วย Ctrl+C", "stopped by Ctrl+C"),
        ExitStatus.UNUSABLE: UNUSABLE,
    },
)
@argument(
    "site",
    required=False,
    type=options.FILE,
    metavar="DIR",
    about=Bilingual("เว็บไซต์ที่สร้างแล้ว เช่น site-manual", "a built site, such as site-manual"),
)
@options.data
@option(
    "--port",
    type=int,
    about=Bilingual(f"พอร์ต (ว่างตัวแรกจาก {PORT})", f"port (the first free one from {PORT})"),
)
@option(
    "--clean",
    is_flag=True,
    about=Bilingual(
        "สร้างใหม่ทุกหน้าทุกครั้ง ไม่ใช่เฉพาะที่เปลี่ยน", "build every page each time, not only what is new"
    ),
)
def run(
    output: Output, *, site: Path | None, data: Path, port: int | None, clean: bool
) -> ExitStatus:
    """Serve until Ctrl+C."""
    free = _free_port(port)
    if free is None:
        return output.refuse(_no_port(port))
    if site is not None:
        return _serve_folder(output, site, free)
    settings = settings_for(data)
    if settings is None:
        return output.refuse(NO_SETTINGS)
    build = () if clean else ("--dirty",)
    return _serve_data(output, data, settings, free, *build)


def _free_port(port: int | None) -> int | None:
    tried = range(PORT, PORT + _TRIED) if port is None else [port]
    return next((candidate for candidate in tried if _is_free(candidate)), None)


def _is_free(port: int) -> bool:
    with socket.socket() as trial:
        # As servers do, or a port that was just used would seem taken for a minute.
        if os.name == "posix":
            trial.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            trial.bind((HOST, port))
        except (OSError, OverflowError):
            return False
    return True


def _no_port(port: int | None) -> Bilingual:
    if port is None:
        return Bilingual(
            f"ไม่มีพอร์ตว่างตั้งแต่ {PORT} ให้ระบุด้วย --port",
            f"no port from {PORT} on is free; name one with --port",
        )
    free = _free_port(None)
    return Bilingual(
        f"ใช้พอร์ต {port} ไม่ได้ อาจมีโปรแกรมอื่นใช้อยู่ พอร์ตที่ว่างคือ {free}: oit serve --port {free}",
        f"port {port} cannot be used, perhaps another program has it; port {free} is free:"
        f" oit serve --port {free}",
    )


def _serve_data(output: Output, data: Path, settings: Path, port: int, *options: str) -> ExitStatus:
    output.note(Bilingual("กำลังสร้างเว็บไซต์ …", "building the site …"))
    _end_as_by_ctrl_c()
    address = ("--dev-addr", f"{HOST}:{port}")
    with mkdocs.start("serve", settings, data, *address, *options) as server:
        try:
            for line in mkdocs.plain(server.stderr or ()):
                sys.stderr.write(line)
                sys.stderr.flush()
            status = server.wait()
        except KeyboardInterrupt:
            server.terminate()
            return ExitStatus.OK
    if not status:
        return ExitStatus.OK
    return output.refuse(
        Bilingual(
            "ยังไม่ได้เปิดเว็บไซต์ แก้ตามข้างบนแล้วสั่ง oit serve อีกครั้ง",
            "the site is not served; fix the above, then run oit serve again",
        )
    )


def _serve_folder(output: Output, site: Path, port: int) -> ExitStatus:
    if not (site / "index.html").is_file():
        return output.refuse(
            Bilingual(
                f"ไม่มีหน้าแรก (index.html) ใน {site} ให้ระบุโฟลเดอร์ของเว็บไซต์ที่สร้างแล้ว",
                f"there is no front page (index.html) in {site}; name the folder of a built site",
            )
        )
    _end_as_by_ctrl_c()
    handler = partial(_Quiet, directory=str(site))
    with ThreadingHTTPServer((HOST, port), handler) as server:
        output.note(
            Bilingual(
                f"เปิดดูที่ http://{HOST}:{port}/ หยุดด้วย Ctrl+C",
                f"open http://{HOST}:{port}/ and stop with Ctrl+C",
            )
        )
        try:
            server.serve_forever()
        except KeyboardInterrupt:
            return ExitStatus.OK
    return ExitStatus.OK


def _end_as_by_ctrl_c() -> None:
    """Stop in good order when the system ends this process: no server of ours may stay behind."""
    signal.signal(signal.SIGTERM, signal.default_int_handler)


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the base's name
        """Say nothing of each request."""
