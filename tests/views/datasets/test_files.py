"""The files of a table."""

import json

from oit.views.datasets.csv import write_csv
from oit.views.datasets.files import files_of
from oit.views.datasets.json import write_json
from oit.views.datasets.schema import table_schema
from oit.views.datasets.xlsx import write_xlsx
from views.datasets.tables import a_dataset


def test_table_has_a_file_in_every_format_and_a_dictionary() -> None:
    dataset = a_dataset()
    files = files_of(dataset)
    assert json.loads(files.pop("data/2569/procurement.schema.json")) == table_schema(dataset)
    assert files == {
        "data/2569/procurement.csv": write_csv(dataset),
        "data/2569/procurement.json": write_json(dataset),
        "data/2569/procurement.xlsx": write_xlsx(dataset),
    }
