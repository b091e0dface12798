"""The smallest hook with which MkDocs builds our pages when they are already rendered.

The theme's templates use two filters of ours; here they do next to nothing. The files of the theme
that our site leaves out are left out here too.
"""

from typing import Any

from jinja2 import Environment
from mkdocs.structure.files import Files

UNWANTED = ("assets/javascripts/workers/", "assets/javascripts/lunr/")


def on_env(env: Environment, **_: Any) -> Environment:
    """Define the filters that the theme's templates use."""
    env.filters.update(script_hashes=lambda _: "", own_search_worker=lambda markup: markup)
    return env


def on_files(files: Files, **_: Any) -> Files:
    """Leave out the files that our site leaves out."""
    for file in [file for file in files if file.src_uri.startswith(UNWANTED)]:
        files.remove(file)
    return files
