"""DuckDB under limits: little memory, no extensions, and no files once its tables are loaded."""

import glob
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TypeAlias

import duckdb

from oit.views.datasets.dataset import FieldType

Database = duckdb.DuckDBPyConnection
COLUMN_TYPES: Mapping[FieldType, str] = {"string": "VARCHAR", "integer": "BIGINT", "date": "DATE"}
_Settings: TypeAlias = dict[str, str | bool | int | float | list[str]]
_SETTINGS: _Settings = {
    # More threads would write the rows into other groups: the bytes would differ.
    "threads": 1,
    "memory_limit": "400MB",
    "autoinstall_known_extensions": False,
    "autoload_known_extensions": False,
}


@contextmanager
def database(work: Path) -> Iterator[Database]:
    """Provide an empty database in a new file of a folder; its tables are compressed there."""
    settings: _Settings = {**_SETTINGS, "temp_directory": str(work.absolute() / "spilled")}
    with duckdb.connect(str(work.absolute() / "tables.duckdb"), config=settings) as duck:
        yield duck


def seal(duck: Database, writes: Sequence[Path] = ()) -> None:
    """Close a database to all files but those in some folders, whatever a query says."""
    duck.execute("SET allowed_directories = ?", [[str(folder.absolute()) for folder in writes]])
    duck.execute("SET enable_external_access = false")
    duck.execute("SET lock_configuration = true")


def literally(path: Path) -> str:
    """Return a path to read; DuckDB would take ``*`` and ``[`` of a folder's name for patterns."""
    return glob.escape(str(path.absolute()))
