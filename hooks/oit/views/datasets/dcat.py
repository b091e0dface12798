"""The catalogue of the tables in DCAT 3 (W3C), which open data portals harvest, as JSON-LD.

It conforms to DCAT-AP 3, the profile of European portals: every node that a property leads to has
its class, and themes, languages and types of files come from the lists that the profile names. The
JSON-LD context is inline: reading the file needs no request.
"""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Any
from urllib.parse import quote

from oit import contents
from oit.contents import Contents
from oit.forms.agency import Agency
from oit.forms.licence import Licence
from oit.thai.telephone import global_number
from oit.views.datasets import about
from oit.views.datasets.address import address
from oit.views.datasets.dataset import Dataset
from oit.views.datasets.files import FORMATS, schema_path

PATH = "data/catalog.jsonld"
"""The path from the site's root."""

Node = dict[str, Any]

CONTEXT = {
    "dcat": "http://www.w3.org/ns/dcat#",
    "dct": "http://purl.org/dc/terms/",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "geo": "http://www.opengis.net/ont/geosparql#",
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "vcard": "http://www.w3.org/2006/vcard/ns#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
    "@language": "th",
}
_LISTS = "http://publications.europa.eu/resource/authority/"
_MEDIA_TYPES = "https://www.iana.org/assignments/media-types/"


def _listed(scheme: str, name: str, kind: str) -> Node:
    """Name an entry of a list that the profile prescribes."""
    scheme = f"{_LISTS}{scheme}"
    return {"@id": f"{scheme}/{name}", "@type": kind, "skos:inScheme": {"@id": scheme}}


_THAI = _listed("language", "THA", "dct:LinguisticSystem")
_THAILAND = _listed("country", "THA", "dct:Location")
_GOVERNMENT = _listed("data-theme", "GOVE", "skos:Concept") | {
    "skos:prefLabel": [
        {"@value": "Government and public sector", "@language": "en"},
        "ภาครัฐและหน่วยงานของรัฐ",
    ],
}
_THEMES = {
    **_GOVERNMENT["skos:inScheme"],
    "@type": "skos:ConceptScheme",
    "dct:title": {"@value": "Data theme", "@language": "en"},
}


def catalogue(
    datasets: Sequence[Dataset],
    files: Mapping[str, Contents],
    agency: Agency,
    licence: Licence | None = None,
) -> Node:
    """Describe the tables of all years, and every file of each table.

    The arguments are the same as for ``oit.views.datasets.package.datapackage``.
    """
    shared = {
        "dct:publisher": _publisher(agency),
        "dcat:contactPoint": _contact(agency),
        "dct:spatial": list(_places(agency)),
        "dct:language": _THAI,
    }
    of_data = [dataset.modified for dataset in datasets if dataset.modified]
    title = f"บัญชีข้อมูลเปิดของ{agency.name}"
    return {
        "@context": CONTEXT,
        "@id": address(agency, "data/"),
        "@type": "dcat:Catalog",
        "dct:title": title,
        "dct:description": f"{title} ทุกตารางที่เปิดเผยตามแบบวัดการเปิดเผยข้อมูลสาธารณะ (OIT) ของทุกปี",
        **shared,
        **_modified(max(of_data, default=None)),
        **_licence(licence),
        "dcat:themeTaxonomy": _THEMES,
        "foaf:homepage": _typed(address(agency, ""), "foaf:Document"),
        "dcat:dataset": [
            {
                "@id": address(agency, dataset.url),
                "@type": "dcat:Dataset",
                **_properties(dataset, agency),
                **{name: _reference(value) for name, value in shared.items()},
                **_modified(dataset.modified),
                **_licence(licence),
                "dcat:distribution": list(_distributions(dataset, files, agency, licence)),
            }
            for dataset in datasets
        ],
    }


def _properties(dataset: Dataset, agency: Agency) -> Node:
    start, end = about.period(dataset)
    return {
        "dct:identifier": f"{dataset.name}-{dataset.year}",
        "dct:title": dataset.title,
        "dct:description": about.description(dataset, agency),
        "dcat:keyword": about.keywords(dataset, agency),
        "dcat:theme": _GOVERNMENT,
        "dct:temporal": {
            "@type": "dct:PeriodOfTime",
            "dcat:startDate": _day(start),
            "dcat:endDate": _day(end),
        },
        "dcat:landingPage": _typed(address(agency, dataset.url), "foaf:Document"),
    }


def _distributions(
    dataset: Dataset, files: Mapping[str, Contents], agency: Agency, licence: Licence | None
) -> Iterator[Node]:
    for format_ in FORMATS:
        path = f"{dataset.path}.{format_.name}"
        file = {"@id": address(agency, path)}
        yield {
            **file,
            "@type": "dcat:Distribution",
            "dct:title": f"{dataset.title} ({format_.name.upper()})",
            "dcat:accessURL": file,
            "dcat:downloadURL": file,
            "dct:format": _listed("file-type", format_.name.upper(), "dct:MediaTypeOrExtent"),
            "dcat:mediaType": _typed(_MEDIA_TYPES + format_.media_type, "dct:MediaType"),
            "dcat:byteSize": {
                "@value": str(contents.size(files[path])),
                "@type": "xsd:nonNegativeInteger",
            },
            "dct:conformsTo": _typed(address(agency, schema_path(dataset)), "dct:Standard"),
            **_modified(dataset.modified),
            **_licence(licence),
        }


def _publisher(agency: Agency) -> Node:
    return {
        "@id": address(agency, "#publisher"),
        "@type": ["foaf:Agent", "foaf:Organization"],
        "foaf:name": agency.name,
    }


def _contact(agency: Agency) -> Node:
    """Say whom to ask; the site itself is the least that every agency has."""
    contact = {
        "@id": address(agency, "#contact"),
        "@type": ["vcard:Kind", "vcard:Organization"],
        "vcard:fn": agency.name,
        "vcard:hasURL": {"@id": agency.website or address(agency, "")},
    }
    if agency.email:
        contact["vcard:hasEmail"] = {"@id": f"mailto:{quote(agency.email, safe='@.+-_')}"}
    if number := global_number(agency.phone or ""):
        contact["vcard:hasTelephone"] = {"@id": f"tel:{number}"}
    return contact


def _places(agency: Agency) -> Iterator[Node]:
    """Yield the country, and the agency's own area if agency.yml names it."""
    yield _THAILAND
    if name := about.place(agency):
        area: Node = {
            "@id": address(agency, "#area"),
            "@type": "dct:Location",
            "skos:prefLabel": name,
        }
        if agency.latitude is not None and agency.longitude is not None:
            point = f"POINT({agency.longitude} {agency.latitude})"
            area["dcat:centroid"] = {"@value": point, "@type": "geo:wktLiteral"}
        yield area


def _reference(value: Any) -> Any:
    """Point to nodes that the catalogue itself describes."""
    return [*map(_reference, value)] if isinstance(value, list) else {"@id": value["@id"]}


def _typed(url: str, kind: str) -> Node:
    return {"@id": url, "@type": kind}


def _licence(licence: Licence | None) -> Node:
    return {"dct:license": _typed(licence.url, "dct:LicenseDocument")} if licence else {}


def _modified(day: date | None) -> Node:
    return {"dct:modified": _day(day)} if day else {}


def _day(day: date) -> Node:
    return {"@value": day.isoformat(), "@type": "xsd:date"}
