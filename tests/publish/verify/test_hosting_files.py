"""A site contains settings for servers, which servers do not send."""

from collections.abc import Callable
from http.server import SimpleHTTPRequestHandler
from typing import Any

import pytest

from oit.views.pages.hosting.settings import HOSTING_FILES
from publish.verify.sites import Site


def test_a_server_need_not_send_its_settings(site: Site, serve: Callable[..., str]) -> None:
    class Server(SimpleHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def log_message(self, *_: Any) -> None:
            pass

        def do_GET(self) -> None:
            if self.path.strip("/") in HOSTING_FILES:
                self.send_error(403)
            else:
                super().do_GET()

    result = site.run(serve(site.out, Server), site.sound / "data")
    assert (result.status, result.kinds) == (0, [])


@pytest.mark.parametrize("name", sorted(HOSTING_FILES))
def test_a_site_has_them_and_may_go_without(name: str, site: Site) -> None:
    (site.out / name).unlink()
    assert site.verify().kinds == []


def test_changed_settings_are_reported(site: Site) -> None:
    site.write("site/.htaccess", "Redirect / https://elsewhere.example/\n")
    assert site.verify().kinds == [(".htaccess", "file-differs")]
