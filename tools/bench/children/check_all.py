"""Check every year of a data folder at once, as a build does.

python check_all.py DATA
"""

import sys
from pathlib import Path

from oit.assess.assessment import errors_in
from oit.assess.examine import examine_all
from oit.clock import today
from oit.data.folder import DataFolder


def main(data: str) -> str | None:
    """Check; return the errors of unusable data, if there are any."""
    errors = errors_in(examine_all(DataFolder(Path(data)), today()))
    return "\n".join(error.text("en") for error in errors) or None


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
