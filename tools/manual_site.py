"""MkDocs' hook for the manual: it adds the generated pages, and our style and search.

The theme's own search splits Thai into words differently in its index and in the query, and so
misses much. Ours looks for the query as it was typed.
"""

import sys
from pathlib import Path
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page

from oit.data.folder import DataFolder
from oit.publish.site import Publication, finished, is_unwanted, own_search_worker
from oit.views.pages.site import Site
from oit.views.pages.write import THEME

sys.path.append(str(Path(__file__).parents[1]))  # MkDocs loads a hook as a file of no package
from tools.manual import pages

_OURS = ("favicon.svg", "oit.css", "oit.js", "oit-search.js")
_manual = Publication(DataFolder(Path("manual")), Site([]))


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Forget the pages of the last build: `mkdocs serve` builds repeatedly."""
    _manual.hand_written.clear()
    return config


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Add the generated pages, our style, our script and our search worker."""
    for path, text in pages().items():
        files.append(File.generated(config, path, content=text))
    for name in _OURS:
        raw = (THEME / "assets" / name).read_bytes()
        files.append(File.generated(config, f"assets/{name}", content=raw))
    return files


def on_env(env: Any, files: Files, **_: Any) -> Any:
    """Leave out the theme's search worker and its word lists."""
    for file in [file for file in files if is_unwanted(file.src_uri)]:
        files.remove(file)
    return env


def on_page_context(context: Any, page: Page, **_: Any) -> Any:
    """Collect what the search finds on a page."""
    _manual.found(page.url, str(page.title), page.content or "")
    return context


def on_post_page(output: str, **_: Any) -> str:
    """Name our search worker in the theme's settings, and mend the theme's markup."""
    return finished(own_search_worker(output))


def on_post_template(output_content: str, template_name: str, **_: Any) -> str:
    """Do so on the page 404.html too."""
    if template_name != "404.html":
        return output_content
    return finished(own_search_worker(output_content))


def on_post_build(config: MkDocsConfig) -> None:
    """Replace the search plugin's index by ours."""
    _manual.write_search(Path(config.site_dir))
