"""A table as JSON: an array of objects, one line per row."""

from oit.views.datasets.dataset import Dataset
from oit.views.datasets.exact import embeddable, literal


def write_json(dataset: Dataset) -> bytes:
    """Render every row with all fields, ``null`` for missing values, days in the common era."""
    names = [f"{literal(field.name)}: " for field in dataset.fields]
    rows = ",\n".join(
        f"{{{', '.join(map(str.__add__, names, map(literal, row)))}}}" for row in dataset.rows
    )
    return embeddable(f"[\n{rows}\n]\n" if rows else "[]\n").encode()
