"""The command ``oit admin``: the editor for the folder on this machine, and its installation."""

import argparse
import sys
from contextlib import suppress

from oit.admin.local import Repository
from oit.admin.server import HOST, make_server
from oit.bilingual import Bilingual, Language
from oit.cli.usage import refuse
from oit.data.folder import DataFolder
from oit.data.load import read_agency
from oit.views.pages.editor.fault import NoEditorError
from oit.views.pages.editor.files import local_files
from oit.views.pages.editor.packages import folder_of, install

DONE = 0
"""Exit status: it was installed, or served until it was stopped."""


def run(options: argparse.Namespace) -> int:
    """Install the editor or serve it; return the exit status."""
    folder = DataFolder(options.data)
    try:
        return _install(folder, options.lang) if options.action else _serve(folder, options)
    except NoEditorError as error:
        return refuse([error.told.text(options.lang)])


def _install(folder: DataFolder, language: Language) -> int:
    install(folder_of(folder))
    done = Bilingual(
        f"ติดตั้งตัวแก้ไขข้อมูลแล้วที่ {folder_of(folder)} สั่ง oit admin เพื่อเริ่มใช้",
        f"the editor is installed in {folder_of(folder)}; call `oit admin` to use it",
    )
    _say(done, language)
    return DONE


def _serve(folder: DataFolder, options: argparse.Namespace) -> int:
    agency, findings = read_agency(folder)
    if agency is None:
        return refuse(finding.told(options.lang) for finding in findings)
    try:
        server = make_server(local_files(folder, agency), Repository(folder), options.port)
    except (OSError, OverflowError):
        taken = Bilingual(
            f"ใช้พอร์ต {options.port} ไม่ได้ ให้ระบุพอร์ตอื่น เช่น --port 8123",
            f"port {options.port} cannot be used; name another one, such as --port 8123",
        )
        return refuse([taken.text(options.lang)])
    address = f"http://{HOST}:{server.server_address[1]}/admin/"
    ready = Bilingual(
        f"เปิด {address} เพื่อแก้ไขข้อมูลใน {folder.path} (หยุดด้วย Ctrl+C)",
        f"open {address} to edit {folder.path} (stop with Ctrl+C)",
    )
    _say(ready, options.lang)
    with server, suppress(KeyboardInterrupt):
        server.serve_forever()
    return DONE


def _say(words: Bilingual, language: Language) -> None:
    sys.stdout.write(words.text(language) + "\n")
    sys.stdout.flush()
