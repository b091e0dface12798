"""The one command that installs a part of the program that is missing."""

import json
from importlib import metadata
from pathlib import Path
from typing import Any

import pytest

from oit.cli import extra


@pytest.fixture(autouse=True)
def unix(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.platform", "linux")


def installed(monkeypatch: pytest.MonkeyPatch, origin: dict[str, Any] | None) -> None:
    class Package:
        def read_text(self, _: str) -> str | None:
            return json.dumps(origin) if origin else None

    monkeypatch.setattr(metadata, "distribution", lambda _: Package())


@pytest.mark.parametrize(
    ("marker", "how"),
    [
        ("pyvenv.cfg", "python -m pip install"),
        ("uv-receipt.toml", "uv tool install --force"),
        ("pipx_metadata.json", "pipx install --force"),
    ],
)
def test_it_depends_on_how_the_program_was_installed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, marker: str, how: str
) -> None:
    (tmp_path / marker).touch()
    monkeypatch.setattr("sys.prefix", str(tmp_path))
    installed(monkeypatch, None)
    assert extra.command("desk", tmp_path / "data") == f"{how} 'oit-site[desk]'"


@pytest.mark.parametrize(
    ("origin", "what"),
    [
        ({"url": "file:///srv/oit%20site", "dir_info": {}}, "'/srv/oit site[desk]'"),
        ({"url": "https://a.b/oit.whl"}, "'oit-site[desk] @ https://a.b/oit.whl'"),
        (
            {"url": "https://a.b/oit.git", "vcs_info": {"vcs": "git", "commit_id": "0"}},
            "'oit-site[desk] @ git+https://a.b/oit.git'",
        ),
    ],
)
def test_and_on_where_it_came_from(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, origin: dict[str, Any], what: str
) -> None:
    monkeypatch.setattr("sys.prefix", str(tmp_path))
    installed(monkeypatch, origin)
    assert extra.command("desk", tmp_path / "data") == f"python -m pip install {what}"
    monkeypatch.setattr(extra, "find_spec", lambda _: None)
    assert extra.command("desk", tmp_path / "data") == f"uv pip install {what}"
    monkeypatch.setattr("sys.platform", "win32")
    assert extra.command("desk", tmp_path / "data") == f"uv pip install {what}".replace("'", '"')


def test_a_repository_that_asks_for_it_has_the_command_already(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.prefix", str(tmp_path))
    lines = "# oit-site[desk]\n./.oit/oit_site-0.1-py3-none-any.whl"
    path = tmp_path / "requirements.txt"
    for text, is_asked in ((lines, False), (f"{lines}[desk] --hash=sha256:0", True)):
        path.write_text(text, encoding="utf-8")
        line = extra.command("desk", tmp_path / "data")
        assert (line == "python -m pip install --requirement requirements.txt") is is_asked


def test_a_program_that_is_not_installed_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def missing(_: str) -> None:
        raise metadata.PackageNotFoundError

    monkeypatch.setattr("sys.prefix", str(tmp_path))
    monkeypatch.setattr(metadata, "distribution", missing)
    assert extra.command("desk", tmp_path / "data").endswith("'oit-site[desk]'")


def test_a_fleet_asks_for_its_own_extra(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert extra.missing_fleet(tmp_path) is None
    monkeypatch.setattr("sys.prefix", str(tmp_path))
    installed(monkeypatch, None)
    monkeypatch.setattr(extra, "find_spec", lambda name: None if name == "duckdb" else object())
    missing = extra.missing_fleet(tmp_path)
    assert missing
    assert missing.en.endswith("try again: python -m pip install 'oit-site[fleet]'")
