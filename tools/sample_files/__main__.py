"""Make the documents and pictures that the sample data refers to.

The sample municipality does not exist, so its files are made here: every PDF, spreadsheet
and picture that a data file names and that is not there yet. From the project's folder:

    .venv/bin/python -m tools.sample_files                          what is missing
    .venv/bin/python -m tools.sample_files --all                    everything anew
    .venv/bin/python -m tools.sample_files --data examples/x/data   another data folder

The same data gives the same bytes each time: nothing is random and every date is fixed.
Not for an agency's own data: it would be given made-up documents.
"""

import argparse
from pathlib import Path

from .pictures import make_picture
from .report import make_report
from .spreadsheet import make_spreadsheet
from .wanted import wanted

MAKERS = {".pdf": make_report, ".png": make_picture, ".xlsx": make_spreadsheet}


def main() -> None:
    """Make what is missing, or everything."""
    parser = argparse.ArgumentParser(
        prog="sample_files", description="Make the files that the sample data refers to."
    )
    parser.add_argument("--data", type=Path, default=Path("data"), help="the data folder")
    parser.add_argument("--all", action="store_true", help="make files anew that are there")
    options = parser.parse_args()
    for path, sample in sorted(wanted(options.data).items()):
        if path.suffix not in MAKERS:
            parser.error(f"no sample can be made of this type: {path}")
        if options.all or not path.exists():
            path.parent.mkdir(parents=True, exist_ok=True)
            MAKERS[path.suffix](sample)
            print(f"{path} ({path.stat().st_size:,} bytes)")


if __name__ == "__main__":
    main()
