"""The DCAT catalogue, read as RDF by rdflib, and held against the shapes of DCAT-AP 3."""

from dataclasses import replace
from datetime import date

import pytest
from pyshacl import validate
from rdflib import DCAT, DCTERMS, RDF, RDFS, SKOS, XSD, Graph, Literal, URIRef
from rdflib.namespace import FOAF, Namespace

from commands import ROOT
from oit import contents
from oit.assess.examine import examine_all
from oit.data.folder import DataFolder
from oit.forms.agency import Agency
from oit.forms.licence import LICENCES
from oit.views.datasets.dcat import PATH, catalogue
from oit.views.datasets.exact import exact_json
from oit.views.datasets.files import files_of
from oit.views.pages.site import make_site
from views.datasets.tables import NO_ROWS, a_dataset

# rdflib's own JSON-LD parser triggers this warning.
pytestmark = pytest.mark.filterwarnings("ignore:ConjunctiveGraph is deprecated")

VCARD = Namespace("http://www.w3.org/2006/vcard/ns#")
SITE = "https://data.tuayang.example/"
DAY = date(2026, 10, 8)
LICENCE = LICENCES["CC-BY-4.0"]
LISTS = "http://publications.europa.eu/resource/authority/"
AGENCY = Agency.model_validate(
    {
        "name": "เทศบาลตำบลตัวอย่าง",
        "kind": "municipality",
        "email": "saraban@tuayang.example",
        "phone": "0 4500 0000 ต่อ 12",
        "district": "เมืองตัวอย่าง",
        "province": "ตัวอย่าง",
        "latitude": "15.5",
        "longitude": "105.25",
    }
)


@pytest.fixture(params=[SITE, None], ids=["address known", "address not known"])
def graph(request: pytest.FixtureRequest) -> Graph:
    """Read the catalogue of two years, with its own address as the base."""
    agency = AGENCY.model_copy(update={"site_url": request.param})
    datasets = (replace(a_dataset(), modified=DAY), a_dataset(year=2568))
    files = {path: data for dataset in datasets for path, data in files_of(dataset).items()}
    text = exact_json(catalogue(datasets, files, agency, LICENCE))
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
    assert (table, DCTERMS.language, URIRef(f"{LISTS}language/THA")) in graph
    assert (table, DCAT.theme, URIRef(f"{LISTS}data-theme/GOVE")) in graph
    assert (table, DCAT.keyword, Literal("ปีงบประมาณ 2569", lang="th")) in graph
    period = graph.value(table, DCTERMS.temporal)
    assert graph.value(period, DCAT.startDate) == Literal("2025-10-01", datatype=XSD.date)
    assert graph.value(period, DCAT.endDate) == Literal("2026-09-30", datatype=XSD.date)
    publisher = graph.value(table, DCTERMS.publisher)
    assert graph.value(publisher, FOAF.name) == Literal("เทศบาลตำบลตัวอย่าง", lang="th")


def test_table_says_whom_to_ask_and_which_area_it_covers(graph: Graph) -> None:
    table = URIRef(f"{SITE}data/2569/procurement/")
    contact = graph.value(table, DCAT.contactPoint)
    assert graph.value(contact, VCARD.hasEmail) == URIRef("mailto:saraban@tuayang.example")
    assert graph.value(contact, VCARD.hasTelephone) == URIRef("tel:+6645000000")
    country, area = sorted(graph.objects(table, DCTERMS.spatial), key=str)
    assert country == URIRef(f"{LISTS}country/THA")
    assert graph.value(area, SKOS.prefLabel) == Literal("เมืองตัวอย่าง ตัวอย่าง", lang="th")
    assert str(graph.value(area, DCAT.centroid)) == "POINT(105.25 15.5)"


def test_modified_is_the_day_of_the_data(graph: Graph) -> None:
    day = Literal(DAY.isoformat(), datatype=XSD.date)
    table = URIRef(f"{SITE}data/2569/procurement/")
    modified = set(graph.subjects(DCTERMS.modified, day))
    # The catalogue is as new as its newest table; the other year's table carries no day.
    assert modified == {URIRef(f"{SITE}data/"), table, *graph.objects(table, DCAT.distribution)}
    assert set(graph.subjects(DCTERMS.modified)) == modified


def test_every_file_has_its_type_size_and_address(graph: Graph) -> None:
    table = URIRef(f"{SITE}data/2569/procurement/")
    files = files_of(a_dataset())
    found = {}
    for file in graph.objects(table, DCAT.distribution):
        size = graph.value(file, DCAT.byteSize)
        assert isinstance(size, Literal)
        assert size.datatype == XSD.nonNegativeInteger
        path = str(graph.value(file, DCAT.downloadURL)).removeprefix(SITE)
        assert int(size) == contents.size(files[path])
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
    (described,) = catalogue([dataset], files_of(dataset), agency)["dcat:dataset"]
    assert described["dct:temporal"]["dcat:startDate"]["@value"] == "2024-10-01"


def test_unknown_licence_and_day_are_left_out() -> None:
    agency = Agency(name="เทศบาลตำบลตัวอย่าง", kind="municipality")
    dataset = replace(a_dataset(), title="การจัดซื้อจัดจ้าง", description="", columns=NO_ROWS)
    text = exact_json(catalogue([dataset], files_of(dataset), agency)).decode()
    assert "dct:license" not in text
    assert "dct:modified" not in text


def test_catalogue_conforms_to_dcat_ap(graph: Graph, shapes: Graph) -> None:
    conform_to(shapes, graph)


def test_least_that_an_agency_gives_conforms_to_dcat_ap(shapes: Graph) -> None:
    agency = Agency(name="หน่วย", kind="other", phone="1567", province='</script>"{}')
    bare = replace(a_dataset(), title="ก", description="", columns=NO_ROWS)
    text = exact_json(catalogue([bare], files_of(bare), agency))
    conform_to(
        shapes, Graph().parse(data=text, format="json-ld", publicID=f"{SITE}data/catalog.jsonld")
    )


def test_catalogue_of_the_sample_conforms_to_dcat_ap(shapes: Graph) -> None:
    site = make_site(examine_all(DataFolder(ROOT / "data", ROOT), date(2026, 11, 22)))
    text = site.read(PATH)
    conform_to(
        shapes, Graph().parse(data=text, format="json-ld", publicID=f"{SITE}data/catalog.jsonld")
    )


def test_shapes_refuse_a_catalogue_without_its_mandatory_properties(
    graph: Graph, shapes: Graph
) -> None:
    for name in (DCTERMS.description, DCAT.accessURL):
        graph.remove((None, name, None))
    valid, _, report = validate(graph, shacl_graph=shapes)
    assert not valid
    assert report.count("Less than 1 values") == 1 + 2 + 6


def conform_to(shapes: Graph, graph: Graph) -> None:
    """Validate as RDF Schema understands it: whatever has an address is a resource."""
    for file in {*graph.objects(None, DCAT.accessURL), *graph.objects(None, DCAT.downloadURL)}:
        graph.add((file, RDF.type, RDFS.Resource))
    valid, _, report = validate(graph, shacl_graph=shapes)
    assert valid, report
