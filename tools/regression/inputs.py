"""The inputs that both versions get, all from one tree of the project."""

import os
import re
import shutil
import subprocess
import sys
from hashlib import sha256
from pathlib import Path

from tools.regression import office
from tools.regression.server import HOSTS

PROJECT, CASES, HOSTILE, OFFICE, LINKS = "project", "cases", "hostile", "office", "links"
"""The folders of inputs: the sample and the examples; the cases of the tests; and so on."""
CODES = "codes.txt"

_LEFT_OUT = shutil.ignore_patterns(".cache", "__pycache__")
_WRITE_HOSTILE = """\
import sys
from importlib import import_module
from pathlib import Path

import_module(sys.argv[1]).write(Path(sys.argv[2]))
"""


def collect(tree: Path, inputs: Path) -> None:
    """Collect the inputs of a tree of the project in a new folder."""
    for name in ("data", "docs", "examples"):
        shutil.copytree(tree / name, inputs / PROJECT / name, ignore=_LEFT_OUT)
    shutil.copytree(tree / "tests/cases", inputs / CASES, ignore=_LEFT_OUT)
    _collect_hostile(tree, inputs / HOSTILE)
    office.write(inputs / OFFICE)
    _write_links(inputs / LINKS)
    (inputs / CODES).write_text("\n".join(_codes(tree)), encoding="utf-8")


def digest(inputs: Path) -> str:
    """Return a digest of all inputs, names and contents."""
    files = sorted(path for path in inputs.rglob("*") if path.is_file())
    lines = (f"{path.relative_to(inputs)} {_sha256(path.read_bytes())}\n" for path in files)
    return _sha256("".join(lines).encode())


def _collect_hostile(tree: Path, folder: Path) -> None:
    """Let the tests of the tree write their hostile data."""
    folder.mkdir()
    tests = tree / "tests"
    module = next(tests.rglob("hostile.py")).relative_to(tests).with_suffix("")
    path = os.pathsep.join([str(tree / "hooks"), str(tests)])
    subprocess.run(
        [sys.executable, "-c", _WRITE_HOSTILE, ".".join(module.parts), str(folder)],
        env={**os.environ, "PYTHONPATH": path, "PYTHONHASHSEED": "0"},
        check=True,
    )


def _write_links(folder: Path) -> None:
    """Write an agency whose news link to each host that ``server`` answers for."""
    (folder / "data/2569").mkdir(parents=True)
    (folder / "data/agency.yml").write_text(office.AGENCY, encoding="utf-8")
    (folder / "data/links.yml").write_text(
        "links:\n  - {address: 'http://excepted.go.th/*', reason: ตอบเฉพาะเบราว์เซอร์}\n"
        "  - {address: 'http://unused.go.th/*', reason: ไม่มีแล้ว}\n",
        encoding="utf-8",
    )
    addresses = [*HOSTS, HOSTS[1], "http://excepted.go.th/a", "http://192.168.1.1/",
                 "http://staging.go.th/", "https://www.example.com/"]  # fmt: skip
    news = "".join(
        f"  - {{title: ข่าว, date: 2569-01-01, link: '{address}'}}\n" for address in addresses
    )
    (folder / "data/2569/o04.yml").write_text(f"owner: กองวิชาการ\nnews:\n{news}", encoding="utf-8")


def _codes(tree: Path) -> list[str]:
    """Return every code of a message that occurs in the source."""
    sources = (path.read_text(encoding="utf-8") for path in (tree / "hooks").rglob("*.py"))
    return sorted({code for source in sources for code in re.findall(r"\bOIT\d{3}\b", source)})


def _sha256(content: bytes) -> str:
    return sha256(content).hexdigest()
