"""The data dictionary of a table for machines: a Table Schema (datapackage.org)."""

from collections.abc import Iterable
from typing import Any

from oit.views.datasets.dataset import Dataset, Field


def table_schema(dataset: Dataset) -> dict[str, Any]:
    """Describe every column: its name, type and meaning."""
    return schema_of(dataset.fields)


def schema_of(fields: Iterable[Field]) -> dict[str, Any]:
    """Describe the columns of any table."""
    return {"fields": [_field(field) for field in fields], "missingValues": [""]}


def _field(field: Field) -> dict[str, Any]:
    # Each type has a single format in our files; only days could have others.
    descriptor = {"name": field.name, "type": field.type, "format": "default", "title": field.title}
    if field.description:
        descriptor["description"] = field.description
    return descriptor | ({"constraints": {"required": True}} if field.required else {})
