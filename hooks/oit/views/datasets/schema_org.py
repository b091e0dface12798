"""A table as search engines read it: schema.org's ``Dataset``, inside the page of the table."""

from typing import Any

from oit.forms.agency import Agency
from oit.forms.licence import Licence
from oit.views.datasets import about
from oit.views.datasets.dataset import Dataset
from oit.views.datasets.files import FORMATS

CONTEXT = "https://schema.org"


def dataset_of(dataset: Dataset, agency: Agency, licence: Licence | None = None) -> dict[str, Any]:
    """Describe a table, its files and where they are.

    Addresses are absolute if agency.yml gives the ``site_url``; otherwise they are relative to
    the page of the table.
    """
    root = _root(dataset, agency)
    publisher = {"@type": "GovernmentOrganization", "name": agency.name, "url": agency.website}
    start, end = about.period(dataset)
    described = {
        "@context": CONTEXT,
        "@type": "Dataset",
        "name": dataset.title,
        "description": about.description(dataset, agency),
        "url": f"{root}{dataset.url}",
        "identifier": f"{dataset.name}-{dataset.year}",
        "inLanguage": "th",
        "keywords": about.keywords(dataset, agency),
        "creator": _known(publisher),
        "publisher": _known(publisher),
        "license": licence.url if licence else None,
        "isAccessibleForFree": True,
        "dateModified": dataset.modified.isoformat() if dataset.modified else None,
        "temporalCoverage": f"{start}/{end}",
        "spatialCoverage": _place(agency),
        "includedInDataCatalog": {
            "@type": "DataCatalog",
            "name": f"บัญชีข้อมูลเปิดของ{agency.name}",
            "url": f"{root}data/",
        },
        "distribution": [
            {
                "@type": "DataDownload",
                "name": format_.name.upper(),
                "contentUrl": f"{root}{dataset.path}.{format_.name}",
                "encodingFormat": format_.media_type,
            }
            for format_ in FORMATS
        ],
    }
    return _known(described)


def breadcrumbs(dataset: Dataset, agency: Agency) -> dict[str, Any]:
    """Return the way from the front page to the page of a table."""
    root = _root(dataset, agency)
    steps = [(agency.name, root), ("ข้อมูลเปิด", f"{root}data/"), (dataset.title, root + dataset.url)]
    return {
        "@context": CONTEXT,
        "@type": "BreadcrumbList",
        "itemListElement": [
            {"@type": "ListItem", "position": number, "name": name, "item": url}
            for number, (name, url) in enumerate(steps, start=1)
        ],
    }


def _root(dataset: Dataset, agency: Agency) -> str:
    """Return the address of the site: absolute, or relative to the page of the table."""
    if agency.site_url:
        return f"{agency.site_url.rstrip('/')}/"
    return "../" * dataset.url.count("/")


def _place(agency: Agency) -> dict[str, Any] | None:
    name = about.place(agency)
    if not name:
        return None
    place: dict[str, Any] = {"@type": "Place", "name": f"{name} ประเทศไทย"}
    if agency.latitude is not None and agency.longitude is not None:
        place["geo"] = {
            "@type": "GeoCoordinates",
            "latitude": agency.latitude,
            "longitude": agency.longitude,
        }
    return place


def _known(values: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in values.items() if value is not None}
