"""Write a site's pages already rendered, and the settings with which plain MkDocs builds them.

    python render.py DATA SETTINGS OUT

``OUT/docs`` gets the output of ``oit generate``; ``OUT/mkdocs.yml`` is SETTINGS with the same menu,
theme and plugins, but with a hook that does as little as possible instead of ours.
"""

import json
import sys
from pathlib import Path
from typing import Any

import yaml

from oit.clock import today
from oit.data.folder import DataFolder
from oit.publish import site
from oit.views.pages.write import menu_of_files, write_site

PEER_HOOK = Path(__file__).with_name("peer_hook.py")


def main(data: str, settings: str, out: str) -> None:
    """Write the pages and the settings."""
    base = Path(settings).parent
    made = site.prepare(DataFolder(Path(data), base), today())
    write_site(made.site, made.folder, Path(out, "docs"))
    docs = made.folder.docs
    own = [path.relative_to(docs).as_posix() for path in docs.rglob("*.md")]
    peer: dict[str, Any] = yaml.safe_load(Path(settings).read_text(encoding="utf-8"))
    peer |= {
        "site_name": made.name,
        "site_description": made.description,
        "site_url": made.agency.site_url or "",
        "docs_dir": "docs",
        "nav": menu_of_files(made.menu(own), made.site),
        "not_in_nav": "/oit/**\n/ita/**",
        "hooks": [str(PEER_HOOK)],
    }
    peer["theme"]["custom_dir"] = str(base / peer["theme"]["custom_dir"])
    # JSON is YAML.
    Path(out, "mkdocs.yml").write_text(json.dumps(peer, ensure_ascii=False), encoding="utf-8")


if __name__ == "__main__":
    main(*sys.argv[1:])
