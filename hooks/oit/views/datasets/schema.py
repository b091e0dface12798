"""The data dictionary of a table for machines: a Table Schema (datapackage.org)."""

from typing import Any

from oit.views.datasets.dataset import Dataset, Field


def table_schema(dataset: Dataset) -> dict[str, Any]:
    """Say of every column what it is called, what it holds and what it means."""
    return {"fields": [_field(field) for field in dataset.fields], "missingValues": [""]}


def _field(field: Field) -> dict[str, Any]:
    # The one format that each of these types has in our files; only days could have others.
    described = {"name": field.name, "type": field.type, "format": "default", "title": field.title}
    if field.description:
        described["description"] = field.description
    return described | ({"constraints": {"required": True}} if field.required else {})
