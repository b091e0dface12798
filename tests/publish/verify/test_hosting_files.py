"""What tells servers how to serve stands in a site, and no server gives it to anybody."""

from collections.abc import Callable
from http.server import SimpleHTTPRequestHandler
from typing import Any

import pytest

from oit.views.pages.hosting.settings import HOSTING_FILES
from publish.verify.sites import Site


def test_a_server_keeps_what_is_for_itself(site: Site, serve: Callable[..., str]) -> None:
    class Server(SimpleHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def log_message(self, *_: Any) -> None:
            pass

        def do_GET(self) -> None:
            if self.path.strip("/") in HOSTING_FILES:
                self.send_error(403)
            else:
                super().do_GET()

    told = site.run(serve(site.out, Server), site.sound / "data")
    assert (told.status, told.kinds) == (0, [])


@pytest.mark.parametrize("name", sorted(HOSTING_FILES))
def test_a_site_has_them_and_may_go_without(name: str, site: Site) -> None:
    (site.out / name).unlink()
    assert site.verify().kinds == []


def test_settings_that_somebody_changed_are_told(site: Site) -> None:
    site.write("site/.htaccess", "Redirect / https://elsewhere.example/\n")
    assert site.verify().kinds == [(".htaccess", "file-differs")]
