"""MkDocs' hook of the manual: it looks, and is searched, as the sites that the program makes.

The theme's own search cuts Thai into words in one way in its index and in another in what is typed,
and misses much; ours looks for what is typed.
"""

from pathlib import Path
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page

from oit.data.folder import DataFolder
from oit.publish.site import Publication, is_unwanted, own_search_worker
from oit.views.pages import Site
from oit.views.pages.write import THEME

_OURS = ("favicon.svg", "oit.css", "oit.js", "oit-search.js")
_manual = Publication(DataFolder(Path("manual")), Site([]))


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Begin with nothing found: `serve` builds again and again."""
    _manual.hand_written.clear()
    return config


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Bring our style, our script and our search worker along."""
    for name in _OURS:
        raw = (THEME / "assets" / name).read_bytes()
        files.append(File.generated(config, f"assets/{name}", content=raw))
    return files


def on_env(env: Any, files: Files, **_: Any) -> Any:
    """Leave the theme's search worker and its word lists out."""
    for file in [file for file in files if is_unwanted(file.src_uri)]:
        files.remove(file)
    return env


def on_page_context(context: Any, page: Page, **_: Any) -> Any:
    """Note what the search is to find on a page."""
    _manual.found(page.url, str(page.title), page.content or "")
    return context


def on_post_page(output: str, **_: Any) -> str:
    """Let the theme's settings name our worker."""
    return own_search_worker(output)


def on_post_template(output_content: str, template_name: str, **_: Any) -> str:
    """Let those of the page 404.html name it too."""
    return own_search_worker(output_content) if template_name == "404.html" else output_content


def on_post_build(config: MkDocsConfig) -> None:
    """Write the search index of ours over the plugin's."""
    _manual.write_search(Path(config.site_dir))
