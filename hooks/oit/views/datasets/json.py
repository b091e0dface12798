"""A table as JSON: an array of objects, one line per row."""

import io
from itertools import islice

from oit.views.datasets.dataset import Dataset, each
from oit.views.datasets.exact import embeddable, literal

_TOGETHER = 256
"""The rows that are written at a time."""


def write_json(dataset: Dataset) -> bytes:
    """Render every row with all fields, ``null`` for missing values, days in the common era."""
    names = (literal(field.name).replace("%", "%%") for field in dataset.fields)
    columns = [each(cells, literal) for cells in dataset.columns]
    row = f"{{{', '.join(f'{name}: %s' for name in names)}}}"
    rows = map(row.__mod__, zip(*columns, strict=True))
    out = io.BytesIO()
    before = "[\n"
    while block := ",\n".join(islice(rows, _TOGETHER)):
        out.write(f"{before}{embeddable(block)}".encode())
        before = ",\n"
    out.write(b"\n]\n" if dataset.count else b"[]\n")
    return out.getvalue()
