"""Generate the documents and pictures that the sample data refers to.

The sample municipality does not exist, so its PDFs, spreadsheets and pictures are generated. From
the project's folder:

    .venv/bin/python -m tools.sample_files                          missing files
    .venv/bin/python -m tools.sample_files --all                    all files
    .venv/bin/python -m tools.sample_files --data examples/x/data   another data folder

The same data gives the same bytes: nothing is random and every date is fixed. Do not run it on an
agency's own data: that would get invented documents.
"""

import argparse
from pathlib import Path

from .pictures import make_picture
from .report import make_report
from .samples import samples_of
from .spreadsheet import make_spreadsheet

MAKERS = {".pdf": make_report, ".png": make_picture, ".xlsx": make_spreadsheet}


def main() -> None:
    """Generate the missing files, or all."""
    parser = argparse.ArgumentParser(
        prog="sample_files", description="Make the files that the sample data refers to."
    )
    parser.add_argument("--data", type=Path, default=Path("data"), help="the data folder")
    parser.add_argument("--all", action="store_true", help="replace existing files")
    options = parser.parse_args()
    for path, sample in sorted(samples_of(options.data).items()):
        if path.suffix not in MAKERS:
            parser.error(f"no sample can be made of this type: {path}")
        if options.all or not path.exists():
            path.parent.mkdir(parents=True, exist_ok=True)
            MAKERS[path.suffix](sample)
            print(f"{path} ({path.stat().st_size:,} bytes)")


if __name__ == "__main__":
    main()
