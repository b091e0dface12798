"""Copies a version of the program into the scratch folder."""

import os
import shutil
import subprocess
import sys
import tarfile
from pathlib import Path

ROOT = Path(__file__).parent.parent.parent
SETTINGS = "mkdocs.yml"

_PARTS = ("hooks", "pyproject.toml", "README.md", "LICENSE", SETTINGS)
_LEFT_OUT = shutil.ignore_patterns("__pycache__", "*.egg-info", "node_modules")
_WRITE_METADATA = """\
import sys
from setuptools import build_meta

build_meta.prepare_metadata_for_build_wheel(sys.argv[1])
"""


class UnknownVersionError(Exception):
    """No folder, manifest or revision has this name."""


def require(version: str) -> None:
    """Check that there is a folder or a revision of this name.

    Raises:
        UnknownVersionError: there is none.
    """
    if Path(version).is_dir():
        if not Path(version, "hooks/oit").is_dir():
            raise UnknownVersionError(f"{version} is not a checkout of the project")
    elif _git("rev-parse", "--verify", "--quiet", f"{version}^{{tree}}"):
        raise UnknownVersionError(f"{version}: no folder, manifest or revision of this name")


def tree_of(version: str, work: Path) -> Path:
    """Return the tree of a version: the folder itself, or a revision checked out in ``work``."""
    if Path(version).is_dir():
        return Path(version).resolve()
    tree, archive = work / "tree", work / "tree.tar"
    if _git("archive", "--format=tar", f"--output={archive}", version):
        raise UnknownVersionError(f"{version} cannot be checked out")
    with tarfile.open(archive) as files:
        files.extractall(tree, filter="data")
    return tree


def _git(*arguments: str) -> int:
    """Call git in the repository of this file; return its exit status."""
    command = ["git", "-C", str(ROOT), *arguments]
    return subprocess.run(command, check=False, capture_output=True).returncode


def copy_program(tree: Path, program: Path) -> None:
    """Copy the program of a tree, and write the metadata that installing it would write.

    Without its own metadata the program would find the metadata of the environment, which may be
    of another version, and ``oit init`` would build a package from another folder.
    """
    program.mkdir()
    for name in _PARTS:
        if (tree / name).is_dir():
            shutil.copytree(tree / name, program / name, ignore=_LEFT_OUT)
        else:
            shutil.copy(tree / name, program / name)
    hooks = program / "hooks"
    subprocess.run(
        [sys.executable, "-c", _WRITE_METADATA, str(hooks)],
        cwd=program,
        env={**os.environ, "PYTHONPATH": ""},
        check=True,
        capture_output=True,
    )
    for left_by_setuptools in hooks.glob("*.egg-info"):
        shutil.rmtree(left_by_setuptools)
