"""The adapter as a plugin, for repositories that hold data alone: ``plugins: [search, oit]``.

Where the program is installed, nothing of it stands beside the data that ``hooks:`` could name;
MkDocs finds it by its entry point, and it brings its theme along.
"""

from mkdocs.config.base import Config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import BasePlugin, event_priority

import oit_site
from oit.views.pages.write import THEME


class _NoOptions(Config):  # type: ignore[no-untyped-call]  # MkDocs has no types there
    pass


class OitPlugin(BasePlugin[_NoOptions]):  # type: ignore[no-untyped-call]  # as above
    """Hands the events of a build to the adapter."""

    on_files = staticmethod(oit_site.on_files)
    on_env = staticmethod(oit_site.on_env)
    on_page_context = staticmethod(oit_site.on_page_context)
    # After the search plugin, whose index it writes over.
    on_post_build = staticmethod(event_priority(-100)(oit_site.on_post_build))
    on_serve = staticmethod(oit_site.on_serve)

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Bring the theme along, behind the agency's own where it has one."""
        config.theme.dirs.insert(bool(config.theme.custom_dir), str(THEME))
        return oit_site.on_config(config)
