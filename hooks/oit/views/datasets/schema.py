"""The data dictionary of a table for machines: a Table Schema (datapackage.org)."""

from typing import Any

from oit.views.datasets.dataset import Dataset, Field


def table_schema(dataset: Dataset) -> dict[str, Any]:
    """Describe every column: its name, type and meaning."""
    return {"fields": [_field(field) for field in dataset.fields], "missingValues": [""]}


def _field(field: Field) -> dict[str, Any]:
    # Each type has a single format in our files; only days could have others.
    descriptor = {"name": field.name, "type": field.type, "format": "default", "title": field.title}
    if field.description:
        descriptor["description"] = field.description
    return descriptor | ({"constraints": {"required": True}} if field.required else {})
