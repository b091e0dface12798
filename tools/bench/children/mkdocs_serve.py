"""Serve a site by MkDocs, as versions without ``oit serve`` do it.

python mkdocs_serve.py SETTINGS PORT
"""

import sys

from mkdocs.__main__ import cli


def main(settings: str, port: str) -> None:
    """Serve until the process ends."""
    address = f"127.0.0.1:{port}"
    cli(["serve", "--quiet", "--livereload", "--config-file", settings, "--dev-addr", address])


if __name__ == "__main__":
    main(*sys.argv[1:])
