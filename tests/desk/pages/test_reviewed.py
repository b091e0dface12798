"""An officer who has looked through an item says so with a tick."""

from starlette.testclient import TestClient

from desk.saving.conftest import Office
from oit.desk.app import make_app

pytest_plugins = ("desk.saving.conftest",)


def test_the_day_of_the_review_is_set_by_a_tick_only(office: Office) -> None:
    with TestClient(make_app(office.desk)) as client:
        assert 'type="checkbox" name="reviewed"' in client.get("/2569/o2/").text
        form = {"version": office.file.digest, "f/owner": "กองคลัง"}
        client.post("/2569/o2/", data={**form, "do": "save"})
        assert (office.file.root["owner"], office.file.root["updated"]) == ("กองคลัง", "2568-10-20")
        form["version"] = office.file.digest
        client.post("/2569/o2/", data={**form, "do": "save", "reviewed": "yes"})
        assert office.file.root["updated"] == "2569-02-01"
        assert 'name="reviewed"' not in client.get("/2569/agency/").text
