"""Parse YAML files with PyYAML's C parser and do nothing with them.

    python parse.py FILE…

No reading can cost less.
"""

import sys
from pathlib import Path

import yaml


def main(*files: str) -> None:
    """Parse every file and drop the values."""
    for file in files:
        text = Path(file).read_text(encoding="utf-8")
        # As texts: PyYAML's own types reject 29 February 2567, a day that exists.
        yaml.load(text, Loader=yaml.CBaseLoader)  # noqa: S506 - it creates nothing but texts


if __name__ == "__main__":
    main(*sys.argv[1:])
