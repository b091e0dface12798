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

# rdflib warns of its own reader of JSON-LD.
pytestmark = pytest.mark.filterwarnings("ignore:ConjunctiveGraph is deprecated")

SITE = "https://data.tuayang.example/"
DAY = date(2026, 11, 22)
LICENCE = LICENCES["CC-BY-4.0"]


@pytest.fixture(params=[SITE, None], ids=["address known", "address not known"])
def graph(request: pytest.FixtureRequest) -> Graph:
    """Read the catalogue of two years, from where it stands."""
    agency = Agency(name="เทศบาลตำบลตัวอย่าง", kind="municipality", site_url=request.param)
    datasets = (a_dataset(), a_dataset(year=2568))
    files = {path: data for dataset in datasets for path, data in files_of(dataset).items()}
    told = exact_json(catalogue(datasets, files, agency, DAY, LICENCE))
    return Graph().parse(data=told, format="json-ld", publicID=f"{SITE}data/catalog.jsonld")


def test_the_catalogue_lists_every_table(graph: Graph) -> None:
    root = URIRef(f"{SITE}data/")
    assert (root, RDF.type, DCAT.Catalog) in graph
    assert set(graph.objects(root, DCAT.dataset)) == {
        URIRef(f"{SITE}data/2569/procurement/"),
        URIRef(f"{SITE}data/2568/procurement/"),
    }


def test_a_table_says_which_year_and_language_and_whose_it_is(graph: Graph) -> None:
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


def test_a_table_may_be_of_another_year_than_its_folder() -> None:
    agency = Agency(name="เทศบาลตำบลตัวอย่าง", kind="municipality")
    dataset = replace(a_dataset(), covers=2568)
    (told,) = catalogue([dataset], files_of(dataset), agency, DAY)["dcat:dataset"]
    assert told["dct:temporal"]["dcat:startDate"]["@value"] == "2024-10-01"


def test_it_claims_no_more_than_the_agency_says() -> None:
    agency = Agency(name="เทศบาลตำบลตัวอย่าง", kind="municipality")
    dataset = Dataset(2569, "procurement", "การจัดซื้อจัดจ้าง", "", a_dataset().fields, ())
    told = exact_json(catalogue([dataset], files_of(dataset), agency, DAY)).decode()
    assert "dct:license" not in told
    assert "dct:description" not in told
