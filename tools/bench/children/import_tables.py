"""Call ``oit import procurement`` once a year, in one process, into an empty data folder.

    python import_tables.py DATA TABLES ENDING OUT

The checklists are copied from ``DATA``; the files are named like ``TABLES/2568.ENDING``.
"""

import shutil
import sys
from pathlib import Path

from oit.cli.main import main as cli


def main(data: str, tables: str, ending: str, out: str) -> int:
    """Import every file; return the worst exit status."""
    Path(out).mkdir()
    shutil.copy(f"{data}/agency.yml", out)
    shutil.copytree(f"{data}/checklists", f"{out}/checklists")
    worst = 0
    for file in sorted(Path(tables).glob(f"*.{ending}")):
        words = ["import", "procurement", str(file), "--year", file.stem, "--data", out]
        worst = max(worst, cli(words))
    return worst


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
