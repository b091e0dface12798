"""Write the tables of a site as it publishes them, to be imported or validated.

    python write_tables.py DATA OUT

``OUT/2568.csv`` and ``OUT/2568.xlsx`` are the files of a year, ``OUT/schema.json`` describes their
columns.
"""

import json
import sys
from pathlib import Path

from oit.assess.examine import examine_all
from oit.clock import today
from oit.data.folder import DataFolder
from oit.views.datasets.files import FORMATS
from oit.views.datasets.of_items import published
from oit.views.datasets.schema import table_schema


def main(data: str, out: str) -> None:
    """Write the files of every year."""
    for table in published(examine_all(DataFolder(Path(data)), today())):
        schema = json.dumps(table_schema(table.dataset), ensure_ascii=False)
        Path(out, "schema.json").write_text(schema, encoding="utf-8")
        for known in FORMATS:
            Path(out, f"{table.dataset.year}.{known.name}").write_bytes(known.write(table.dataset))


if __name__ == "__main__":
    main(*sys.argv[1:])
