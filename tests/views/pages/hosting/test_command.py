"""``oit hosting``: the settings of a server, printed."""

import pytest

from oit.cli.commands.hosting import SERVERS
from oit.cli.main import main
from oit.views.pages.hosting.settings import settings
from small_agency import SmallAgency

SITE = "https://www.example.go.th/oit-site/"


@pytest.mark.parametrize("server", SERVERS)
def test_the_settings_are_those_for_the_address_of_the_agency(
    server: str, small_agency: SmallAgency, capsys: pytest.CaptureFixture[str]
) -> None:
    small_agency.add("data/agency.yml", f"site_url: {SITE}\n")
    assert main(["hosting", server, "--data", str(small_agency.data)]) == 0
    assert capsys.readouterr() == (settings(SERVERS[server], SITE), "")


def test_without_an_address_the_site_has_a_host_of_its_own(
    small_agency: SmallAgency, capsys: pytest.CaptureFixture[str]
) -> None:
    for lang, words in (("th", "ไม่มี site_url"), ("en", "has no site_url")):
        assert main(["hosting", "nginx", "--data", str(small_agency.data), "--lang", lang]) == 0
        out, err = capsys.readouterr()
        assert out == settings("nginx.conf", None)
        assert words in err


def test_a_folder_that_nginx_would_not_find_is_told(
    small_agency: SmallAgency, capsys: pytest.CaptureFixture[str]
) -> None:
    small_agency.add("data/agency.yml", "site_url: https://www.example.go.th/เมือง/\n")
    for lang, words in (("th", "ต้องเป็นอักษรอังกฤษ"), ("en", "letters from a to z")):
        assert main(["hosting", "nginx", "--data", str(small_agency.data), "--lang", lang]) == 2
        out, err = capsys.readouterr()
        assert (out, words in err) == ("", True)
    assert main(["hosting", "apache", "--data", str(small_agency.data)]) == 0


def test_data_that_cannot_be_read_is_told_as_ever(
    small_agency: SmallAgency, capsys: pytest.CaptureFixture[str]
) -> None:
    small_agency.write("data/agency.yml", "name: [\n")
    assert main(["hosting", "iis", "--data", str(small_agency.data)]) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert "agency.yml" in err
