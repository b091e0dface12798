"""What machines can read from the site."""

from oit.forms.agency import Agency
from oit.forms.licence import LICENCES
from oit.views.datasets.api import MANIFEST, api_index
from oit.views.pages import manifest
from views.datasets.tables import a_dataset

AGENCY = Agency(name="เทศบาลตำบลตัวอย่าง", kind="municipality")


def test_addresses_are_relative_to_the_index() -> None:
    index = api_index([], [2569, 2568], AGENCY)
    assert {endpoint["name"]: endpoint["url"] for endpoint in index["endpoints"]} == {
        "status": "../oit/{year}/status.json",
        "datapackage": "../data/datapackage.json",
        "catalogue": "../data/catalog.jsonld",
        "manifest": "../oit/manifest.json",
    }
    assert manifest.PATH == MANIFEST
    assert index["endpoints"][0]["years"] == [2569, 2568]


def test_every_table_is_listed_with_its_files() -> None:
    assert api_index([a_dataset()], [2569], AGENCY)["datasets"] == [
        {
            "name": "procurement",
            "year": 2569,
            "title": "การจัดซื้อจัดจ้าง ปีงบประมาณ 2569",
            "rows": 2,
            "page": "../data/2569/procurement/",
            "schema": "../data/2569/procurement.schema.json",
            "formats": {
                "csv": "../data/2569/procurement.csv",
                "json": "../data/2569/procurement.json",
                "xlsx": "../data/2569/procurement.xlsx",
            },
        }
    ]


def test_promise_is_in_two_languages() -> None:
    index = api_index([], [], AGENCY)
    assert index["version"] == 2
    assert "version" in index["promise"]["th"]
    assert "not changed or taken away" in index["promise"]["en"]


def test_licence_is_named_if_the_agency_names_one() -> None:
    assert "licence" not in api_index([], [], AGENCY)
    licence = LICENCES["CC-BY-4.0"]
    assert api_index([], [], AGENCY, licence)["licence"] == {
        "name": "CC-BY-4.0",
        "url": "https://creativecommons.org/licenses/by/4.0/",
    }
