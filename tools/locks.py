"""Prove that pip accepts both locks: the pips that come with Python 3.11, and the newest.

    .venv/bin/python tools/locks.py

pip 23 refuses a lock that pins a package without the extras that another package asks for; later
versions do not. So each version resolves each lock, with hashes, and installs nothing. The exit
status is 1 if one of them refuses.
"""

import subprocess
import sys
import tempfile
import venv
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
LOCKS = ("requirements.txt", "requirements-dev.txt")
PIPS = ("pip==23.0.1", "pip==23.2.1", "pip")  # the last has no version: the newest


def main() -> int:
    """Resolve every lock with every pip; return 1 if one refuses."""
    refused = False
    for requirement in PIPS:
        with tempfile.TemporaryDirectory(prefix="oit-locks-") as folder:
            python = environment(Path(folder), requirement)
            version = pip(python, "--version").stdout.split()[1]
            for lock in LOCKS:
                result = resolve(python, ROOT / lock)
                print(f"pip {version}: {lock}: {'refused' if result.returncode else 'ok'}")
                if result.returncode:
                    print(*errors(result.stderr), sep="\n", file=sys.stderr)
                    refused = True
    return int(refused)


def environment(folder: Path, requirement: str) -> Path:
    """Make an environment with this pip; return its Python."""
    venv.create(folder, with_pip=True)
    python = folder / ("Scripts/python.exe" if sys.platform == "win32" else "bin/python")
    pip(python, "install", "--quiet", "--upgrade", requirement).check_returncode()
    return python


def resolve(python: Path, lock: Path) -> subprocess.CompletedProcess[str]:
    """Resolve a lock as an installation would, without installing."""
    options = ("--quiet", "--dry-run", "--ignore-installed", "--require-hashes")
    return pip(python, "install", *options, "--requirement", str(lock))


def errors(stderr: str) -> list[str]:
    """Leave out warnings: there is one for each package and source of packages."""
    return [line for line in stderr.splitlines() if not line.startswith("WARNING")]


def pip(python: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Call pip in an environment."""
    command = [str(python), "-m", "pip", "--disable-pip-version-check", *arguments]
    return subprocess.run(command, capture_output=True, encoding="utf-8", check=False)


if __name__ == "__main__":
    sys.exit(main())
