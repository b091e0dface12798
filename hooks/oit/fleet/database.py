"""DuckDB under limits: little memory, no extensions, and no files once its tables are loaded."""

import errno
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
    """Provide an empty database in a new file of a folder; its tables are compressed there.

    Raises:
        OSError: a file cannot be read or written, or memory and disk are full.
    """
    settings: _Settings = {**_SETTINGS, "temp_directory": str(work.absolute() / "spilled")}
    try:
        with duckdb.connect(str(work.absolute() / "tables.duckdb"), config=settings) as connection:
            yield connection
    except (duckdb.IOException, duckdb.OutOfMemoryException) as error:
        # Its errors are no OSError, which commands report.
        raise OSError(errno.EIO, str(error).splitlines()[0]) from None


def seal(connection: Database, writes: Sequence[Path]) -> None:
    """Close a database to all files but those in some folders, whatever a query says."""
    connection.execute(
        "SET allowed_directories = ?", [[str(folder.absolute()) for folder in writes]]
    )
    connection.execute("SET enable_external_access = false")
    connection.execute("SET lock_configuration = true")


def literal_path(path: Path) -> str:
    """Return a path to read; DuckDB would take ``*`` and ``[`` of a folder's name for patterns."""
    return glob.escape(str(path.absolute()))
