"""``oit hosting``: the settings of a server, printed."""

import pytest

from oit.cli.commands.hosting import SERVERS
from oit.cli.main import main
from oit.data.folder import DataFolder
from oit.data.load import read_agency
from oit.views.pages.hosting.settings import settings
from small_agency import SmallAgency

SITE = "https://www.example.go.th/oit-site/"


@pytest.mark.parametrize("server", SERVERS)
def test_settings_are_for_the_address_of_the_agency(
    server: str, small_agency: SmallAgency, capsys: pytest.CaptureFixture[str]
) -> None:
    small_agency.add("data/agency.yml", f"site_url: {SITE}\n")
    assert main(["hosting", server, "--data", str(small_agency.data)]) == 0
    agency, _ = read_agency(DataFolder(small_agency.data))
    assert agency
    assert capsys.readouterr() == (settings(SERVERS[server], agency), "")
    assert main(["hosting", server, "--staff", "--data", str(small_agency.data)]) == 0
    assert capsys.readouterr() == (settings(SERVERS[server], agency, staff=True), "")


def test_without_an_address_the_site_is_at_the_root_of_a_host(
    small_agency: SmallAgency, capsys: pytest.CaptureFixture[str]
) -> None:
    for lang, words in (("th", "ไม่มี site_url"), ("en", "has no site_url")):
        assert main(["hosting", "nginx", "--data", str(small_agency.data), "--lang", lang]) == 0
        out, err = capsys.readouterr()
        assert "location ^~ / {" in out
        assert words in err


def test_folder_that_nginx_would_not_find_is_refused(
    small_agency: SmallAgency, capsys: pytest.CaptureFixture[str]
) -> None:
    small_agency.add("data/agency.yml", "site_url: https://www.example.go.th/เมือง/\n")
    for lang, words in (("th", "ต้องเป็นอักษรอังกฤษ"), ("en", "letters from a to z")):
        assert main(["hosting", "nginx", "--data", str(small_agency.data), "--lang", lang]) == 2
        out, err = capsys.readouterr()
        assert (out, words in err) == ("", True)
    assert main(["hosting", "apache", "--data", str(small_agency.data)]) == 0


def test_unreadable_data_is_reported(
    small_agency: SmallAgency, capsys: pytest.CaptureFixture[str]
) -> None:
    small_agency.write("data/agency.yml", "name: [\n")
    assert main(["hosting", "iis", "--data", str(small_agency.data)]) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert "agency.yml" in err
