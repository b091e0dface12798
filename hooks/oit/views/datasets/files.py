"""The files of a table in every published format."""

from collections.abc import Callable
from dataclasses import dataclass

from oit.remember import remembered
from oit.views.datasets.csv import write_csv
from oit.views.datasets.dataset import Dataset
from oit.views.datasets.exact import exact_json
from oit.views.datasets.json import write_json
from oit.views.datasets.schema import table_schema
from oit.views.datasets.xlsx import write_xlsx


@dataclass(frozen=True)
class Format:
    """A format in which tables are published."""

    name: str
    """The extension of the file names."""
    media_type: str
    write: Callable[[Dataset], bytes]


FORMATS = (
    Format("csv", "text/csv", write_csv),
    Format("json", "application/json", write_json),
    Format("xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", write_xlsx),
)


def schema_path(dataset: Dataset) -> str:
    """Return the path of a table's data dictionary, from the site's root."""
    return f"{dataset.path}.schema.json"


@remembered
def files_of(dataset: Dataset) -> dict[str, bytes]:
    """Render a table in every format, and its data dictionary, by their paths in the site."""
    files = {f"{dataset.path}.{format_.name}": format_.write(dataset) for format_ in FORMATS}
    return {**files, schema_path(dataset): exact_json(table_schema(dataset))}
