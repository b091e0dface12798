"""The catalogue of the tables in DCAT 3 (W3C), which open data portals harvest, as JSON-LD.

Its context stands in the file: reading it takes no request to anywhere.
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
"""Where it is, from the site's root."""

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
    """Describe the tables, of whatever years, and every file of each.

    The arguments are those of ``oit.views.datasets.package.datapackage``.
    """
    publisher = {
        "@id": address(agency, "#publisher"),
        "@type": "foaf:Organization",
        "foaf:name": agency.name,
    }
    of_all = {
        "dct:publisher": {"@id": publisher["@id"]},
        "dct:language": _THAI,
        "dct:modified": _day(day),
    }
    if licence:
        of_all["dct:license"] = {"@id": licence.url}
    return {
        "@context": CONTEXT,
        "@id": address(agency, "data/"),
        "@type": "dcat:Catalog",
        "dct:title": f"บัญชีข้อมูลเปิดของ{agency.name}",
        **of_all,
        "dct:publisher": publisher,
        "dcat:dataset": [
            {
                "@id": address(agency, dataset.url),
                "@type": "dcat:Dataset",
                **dict(_described(dataset, agency)),
                **of_all,
                "dcat:distribution": list(_distributions(dataset, files, agency, licence)),
            }
            for dataset in datasets
        ],
    }


def _described(dataset: Dataset, agency: Agency) -> Iterator[tuple[str, Any]]:
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
    for known in FORMATS:
        path = f"{dataset.path}.{known.name}"
        described = {
            "@id": address(agency, path),
            "@type": "dcat:Distribution",
            "dct:title": known.name.upper(),
            "dcat:downloadURL": {"@id": address(agency, path)},
            "dcat:mediaType": {"@id": _MEDIA_TYPES + known.media_type},
            "dcat:byteSize": {"@value": str(len(files[path])), "@type": "xsd:nonNegativeInteger"},
            "dct:conformsTo": {"@id": address(agency, schema_path(dataset))},
        }
        yield described | ({"dct:license": {"@id": licence.url}} if licence else {})


def _day(day: date) -> dict[str, str]:
    return {"@value": day.isoformat(), "@type": "xsd:date"}
