"""The DCAT catalogue, read as RDF by rdflib."""

from dataclasses import replace
from datetime import date

import pytest
from rdflib import DCAT, DCTERMS, RDF, XSD, Graph, Literal, URIRef
from rdflib.namespace import FOAF

from oit.forms.agency import Agency
from oit.forms.licence import LICENCES
from oit.views.datasets.dataset import Dataset
from oit.views.datasets.dcat import catalogue
from oit.views.datasets.exact import exact_json
from oit.views.datasets.files import files_of
from views.datasets.tables import a_dataset

# rdflib's own JSON-LD parser triggers this warning.
pytestmark = pytest.mark.filterwarnings("ignore:ConjunctiveGraph is deprecated")

SITE = "https://data.tuayang.example/"
DAY = date(2026, 11, 22)
LICENCE = LICENCES["CC-BY-4.0"]


@pytest.fixture(params=[SITE, None], ids=["address known", "address not known"])
def graph(request: pytest.FixtureRequest) -> Graph:
    """Read the catalogue of two years, with its own address as the base."""
    agency = Agency(name="เทศบาลตำบลตัวอย่าง", kind="municipality", site_url=request.param)
    datasets = (a_dataset(), a_dataset(year=2568))
    files = {path: data for dataset in datasets for path, data in files_of(dataset).items()}
    text = exact_json(catalogue(datasets, files, agency, DAY, LICENCE))
    return Graph().parse(data=text, format="json-ld", publicID=f"{SITE}data/catalog.jsonld")


def test_the_catalogue_lists_every_table(graph: Graph) -> None:
    root = URIRef(f"{SITE}data/")
    assert (root, RDF.type, DCAT.Catalog) in graph
    assert set(graph.objects(root, DCAT.dataset)) == {
        URIRef(f"{SITE}data/2569/procurement/"),
        URIRef(f"{SITE}data/2568/procurement/"),
    }


def test_table_has_its_year_language_licence_and_publisher(graph: Graph) -> None:
    table = URIRef(f"{SITE}data/2569/procurement/")
    title = Literal("การจัดซื้อจัดจ้าง ปีงบประมาณ 2569", lang="th")
    assert (table, RDF.type, DCAT.Dataset) in graph
    assert (table, DCTERMS.title, title) in graph
    assert (table, DCTERMS.license, URIRef(LICENCE.url)) in graph
    assert (table, DCTERMS.language, URIRef("http://id.loc.gov/vocabulary/iso639-1/th")) in graph
    period = graph.value(table, DCTERMS.temporal)
    assert graph.value(period, DCAT.startDate) == Literal("2025-10-01", datatype=XSD.date)
    assert graph.value(period, DCAT.endDate) == Literal("2026-09-30", datatype=XSD.date)
    publisher = graph.value(table, DCTERMS.publisher)
    assert graph.value(publisher, FOAF.name) == Literal("เทศบาลตำบลตัวอย่าง", lang="th")


def test_every_file_has_its_type_size_and_address(graph: Graph) -> None:
    table = URIRef(f"{SITE}data/2569/procurement/")
    files = files_of(a_dataset())
    found = {}
    for file in graph.objects(table, DCAT.distribution):
        size = graph.value(file, DCAT.byteSize)
        assert isinstance(size, Literal)
        assert size.datatype == XSD.nonNegativeInteger
        path = str(graph.value(file, DCAT.downloadURL)).removeprefix(SITE)
        assert int(size) == len(files[path])
        found[path] = str(graph.value(file, DCAT.mediaType)).partition("media-types/")[2]
    assert found == {
        "data/2569/procurement.csv": "text/csv",
        "data/2569/procurement.json": "application/json",
        "data/2569/procurement.xlsx": (
            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
        ),
    }


def test_contents_may_be_of_another_year_than_the_folder() -> None:
    agency = Agency(name="เทศบาลตำบลตัวอย่าง", kind="municipality")
    dataset = replace(a_dataset(), covers=2568)
    (described,) = catalogue([dataset], files_of(dataset), agency, DAY)["dcat:dataset"]
    assert described["dct:temporal"]["dcat:startDate"]["@value"] == "2024-10-01"


def test_unknown_licence_and_description_are_left_out() -> None:
    agency = Agency(name="เทศบาลตำบลตัวอย่าง", kind="municipality")
    dataset = Dataset(2569, "procurement", "การจัดซื้อจัดจ้าง", "", a_dataset().fields, ())
    text = exact_json(catalogue([dataset], files_of(dataset), agency, DAY)).decode()
    assert "dct:license" not in text
    assert "dct:description" not in text
