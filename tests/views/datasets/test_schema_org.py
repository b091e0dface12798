"""What search engines read about a table."""

from dataclasses import replace
from datetime import date

from oit.forms.agency import Agency
from oit.forms.licence import LICENCES
from oit.views.datasets.schema_org import breadcrumbs, dataset_of
from views.datasets.tables import a_dataset

SITE = "https://data.tuayang.example/"
AGENCY = Agency.model_validate(
    {
        "name": "เทศบาลตำบลตัวอย่าง",
        "kind": "municipality",
        "site_url": SITE,
        "district": "เมืองตัวอย่าง",
        "province": "ตัวอย่าง",
        "latitude": "15.5",
        "longitude": "105.25",
    }
)
TABLE = replace(a_dataset(), modified=date(2026, 10, 8))


def test_table_is_described_with_everything_that_a_search_for_data_shows() -> None:
    described = dataset_of(TABLE, AGENCY, LICENCES["CC-BY-4.0"])
    assert described["@type"] == "Dataset"
    assert described["name"] == TABLE.title
    assert 50 <= len(described["description"]) <= 5000
    assert described["creator"] == {"@type": "GovernmentOrganization", "name": AGENCY.name}
    assert described["license"] == "https://creativecommons.org/licenses/by/4.0/"
    assert described["isAccessibleForFree"] is True
    assert described["temporalCoverage"] == "2025-10-01/2026-09-30"
    assert described["dateModified"] == "2026-10-08"
    assert described["spatialCoverage"]["name"] == "เมืองตัวอย่าง ตัวอย่าง ประเทศไทย"
    assert "ปีงบประมาณ 2569" in described["keywords"]
    assert [
        (file["contentUrl"], file["encodingFormat"]) for file in described["distribution"][:2]
    ] == [
        (f"{SITE}data/2569/procurement.csv", "text/csv"),
        (f"{SITE}data/2569/procurement.json", "application/json"),
    ]


def test_way_from_the_front_page_is_a_trail_of_addresses() -> None:
    trail = breadcrumbs(TABLE, AGENCY)["itemListElement"]
    assert [step["item"] for step in trail] == [
        SITE,
        f"{SITE}data/",
        f"{SITE}data/2569/procurement/",
    ]


def test_what_is_unknown_is_left_out_and_addresses_are_relative_to_the_page() -> None:
    described = dataset_of(a_dataset(), Agency(name="หน่วย", kind="other"))
    assert not {"license", "dateModified", "spatialCoverage"} & described.keys()
    assert described["url"] == "../../../data/2569/procurement/"
    assert len(described["description"]) >= 50
