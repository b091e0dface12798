"""The smallest hook with which MkDocs builds our pages when they are already rendered.

The theme's templates use filters and values of ours; here they do next to nothing. The files of
the theme that our site leaves out are left out here too.
"""

from typing import Any

from jinja2 import Environment
from mkdocs.structure.files import Files

UNWANTED = ("assets/javascripts/workers/", "assets/javascripts/lunr/")


def on_env(env: Environment, **_: Any) -> Environment:
    """Define what the theme's templates use."""
    env.filters.update(dict.fromkeys(("script_hashes", "font_links"), lambda _: ""))
    env.filters["own_search_worker"] = lambda markup: markup
    env.globals["nothing_found"] = dict.fromkeys(("list", "contact", "phone", "dial"), "")
    return env


def on_files(files: Files, **_: Any) -> Files:
    """Leave out the files that our site leaves out."""
    for file in [file for file in files if file.src_uri.startswith(UNWANTED)]:
        files.remove(file)
    return files
