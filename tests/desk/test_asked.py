"""What a page is asked for."""

from pathlib import Path

import pytest
from starlette.testclient import TestClient

from desk.office import TODAY
from oit.data.folder import DataFolder
from oit.desk.app import make_app
from oit.desk.desk import Desk
from small_agency import SmallAgency


@pytest.fixture
def agency(tmp_path: Path) -> SmallAgency:
    return SmallAgency.make(tmp_path)


@pytest.fixture
def client(agency: SmallAgency) -> TestClient:
    return TestClient(make_app(Desk(DataFolder(agency.data, agency.folder), TODAY)))


def test_no_item_is_found_at_another_year(client: TestClient) -> None:
    assert client.get("/2569/o7/").status_code == 200
    for year in ("0", "1", "2570", "9" * 20):
        for slug in ("o7", "ita"):
            assert client.get(f"/{year}/{slug}/").status_code == 404


def test_without_the_data_of_the_agency_it_is_said_what_to_do(
    client: TestClient, agency: SmallAgency
) -> None:
    agency.write("data/agency.yml", "name: [\n")
    for answer in (client.get("/2569/o7/"), client.post("/2569/o7/", data={"f/summary": "ก"})):
        assert answer.status_code == 503
        assert "agency.yml" in answer.text
    assert client.get("/").status_code == 200
