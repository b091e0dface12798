"""All tables as one Data Package (datapackage.org, version 1), which many programs can read."""

from collections.abc import Mapping, Sequence
from typing import Any

from oit import contents
from oit.contents import Contents
from oit.forms.agency import Agency
from oit.forms.licence import Licence
from oit.views.datasets.dataset import Dataset
from oit.views.datasets.schema import table_schema

PATH = "data/datapackage.json"
"""The path from the site's root; the paths inside the file are relative to its folder."""

ABOUT = (
    "วันที่และเดือนเป็นคริสต์ศักราชตาม ISO 8601 จำนวนเงินเป็นบาท ช่องว่างคือไม่มีข้อมูล "
    "ข้อความที่ขึ้นต้นด้วย = + - หรือ @ มีเครื่องหมาย ' นำหน้าเพื่อไม่ให้โปรแกรมตารางทำงานเป็นสูตร"
)


def datapackage(
    datasets: Sequence[Dataset],
    files: Mapping[str, Contents],
    agency: Agency,
    licence: Licence | None = None,
) -> dict[str, Any]:
    """Describe the tables of all years, with the sizes and hashes of their CSV files.

    Args:
        datasets: the tables.
        files: the files made by ``files_of``, by path.
        agency: the publisher.
        licence: the licence of the tables, if the agency names one.
    """
    newest = max((dataset.modified for dataset in datasets if dataset.modified), default=None)
    publisher = {"title": agency.name, "role": "publisher"}
    if agency.website:
        publisher["path"] = agency.website
    package = {
        "profile": "data-package",
        "name": "oit-data",
        "title": f"ข้อมูลเปิดของ{agency.name}",
        "description": ABOUT,
        "homepage": f"{agency.site_url.rstrip('/')}/data/" if agency.site_url else None,
        "created": f"{newest}T00:00:00+07:00" if newest else None,
        "licenses": [_licence(licence)] if licence else None,
        "contributors": [publisher],
        "resources": [_resource(dataset, files) for dataset in datasets],
    }
    return {name: value for name, value in package.items() if value is not None}


def _licence(licence: Licence) -> dict[str, str]:
    return {"name": licence.name, "title": licence.title, "path": licence.url}


def _resource(dataset: Dataset, files: Mapping[str, Contents]) -> dict[str, Any]:
    path = f"{dataset.path}.csv"
    return csv_resource(
        f"{dataset.name}-{dataset.year}",
        dataset.title,
        dataset.description,
        path.removeprefix("data/"),
        files[path],
        table_schema(dataset),
    )


def csv_resource(  # noqa: PLR0913, PLR0917 - a resource has that many properties
    name: str, title: str, description: str, path: str, file: Contents, schema: Mapping[str, Any]
) -> dict[str, Any]:
    """Describe a CSV file with its size, its hash and its columns."""
    return {
        "profile": "tabular-data-resource",
        "name": name,
        "title": title,
        "description": description,
        "path": path,
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "bytes": contents.size(file),
        "hash": f"sha256:{contents.sha256(file)}",
        "schema": schema,
    }
