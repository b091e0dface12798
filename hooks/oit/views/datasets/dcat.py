"""The catalogue of the tables in DCAT 3 (W3C), which open data portals harvest, as JSON-LD.

The JSON-LD context is inline: reading the file needs no request.
"""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import Any

from oit.forms.agency import Agency
from oit.forms.licence import Licence
from oit.thai import calendar
from oit.views.datasets.address import address
from oit.views.datasets.dataset import Dataset
from oit.views.datasets.files import FORMATS, schema_path

PATH = "data/catalog.jsonld"
"""The path from the site's root."""

CONTEXT = {
    "dcat": "http://www.w3.org/ns/dcat#",
    "dct": "http://purl.org/dc/terms/",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
    "@language": "th",
}
_THAI = {"@id": "http://id.loc.gov/vocabulary/iso639-1/th"}
_MEDIA_TYPES = "https://www.iana.org/assignments/media-types/"


def catalogue(
    datasets: Iterable[Dataset],
    files: Mapping[str, bytes],
    agency: Agency,
    day: date,
    licence: Licence | None = None,
) -> dict[str, Any]:
    """Describe the tables of all years, and every file of each table.

    The arguments are the same as for ``oit.views.datasets.package.datapackage``.
    """
    publisher = {
        "@id": address(agency, "#publisher"),
        "@type": "foaf:Organization",
        "foaf:name": agency.name,
    }
    common = {
        "dct:publisher": {"@id": publisher["@id"]},
        "dct:language": _THAI,
        "dct:modified": _day(day),
    }
    if licence:
        common["dct:license"] = {"@id": licence.url}
    return {
        "@context": CONTEXT,
        "@id": address(agency, "data/"),
        "@type": "dcat:Catalog",
        "dct:title": f"บัญชีข้อมูลเปิดของ{agency.name}",
        **common,
        "dct:publisher": publisher,
        "dcat:dataset": [
            {
                "@id": address(agency, dataset.url),
                "@type": "dcat:Dataset",
                **dict(_properties(dataset, agency)),
                **common,
                "dcat:distribution": list(_distributions(dataset, files, agency, licence)),
            }
            for dataset in datasets
        ],
    }


def _properties(dataset: Dataset, agency: Agency) -> Iterator[tuple[str, Any]]:
    yield "dct:identifier", f"{dataset.name}-{dataset.year}"
    yield "dct:title", dataset.title
    if dataset.description:
        yield "dct:description", dataset.description
    year = dataset.covers or dataset.year
    yield (
        "dct:temporal",
        {
            "@type": "dct:PeriodOfTime",
            "dcat:startDate": _day(calendar.first_day(year)),
            "dcat:endDate": _day(calendar.last_day(year)),
        },
    )
    yield "dcat:landingPage", {"@id": address(agency, dataset.url)}


def _distributions(
    dataset: Dataset, files: Mapping[str, bytes], agency: Agency, licence: Licence | None
) -> Iterator[dict[str, Any]]:
    for format_ in FORMATS:
        path = f"{dataset.path}.{format_.name}"
        distribution = {
            "@id": address(agency, path),
            "@type": "dcat:Distribution",
            "dct:title": format_.name.upper(),
            "dcat:downloadURL": {"@id": address(agency, path)},
            "dcat:mediaType": {"@id": _MEDIA_TYPES + format_.media_type},
            "dcat:byteSize": {"@value": str(len(files[path])), "@type": "xsd:nonNegativeInteger"},
            "dct:conformsTo": {"@id": address(agency, schema_path(dataset))},
        }
        yield distribution | ({"dct:license": {"@id": licence.url}} if licence else {})


def _day(day: date) -> dict[str, str]:
    return {"@value": day.isoformat(), "@type": "xsd:date"}
