"""Read YAML files with PyYAML's C parser and do nothing with them.

    python parse.py events|values FILE…

It is the least that reading can cost.
"""

import sys
from pathlib import Path

import yaml


def main(what: str, *files: str) -> None:
    """Read every file, as the parser's events or as Python values."""
    for file in files:
        text = Path(file).read_text(encoding="utf-8")
        if what == "events":
            for _ in yaml.parse(text, Loader=yaml.CBaseLoader):
                pass
        else:
            # As texts: PyYAML's own types do not know 29 February 2567, a day that there was.
            yaml.load(text, Loader=yaml.CBaseLoader)  # noqa: S506 - it makes nothing but texts


if __name__ == "__main__":
    main(*sys.argv[1:])
