"""The files of a table, in every format that it is given out in."""

from collections.abc import Callable
from dataclasses import dataclass

from oit.views.datasets.csv import write_csv
from oit.views.datasets.dataset import Dataset
from oit.views.datasets.exact import exact_json
from oit.views.datasets.json import write_json
from oit.views.datasets.schema import table_schema
from oit.views.datasets.xlsx import write_xlsx


@dataclass(frozen=True)
class Format:
    """A format that tables are given out in."""

    name: str
    """The ending of the files' names."""
    media_type: str
    write: Callable[[Dataset], bytes]


FORMATS = (
    Format("csv", "text/csv", write_csv),
    Format("json", "application/json", write_json),
    Format("xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", write_xlsx),
)


def schema_path(dataset: Dataset) -> str:
    """Return where the data dictionary of a table is, from the site's root."""
    return f"{dataset.path}.schema.json"


def files_of(dataset: Dataset) -> dict[str, bytes]:
    """Write a table in every format, and its data dictionary, each under its path in the site."""
    files = {f"{dataset.path}.{known.name}": known.write(dataset) for known in FORMATS}
    return {**files, schema_path(dataset): exact_json(table_schema(dataset))}
