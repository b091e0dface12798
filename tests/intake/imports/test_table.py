"""The tables as files."""

from pathlib import Path

from oit.atomic import write_atomically
from oit.intake.imports.layout import layout
from oit.intake.imports.table import as_csv, read_rows


def test_a_written_table_reads_back(tmp_path: Path) -> None:
    path = tmp_path / "2568" / "plan.csv"
    rows = [{"name": "=1", "owner": 'กอง "ก", ข'}, {"name": "'-x", "budget": "5.00"}]
    write_atomically(path, as_csv(rows, layout("plan")))
    assert read_rows(path, tmp_path, "plan.csv", layout("plan")) == (rows, [])
    assert path.read_bytes().startswith(b"name,budget,owner\n")
