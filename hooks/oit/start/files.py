"""The files that come with the program for a new repository, and where they go."""

from collections.abc import Mapping
from hashlib import sha256
from pathlib import Path

from oit.atomic import write_atomically
from oit.start import program

_FOLDER = Path(__file__).parent / "files"

KEPT = {
    "mkdocs.yml": "mkdocs.yml",
    "requirements.txt": "requirements.txt",
    ".gitignore": "gitignore",
    ".gitattributes": "gitattributes",
    ".gitlab-ci.yml": "gitlab-ci.yml",
    ".pre-commit-config.yaml": "pre-commit-config.yaml",
    ".github/workflows/publish.yml": "publish.yml",
    "desk.cmd": "desk.cmd",
    ".vscode/settings.json": "vscode-settings.json",
    ".vscode/extensions.json": "vscode-extensions.json",
}
"""The files that ``oit upgrade`` updates, by their path in a repository, and their names here.

No name here begins with a dot, because some tools skip such files.
"""

VERSIONS = ".oit/versions.txt"
"""The versions of the program's dependencies; updated too."""

PAGES = ("about", "accessibility", "privacy")
"""The hand-written pages of a new repository."""


def filled(name: str, values: Mapping[str, str]) -> str:
    """Return a file's text with «name» and the like filled in."""
    text = (_FOLDER / name).read_text(encoding="utf-8")
    for key, value in values.items():
        text = text.replace(f"«{key}»", value)
    # Windows loses its place in a script with other line ends.
    return text.replace("\n", "\r\n") if name.endswith(".cmd") else text


def kept_files() -> dict[str, str]:
    """Return the files of a repository that the program updates."""
    # A lock lists all that is to be installed; versions alone may include what another system
    # does not need.
    option = "--requirement" if program.lock() else "--constraint"
    values = {"program": program.requirement(), "option": option}
    files = {path: filled(name, values) for path, name in KEPT.items()}
    return {**files, VERSIONS: program.versions()}


def fingerprint(text: str) -> str:
    """Return a digest of a text; line endings, which git may change, make no difference."""
    return sha256(text.replace("\r\n", "\n").encode()).hexdigest()


def write_files(base: Path, files: Mapping[str, str]) -> None:
    """Write files; a failure leaves no half of one."""
    for path, text in files.items():
        write_atomically(base / path, text)
