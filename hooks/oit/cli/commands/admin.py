"""The command ``oit admin``: the editor for the folder on this machine, and its installation."""

from contextlib import suppress
from datetime import date
from pathlib import Path

from oit.admin.local import Repository
from oit.admin.server import HOST, make_server
from oit.bilingual import Bilingual
from oit.cli import options
from oit.cli.command import UNUSABLE, Choice, argument, command, option
from oit.cli.output import ExitStatus, Output
from oit.data.folder import DataFolder
from oit.data.load import read_agency
from oit.views.pages.editor.fault import NoEditorError
from oit.views.pages.editor.files import local_files
from oit.views.pages.editor.packages import folder_of, install


@command(
    "admin",
    Bilingual(
        "แก้ไขข้อมูลด้วยแบบฟอร์มในเบราว์เซอร์ บนเครื่องนี้ (ติดตั้งครั้งเดียวด้วย oit admin install)",
        "Edit the data with forms in the browser, on this machine (oit admin install first, once).",
    ),
    example="oit admin install && oit admin",
    statuses={
        ExitStatus.OK: Bilingual("ติดตั้งแล้ว หรือหยุดแล้ว", "installed, or stopped by Ctrl+C"),
        ExitStatus.UNUSABLE: UNUSABLE,
    },
)
@argument(
    "action",
    type=Choice(["install"]),
    required=False,
    about=Bilingual("install: ติดตั้งตัวแก้ไขข้อมูล (ครั้งเดียว)", "install: install the editor (once)"),
)
@options.data
@options.today
@option(
    "--port",
    type=options.Number(),
    default=8100,
    about=Bilingual("หมายเลขพอร์ต (8100)", "port (8100)"),
)
def run(
    output: Output, *, action: str | None, data: Path, today: date | None, port: int
) -> ExitStatus:
    """Install the editor or serve it."""
    del today
    folder = DataFolder(data)
    try:
        return _install(output, folder) if action else _serve(output, folder, port)
    except NoEditorError as error:
        return output.refuse(error.reason)


def _install(output: Output, folder: DataFolder) -> ExitStatus:
    install(folder_of(folder))
    output.tell(
        Bilingual(
            f"ติดตั้งตัวแก้ไขข้อมูลแล้วที่ {folder_of(folder)} สั่ง oit admin เพื่อเริ่มใช้",
            f"the editor is installed in {folder_of(folder)}; start it with `oit admin`",
        )
    )
    return ExitStatus.OK


def _serve(output: Output, folder: DataFolder, port: int) -> ExitStatus:
    agency, findings = read_agency(folder)
    if agency is None:
        return output.refuse(*findings)
    try:
        server = make_server(local_files(folder, agency), Repository(folder), port)
    except (OSError, OverflowError):
        return output.refuse(
            Bilingual(
                f"ใช้พอร์ต {port} ไม่ได้ ให้ระบุพอร์ตอื่น เช่น --port 8123",
                f"cannot use port {port}; name another one, such as --port 8123",
            )
        )
    address = f"http://{HOST}:{server.server_address[1]}/admin/"
    output.tell(
        Bilingual(
            f"เปิด {address} เพื่อแก้ไขข้อมูลใน {folder.path} (หยุดด้วย Ctrl+C)",
            f"open {address} to edit {folder.path} (stop with Ctrl+C)",
        )
    )
    with server, suppress(KeyboardInterrupt):
        server.serve_forever()
    return ExitStatus.OK
