"""The files of a table in every published format."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from hashlib import sha256

from oit.contents import Contents
from oit.kept import kept_file, program
from oit.remember import remembered
from oit.views.datasets.csv import write_csv
from oit.views.datasets.dataset import Dataset
from oit.views.datasets.exact import exact_json
from oit.views.datasets.json import write_json
from oit.views.datasets.schema import table_schema
from oit.views.datasets.xlsx import write_xlsx

ROOMS = ("spreadsheets", "thai", "views/datasets")
"""The packages that make files of tables."""


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


def files_of(dataset: Dataset) -> dict[str, Contents]:
    """Return a table in every format, and its data dictionary, by their paths in the site.

    They are kept for the next build: most of a site's tables are those of past years.
    A site that is served asks for them each time, too, as they may have been removed.
    """
    made_of = (program(ROOMS, "xlsxwriter"), _digest(dataset))
    files: dict[str, Contents] = {
        f"{dataset.path}.{format_.name}": kept_file(
            format_.name, made_of, partial(format_.write, dataset)
        )
        for format_ in FORMATS
    }
    return {**files, schema_path(dataset): exact_json(table_schema(dataset))}


@remembered
def _digest(dataset: Dataset) -> bytes:
    """Return what differs if anything differs that the files depend on."""
    return sha256(b"".join(sha256(part).digest() for part in _parts(dataset))).digest()


def _parts(dataset: Dataset) -> Iterator[bytes]:
    """Yield all that the files depend on."""
    told = (dataset.title, dataset.description, dataset.fields, dataset.masked)
    yield repr(told).encode()
    for cells in dataset.columns:
        yield repr([*cells]).encode()
