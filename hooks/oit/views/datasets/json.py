"""A table as JSON: an array of objects, one line per row."""

from functools import partial

from oit.views.datasets.dataset import Cell, Dataset, each
from oit.views.datasets.exact import embeddable, literal


def write_json(dataset: Dataset) -> bytes:
    """Render every row with all fields, ``null`` for missing values, days in the common era."""
    columns = [
        each(cells, partial(_member, literal(field.name)))
        for field, cells in zip(dataset.fields, dataset.columns, strict=True)
    ]
    rows = ",\n".join(f"{{{', '.join(row)}}}" for row in zip(*columns, strict=True))
    return embeddable(f"[\n{rows}\n]\n" if rows else "[]\n").encode()


def _member(name: str, cell: Cell) -> str:
    return f"{name}: {literal(cell)}"
