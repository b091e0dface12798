"""The MkDocs adapter: the only file of an agency's site that knows MkDocs, besides its plugin.

All pages are made in ``on_config``, so an error in the data leaves the last good site as it is.
"""

import html
import os
import sys
from pathlib import Path
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import AnchorLink, TableOfContents

sys.path.insert(0, str(Path(__file__).parent))
# If the package is not installed, the line above makes these imports work.
from oit.clock import EpochError, today
from oit.data.folder import DataFolder
from oit.publish import live, mkdocs, site
from oit.publish.written import Written
from oit.views.pages.page import headings_of

mkdocs.accept_dirty_builds()
_build: site.Publication
_written = Written()


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Read and assess the data, and make every page."""
    global _build  # noqa: PLW0603 - the events of one build share nothing else
    base = Path(config.config_file_path).parent
    data = base / os.environ.get("OIT_DATA", config.extra.get("data", "data"))
    try:
        site.check_addresses(config.use_directory_urls)
        _build = site.prepare(DataFolder(data, base), today(), staff=bool(os.getenv("OIT_STAFF")))
    except (site.UnusableError, EpochError) as error:
        raise PluginError(f"\n{error}") from None
    config.update(_build.settings(config.site_url, config.extra))
    config.theme.update(_build.look(config.theme))
    return config


def on_files(files: Files, config: MkDocsConfig) -> None:
    """Add the generated pages and files, and lay out the menu."""
    for file in [file for file in files if site.is_unwanted(file.src_uri)]:
        files.remove(file)
    config.nav = _build.menu([file.src_uri for file in files.documentation_pages()])
    for path, raw, is_page in _build.sources():
        # MkDocs would list the pages that are not in the menu, and exclude names with a dot.
        level = InclusionLevel.NOT_IN_NAV if is_page else InclusionLevel.INCLUDED
        source = {"abs_src_path": str(raw)} if isinstance(raw, Path) else {"content": raw}
        files.append(File.generated(config, path, inclusion=level, **source))
    _written.begin(files, _build, config)


def on_env(env: Any, files: Files, **_: Any) -> None:
    """Prepare the theme's templates, and add the days of changes to the site map."""
    _build.prepare_theme(env)
    _written.remove_others(file for file in files if file.inclusion != InclusionLevel.EXCLUDED)
    for page in filter(None, (file.page for file in files.documentation_pages())):
        page.update_date = _build.last_changed(page.file.src_uri)
        # MkDocs knows no title of a page that is not written again, but the menu shows it.
        page.title = page.title or _build.title(page.file.src_uri)


def on_page_context(_: Any, page: Page, **_others: Any) -> None:
    """Insert the page's contents, after the search plugin, which would parse them slowly."""
    if not (made := _build.site.pages.get(page.file.src_uri)):
        page.meta.setdefault("description", _build.found(page.url, page.title, page.content))
        return
    page.content = contents = made.html
    top = AnchorLink(html.escape(made.title), "content", 1)
    top.children = [AnchorLink(html.escape(h.title), h.id, 2) for h in headings_of(contents)]
    page.toc = TableOfContents([top])


def on_post_page(output: str, page: Page, **_: Any) -> str:
    """Return the page as it is published, and let go of its contents."""
    contents, page.content = page.content, None
    return _build.finished(output, page.file.src_uri, contents)


def on_post_build(config: MkDocsConfig) -> None:
    """Overwrite the search plugin's index with ours."""
    _build.write_search(Path(config.site_dir))
    _written.end()


def on_serve(server: Any, **_: Any) -> Any:
    """Build again when the data changes, and show what is wrong with it."""
    return live.take_over(server, _build.folder.path)


on_startup = _written.start
on_post_template = site.finished
on_build_error = live.remember
