"""The adapter as a plugin, for repositories that contain only data: ``plugins: [search, oit]``.

If the program is installed, there is no file beside the data that ``hooks:`` could name. MkDocs
finds the plugin by its entry point, and the plugin adds its theme.
"""

from mkdocs.config.base import Config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import BasePlugin, event_priority

import oit_site
from oit.views.pages.write import THEME


class _NoOptions(Config):  # type: ignore[no-untyped-call]  # MkDocs has no types there
    pass


class OitPlugin(BasePlugin[_NoOptions]):  # type: ignore[no-untyped-call]  # as above
    """Passes the events of a build to the adapter."""

    on_startup = staticmethod(oit_site.on_startup)
    on_files = staticmethod(oit_site.on_files)
    on_env = staticmethod(oit_site.on_env)
    on_page_context = staticmethod(oit_site.on_page_context)
    on_post_page = staticmethod(oit_site.on_post_page)
    on_post_template = staticmethod(oit_site.on_post_template)
    # After the search plugin, whose index it overwrites.
    on_post_build = staticmethod(event_priority(-100)(oit_site.on_post_build))
    on_build_error = staticmethod(oit_site.on_build_error)
    on_serve = staticmethod(oit_site.on_serve)

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Add the theme, after the agency's own theme if there is one."""
        config.theme.dirs.insert(bool(config.theme.custom_dir), str(THEME))
        return oit_site.on_config(config)
