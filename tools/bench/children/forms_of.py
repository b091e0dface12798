"""Print the files of a data folder by the name of their form, as JSON.

    python forms_of.py DATA YEAR…

The year's checklist says which form a file has; the file itself does not.
"""

import json
import sys
from pathlib import Path

from oit.data.folder import DataFolder
from oit.data.load import read_agency, read_checklist


def main(data: str, *years: str) -> None:
    """Print the existing files of these years, and agency.yml."""
    folder = DataFolder(Path(data))
    agency, _ = read_agency(folder)
    by_form = {"agency": [f"{data}/agency.yml"]}
    for year in map(int, years):
        checklist, findings = read_checklist(folder, agency, year) if agency else (None, [])
        if checklist is None:
            sys.exit("\n".join(finding.text("en") for finding in findings))
        for item in checklist.items:
            file = folder.path / str(year) / item.file_name
            # A file of another year is counted in that year.
            if file.is_file() and not item.file_year:
                by_form.setdefault(item.form, []).append(str(file))
    json.dump(by_form, sys.stdout)


if __name__ == "__main__":
    main(*sys.argv[1:])
