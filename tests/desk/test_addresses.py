"""Addresses that lead nowhere say so in words."""

from datetime import date
from pathlib import Path

from starlette.testclient import TestClient

from given import a_folder
from oit.desk.app import make_app
from oit.desk.desk import Desk

FILES = {
    "data/agency.yml": "name: เทศบาลเล็ก\nkind: municipality\n",
    "data/2569/o07.yml": "year: 2568\n",
}


def test_a_number_with_more_digits_than_any_is_an_address_that_leads_nowhere(
    tmp_path: Path,
) -> None:
    client = TestClient(make_app(Desk(a_folder(tmp_path, FILES), date(2026, 11, 22))))
    for address in (
        "/{}/o7/",
        "/2569/o7/documents/{}/",
        "/2569/o7/documents/1/pages/{}.png",
        "/2569/o7/table/rows/{}/",
    ):
        response = client.get(address.format("9" * 5000))
        assert response.status_code == 404
        assert "ไม่มีหน้านี้" in response.text
