"""Call ``oit check`` once a year of a data folder, in one process.

    python check_years.py DATA

The command checks one year at a time; its peers take any number of files.
"""

import sys
from pathlib import Path

from oit.cli.main import main as oit
from oit.data.folder import DataFolder


def main(data: str) -> int:
    """Check every year; return the worst exit status."""
    years = DataFolder(Path(data)).years()
    return max(oit(["check", "--data", data, "--year", str(year)]) for year in years)


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
