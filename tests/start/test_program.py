"""How a new repository gets the program that builds it."""

import io
import json
import shutil
import subprocess
import zipfile
from collections.abc import Iterator
from importlib import metadata
from pathlib import Path
from typing import Any

import pytest

from commands import ROOT, python
from oit import __version__
from oit.start import program
from oit.start.files import VERSIONS
from start.newcomer import Newcomer

FROM_INDEX = "oit-site[desk]==" + __version__
COMMIT = "0123456789abcdef0123456789abcdef01234567"


@pytest.fixture
def installed(monkeypatch: pytest.MonkeyPatch) -> Iterator[Any]:
    """Pretend that the program was installed from an origin, as pip notes it."""

    class Package:
        def __init__(self, origin: dict[str, Any] | None) -> None:
            self.noted = json.dumps(origin) if origin else None

        def read_text(self, _: str) -> str | None:
            return self.noted

    def pretend(origin: dict[str, Any] | None) -> None:
        monkeypatch.setattr(metadata, "distribution", lambda _: Package(origin))
        program.wheel.cache_clear()

    program.lock.cache_clear()

    yield pretend
    program.wheel.cache_clear()
    program.lock.cache_clear()


@pytest.mark.parametrize(
    ("origin", "line"),
    [
        (None, FROM_INDEX),
        (
            {
                "url": "https://code.example/oit.git",
                "vcs_info": {"vcs": "git", "commit_id": COMMIT},
            },
            f"oit-site[desk] @ git+https://code.example/oit.git@{COMMIT}",
        ),
        (
            {"url": "https://files.example/oit_site.whl", "archive_info": {}},
            "oit-site[desk] @ https://files.example/oit_site.whl",
        ),
        ({"url": "file:///nowhere/oit", "dir_info": {}}, FROM_INDEX),
    ],
    ids=["an index", "version control", "a file elsewhere", "a folder that is gone"],
)
def test_requirement_names_where_the_program_came_from(
    origin: dict[str, Any] | None, line: str, installed: Any
) -> None:
    installed(origin)
    assert program.requirement() == line
    assert program.wheel() is None
    assert program.is_lost() is bool(origin and origin["url"].startswith("file:"))


def test_program_from_a_wheel_comes_along_as_it_is(installed: Any, tmp_path: Path) -> None:
    (tmp_path / "โปรแกรม oit.whl").write_bytes(b"a wheel")
    installed({"url": (tmp_path / "โปรแกรม oit.whl").as_uri(), "archive_info": {}})
    assert program.requirement() == f"./{program.WHEEL}[desk]"
    assert program.wheel() == b"a wheel"


def test_program_from_a_folder_that_is_none_of_ours_is_lost(installed: Any, tmp_path: Path) -> None:
    installed({"url": tmp_path.as_uri(), "dir_info": {}})
    assert program.is_lost()


def test_program_that_is_lost_is_reported_of(newcomer: Newcomer, installed: Any) -> None:
    program.versions()
    installed({"url": "file:///nowhere/oit", "dir_info": {}})
    # A pretended origin cannot provide the dependencies.
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(program, "versions", str)
        printed = newcomer.init()
    assert program.LOST.th in printed.out
    assert FROM_INDEX in (newcomer.site / "requirements.txt").read_text(encoding="utf-8")


def test_repository_holds_the_program_and_can_install_it(
    newcomer: Newcomer, tmp_path: Path
) -> None:
    assert newcomer.init().status == 0
    wheel = newcomer.site / program.WHEEL
    names = set(zipfile.ZipFile(wheel).namelist())
    package = ROOT / "hooks"
    modules = {path.relative_to(package).as_posix() for path in package.rglob("*.py")}
    assert modules <= names
    assert {"oit/checklists/general-2569.yml", "oit/theme/main.html"} <= names
    locked, line = (
        (newcomer.site / "requirements.txt").read_text(encoding="utf-8").splitlines()[-2:]
    )
    assert locked == f"--requirement {VERSIONS}"
    # No index is needed: the line itself names the program.
    (newcomer.site / "program.txt").write_text(line, encoding="utf-8")
    install = ("pip", "install", "--no-index", "--no-deps", "--require-hashes")
    where = ("--target", tmp_path / "here", "--requirement", "program.txt")
    done = python(*install, *where, cwd=newcomer.site)
    assert done.returncode == 0, done.stderr
    assert (tmp_path / "here/oit/cli/main.py").is_file()


def test_a_repository_with_the_program_has_its_lock_with_every_hash(newcomer: Newcomer) -> None:
    newcomer.init()
    text = (newcomer.site / VERSIONS).read_text(encoding="utf-8")
    packages = text.replace(" \\\n", " ").splitlines()
    names = {package.partition("==")[0] for package in packages}
    assert {"mkdocs", "mkdocs-material", "pyyaml", "pydantic", "colorama"} <= names
    assert {"starlette", "uvicorn", "python-multipart", "itsdangerous", "argon2-cffi"} <= names
    assert all(" --hash=sha256:" in package for package in packages)


def test_the_lock_is_in_the_wheel_for_machines_that_have_nothing_else(tmp_path: Path) -> None:
    wheel = tmp_path / "oit.whl"
    wheel.write_bytes(program.wheel() or b"")
    with zipfile.ZipFile(wheel) as archive:
        assert archive.read("oit/start/files/lock.txt") == (ROOT / "requirements.txt").read_bytes()


def test_without_a_lock_versions_are_those_that_the_program_runs_with(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(program, "lock", str)
    pinned = dict(line.split("==") for line in program.versions().splitlines())
    assert {"mkdocs", "mkdocs-material", "pyyaml", "pydantic"} <= pinned.keys()
    assert pinned["mkdocs"] == metadata.version("mkdocs")
    assert {"starlette", "uvicorn", "argon2-cffi"} <= pinned.keys()
    assert "pytest" not in pinned
    assert [*pinned] == sorted(pinned)


def test_upgrade_brings_the_program_along(newcomer: Newcomer) -> None:
    newcomer.init()
    wheel = newcomer.site / program.WHEEL
    whole = wheel.read_bytes()
    older = wheel.with_name("oit_site-0.0.1-py3-none-any.whl")
    wheel.rename(older)
    printed = newcomer.on_data("upgrade", "--dry-run")
    assert program.WHEEL in printed.out
    assert older.exists()
    assert program.WHEEL in newcomer.on_data("upgrade").out
    assert wheel.read_bytes() == whole
    assert not older.exists()
    assert program.WHEEL not in newcomer.on_data("upgrade").out


def test_program_from_an_archive_of_its_sources_is_built(installed: Any, tmp_path: Path) -> None:
    sources = tmp_path / "sources"
    for name in ("hooks/oit/__init__.py", "hooks/oit_site.py", "hooks/oit_plugin.py"):
        (sources / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(ROOT / name, sources / name)
    for name in ("pyproject.toml", "README.md", "LICENSE"):
        shutil.copy(ROOT / name, sources)
    archive = Path(shutil.make_archive(str(tmp_path / "oit"), "zip", tmp_path, "sources"))
    installed({"url": archive.as_uri(), "archive_info": {}})
    wheel = program.wheel()
    assert wheel
    names = zipfile.ZipFile(io.BytesIO(wheel)).namelist()
    assert any(name.endswith(".dist-info/METADATA") for name in names)


def test_where_setuptools_is_not_there_pip_is_asked_for_it(
    installed: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[list[str]] = []

    def run(command: list[str], **_: object) -> None:
        asked.append(command)
        if "--no-build-isolation" not in command:
            out = Path(command[command.index("--wheel-dir") + 1])
            (out / Path(program.WHEEL).name).write_bytes(b"built")

    monkeypatch.setattr(subprocess, "run", run)
    installed({"url": ROOT.as_uri(), "dir_info": {}})
    assert program.wheel() == b"built"
    assert len(asked) == 2


def test_a_folder_that_holds_another_version_by_now_gives_no_wheel(
    installed: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    def run(command: list[str], **_: object) -> None:
        out = Path(command[command.index("--wheel-dir") + 1])
        (out / "oit_site-99.0-py3-none-any.whl").write_bytes(b"newer")

    monkeypatch.setattr(subprocess, "run", run)
    installed({"url": ROOT.as_uri(), "dir_info": {}})
    assert program.wheel() is None
