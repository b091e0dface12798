"""``oit admin``: one command to install, one to edit."""

from http.server import ThreadingHTTPServer
from pathlib import Path
from socket import socket
from typing import NoReturn

import pytest

from oit.bilingual import Bilingual
from oit.cli.commands import admin
from oit.cli.main import main
from oit.data.folder import DataFolder
from oit.views.pages.editor.fault import NoEditorError
from small_agency import SmallAgency


def call(*arguments: str, lang: str = "th") -> int:
    return main(["admin", *arguments, "--lang", lang])


def test_it_serves_until_it_is_stopped(
    small_agency: SmallAgency, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def stop(*_: object) -> NoReturn:
        raise KeyboardInterrupt

    monkeypatch.setattr(ThreadingHTTPServer, "serve_forever", stop)

    assert call("--data", str(small_agency.data), "--port", "0") == 0
    assert "/admin/" in capsys.readouterr().out


def test_a_port_in_use_is_reported(
    small_agency: SmallAgency, capsys: pytest.CaptureFixture[str]
) -> None:
    with socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        port = str(other.getsockname()[1])

        assert call("--data", str(small_agency.data), "--port", port) == 2
    assert call("--data", str(small_agency.data), "--port", "99999", lang="en") == 2
    said = capsys.readouterr().err
    assert f"ใช้พอร์ต {port} ไม่ได้" in said
    assert "cannot use port 99999" in said


def test_a_folder_without_data_is_reported(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert call("--data", str(tmp_path)) == 2
    assert "agency.yml" in capsys.readouterr().err


def test_it_installs_the_packages(
    folder: DataFolder, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(admin, "install", lambda _: None)

    assert call("install", "--data", str(folder.path)) == 0
    assert "oit admin" in capsys.readouterr().out


def test_the_reason_of_a_failed_installation_is_reported(
    folder: DataFolder, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def fail(_: Path) -> NoReturn:
        raise NoEditorError(Bilingual("ไม่พบ npm", "there is no npm"))

    monkeypatch.setattr(admin, "install", fail)

    assert call("install", "--data", str(folder.path), lang="en") == 2
    assert capsys.readouterr().err == "there is no npm\n"
