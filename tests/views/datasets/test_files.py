"""The files of a table."""

import json
import shutil
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from oit import remember
from oit.contents import read
from oit.views.datasets import files as module
from oit.views.datasets.csv import write_csv
from oit.views.datasets.dataset import Dataset, Field
from oit.views.datasets.files import ROOMS, files_of
from oit.views.datasets.json import write_json
from oit.views.datasets.schema import table_schema
from oit.views.datasets.xlsx import write_xlsx
from views.datasets.tables import a_dataset, with_name

PATHS = [f"data/2569/procurement.{kind}" for kind in ("csv", "json", "xlsx")]


@pytest.fixture(autouse=True)
def _nothing_kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))


def contents_of(dataset: Dataset) -> dict[str, bytes]:
    return {path: read(contents) for path, contents in files_of(dataset).items()}


def test_table_has_a_file_in_every_format_and_a_dictionary() -> None:
    dataset = a_dataset()
    files = contents_of(dataset)
    assert json.loads(files.pop("data/2569/procurement.schema.json")) == table_schema(dataset)
    assert files == dict(
        zip(PATHS, (write_csv(dataset), write_json(dataset), write_xlsx(dataset)), strict=True)
    )


def test_files_of_a_table_that_did_not_change_are_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    made = contents_of(a_dataset())
    others = [replace(format_, write=lambda _: b"") for format_ in module.FORMATS]
    monkeypatch.setattr(module, "FORMATS", others)
    assert contents_of(a_dataset()) == made
    moved = replace(a_dataset(), year=2570, name="plan", covers=2569)
    assert list(contents_of(moved).values()) == list(made.values())


def test_files_that_were_removed_while_a_site_is_served_are_made_again(tmp_path: Path) -> None:
    dataset = a_dataset()
    remember.use(remember.Memory())
    try:
        made = contents_of(dataset)
        remember.end_of_build()
        shutil.rmtree(tmp_path / "oit")
        assert contents_of(dataset) == made
    finally:
        remember.use(None)


@pytest.mark.parametrize(
    "changed",
    [
        replace(a_dataset(), title="ก"),
        replace(a_dataset(), description="ก"),
        replace(a_dataset(), masked=1),
        replace(a_dataset(), fields=(Field("name", "string", "ก"), *a_dataset().fields[1:])),
        with_name("ก\n'ข"),
        with_name("ก', 'ข"),
        a_dataset(("ก", None, None, None, None), ("ข", None, None, None, None)),
        a_dataset(("ก\nข", None, None, None, None)),
    ],
)
def test_files_of_a_table_that_changed_are_made_again(changed: Dataset) -> None:
    contents_of(a_dataset())
    files = contents_of(changed)
    made = (write_csv(changed), write_json(changed), write_xlsx(changed))
    assert [files[path] for path in PATHS] == [*made]


def test_files_are_kept_by_all_the_code_that_makes_them() -> None:
    code = (
        "import sys, oit.spreadsheets.column_book, oit.views.datasets.xlsx, oit.views.datasets.csv,"
        " oit.views.datasets.json; print(*(m for m in sys.modules if m.startswith('oit.')))"
    )
    out = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    rooms = tuple(f"oit.{room.replace('/', '.')}" for room in ROOMS)
    others = {name for name in out.stdout.split() if not name.startswith(rooms)}
    assert others == {"oit.views"}
