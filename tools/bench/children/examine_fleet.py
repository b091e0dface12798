"""Examine every agency of a fleet in a loop, and make the JSON of each as ``oit check`` does.

python examine_fleet.py FOLDER YEAR
"""

import json
import sys
from pathlib import Path

from oit.assess.examine import examine
from oit.clock import today
from oit.data.folder import DataFolder
from oit.views.report.json import as_data


def main(folder: str, year: str) -> None:
    """Examine."""
    for agency in sorted(Path(folder, "agencies").iterdir()):
        assessment = examine(DataFolder(agency / "data", agency), today(), int(year))
        print(len(json.dumps(as_data(assessment), ensure_ascii=False)))


if __name__ == "__main__":
    main(*sys.argv[1:])
