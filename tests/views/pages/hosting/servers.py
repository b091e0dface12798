"""nginx and Apache on this machine, configured as the guides say, in a temporary folder."""

import os
import re
import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from http.client import HTTPConnection, HTTPMessage
from pathlib import Path
from typing import NamedTuple
from urllib.parse import quote, urlsplit

from commands import ROOT
from manual.guides import blocks

MODULES = "mpm_event authz_core dir mime alias autoindex headers filter deflate".split()
"""The relevant modules that Debian's Apache loads by default, and ``headers``."""
_TIMEOUT = 60
_AS_ROOT = os.geteuid() == 0


class Answer(NamedTuple):
    """The response of a server."""

    status: int
    headers: HTTPMessage
    body: bytes


@dataclass(frozen=True)
class Place:
    """A site at an address."""

    address: str
    site: Path

    def get(self, path: str, **headers: str) -> Answer:
        """Request a path of the site without following redirects."""
        parts = urlsplit(self.address)
        connection = HTTPConnection(parts.netloc, timeout=_TIMEOUT)
        named = {name.replace("_", "-"): value for name, value in headers.items()}
        connection.request("GET", parts.path + quote(path), headers=named)
        with connection.getresponse() as answer:
            response = Answer(answer.status, answer.headers, answer.read())
        connection.close()
        return response


def blocks_of(guide: str, language: str) -> list[str]:
    """Return the blocks of a guide in a language."""
    page = (ROOT / guide).read_text(encoding="utf-8")
    return [block.text for block in blocks(page) if block.language == language]


def follow(guide: str, project: Path, site: Path, work: Path) -> None:
    """Follow a guide, except the steps that need an administrator.

    The site is already built, and ``work`` is the server's configuration folder.
    """
    here = 'sudo() { "$@"; }; oit() { test "$1" != hosting || command oit "$@"; }\n'
    for command in ("nginx", "systemctl", "a2enmod", "a2ensite", "apachectl"):
        here += f"{command}() {{ :; }}\n"
    words = here + "".join(blocks_of(guide, "sh"))
    words = words.replace("/srv/www/oit", str(site)).replace("/etc/nginx", str(work))
    path = os.pathsep.join([str(Path(sys.executable).parent), os.environ["PATH"]])
    (work / "snippets").mkdir()
    environment = {**os.environ, "PATH": path}
    done = subprocess.run(
        ["bash", "-e"], input=words, cwd=project, env=environment, encoding="utf-8", check=False
    )
    assert done.returncode == 0, words


@contextmanager
def serving(kind: str, guide: str, root: Path) -> Iterator[str]:
    """Serve a folder with the settings of a guide; yield the address."""
    work = root.parent
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        port = str(taken.getsockname()[1])
    (host,) = blocks_of(guide, kind)
    host = host.replace("/srv/www/oit", str(root)).replace("80", port, 1)
    settings, command = (_nginx if kind == "nginx" else _apache)(work, root, host)
    (work / "server.conf").write_text(settings, encoding="utf-8")
    with (work / "output").open("w") as output:
        server = subprocess.Popen(command, stdout=output, stderr=output)
    try:
        _wait(server, int(port), work / "output")
        yield f"http://127.0.0.1:{port}/"
    finally:
        server.terminate()
        server.wait()


def _nginx(work: Path, _: Path, host: str) -> tuple[str, list[str]]:
    kept = "".join(
        f"{name}_temp_path {work};\n"
        for name in ("client_body", "proxy", "fastcgi", "uwsgi", "scgi")
    )
    user = "user root;\n" if _AS_ROOT else ""
    settings = f"{user}pid {work}/pid;\nerror_log {work}/error.log;\nevents {{}}\n"
    settings += f"http {{\naccess_log off;\n{kept}{host}}}\n"
    command = [program("nginx"), "-p", str(work), "-c", str(work / "server.conf")]
    return settings, [*command, "-e", str(work / "error.log"), "-g", "daemon off;"]


def _apache(work: Path, root: Path, host: str) -> tuple[str, list[str]]:
    modules = Path("/usr/lib/apache2/modules")
    loaded = "".join(f"LoadModule {name}_module {modules}/mod_{name}.so\n" for name in MODULES)
    user = "User www-data\nGroup www-data\n" if _AS_ROOT else ""
    settings = f"ServerRoot {work}\nServerName localhost\nPidFile pid\nErrorLog error.log\n{loaded}"
    (port,) = re.findall(r":(\d+)>", host)
    settings += f"{user}TypesConfig /dev/null\nListen 127.0.0.1:{port}\n"
    settings += f"DefaultRuntimeDir {work}\nMutex file:{work} default\n"
    settings += "<Directory />\nAllowOverride None\nRequire all denied\n</Directory>\n"
    # Like Debian's default: folders are listed unless a site forbids it.
    settings += f"<Directory {root}>\nOptions Indexes FollowSymLinks\n</Directory>\n{host}"
    return settings, [program("apache"), "-f", str(work / "server.conf"), "-D", "FOREGROUND"]


def program(kind: str) -> str:
    """Return the path of a server's program."""
    name = {"nginx": "nginx", "apache": "apache2"}[kind]
    return shutil.which(name, path=f"{os.environ['PATH']}:/usr/sbin") or ""


def _wait(server: subprocess.Popen[bytes], port: int, output: Path) -> None:
    end = time.monotonic() + _TIMEOUT
    while time.monotonic() < end and server.poll() is None:
        try:
            socket.create_connection(("127.0.0.1", port), 1).close()
        except OSError:
            time.sleep(0.02)
        else:
            return
    raise AssertionError(output.read_text(encoding="utf-8"))
