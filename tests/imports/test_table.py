"""The tables as files."""

from pathlib import Path

import pytest

from oit.imports.layout import layout
from oit.imports.table import as_csv, read_rows, write_whole


def test_a_table_comes_back_as_it_was_written(tmp_path: Path) -> None:
    path = tmp_path / "2568" / "plan.csv"
    rows = [{"name": "=1", "owner": 'กอง "ก", ข'}, {"name": "'-x", "budget": "5.00"}]
    write_whole(path, as_csv(rows, layout("plan")))
    assert read_rows(path, tmp_path, "plan.csv", layout("plan")) == (rows, [])
    assert path.read_bytes().startswith(b"name,budget,owner\n")


def test_a_file_is_written_whole_or_not_at_all(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "a.csv"
    write_whole(path, "ก")
    path.chmod(0o600)
    write_whole(path, "ข")
    assert path.stat().st_mode & 0o777 == 0o600

    def fail(*_: object) -> None:
        raise OSError("full")

    monkeypatch.setattr(Path, "replace", fail)
    with pytest.raises(OSError, match="full"):
        write_whole(path, "ค")
    assert [one.name for one in tmp_path.iterdir()] == ["a.csv"]
    assert path.read_text(encoding="utf-8") == "ข"
