"""The frame of a public page: everything around its contents, from a site that was built before.

The generator takes seconds for a site. A frame changes rarely, and the contents of a page are made
by the same functions as in a build, so a preview puts new contents into an old frame.
"""

import html
import re

from oit.publish.site import finished
from oit.views.pages.page import Page, Section, plain

_ARTICLE = re.compile(
    r'(<article class="md-content__inner md-typeset">\n)(.*)(\n *</article>)', re.DOTALL
)
_CONTENTS = re.compile(
    r'(<ul class="md-nav__list" data-md-component="toc"[^<>]*>\n)(.*?)( *</ul>)', re.DOTALL
)
_DESCRIPTION = re.compile(
    r'(<meta (?:name="description"|property="og:description") content=")[^"]*(">)'
)
_ENTRY = """\
        <li class="md-nav__item">
  <a href="#{id}" class="md-nav__link">
    <span class="md-ellipsis">
        {title}
    </span>
  </a>
</li>
"""


class NoPlaceError(Exception):
    """The frame has no place for the contents: the site's owner has changed the theme."""


def fill(frame: str, page: Page) -> str:
    """Put the contents of a page into its frame.

    Raises:
        NoPlaceError: the frame has none for them.
    """
    contents, places = _ARTICLE.subn(lambda old: _between(old, finished(page.html)), frame)
    if places != 1:
        raise NoPlaceError
    head, article, tail = contents.partition('<article class="md-content__inner')
    entries = "".join(map(_entry, page.sections))
    head = _CONTENTS.sub(lambda old: _between(old, entries), head)
    description = html.escape(plain(page.description))
    head = _DESCRIPTION.sub(lambda old: f"{old[1]}{description}{old[2]}", head)
    return head + article + tail


def _between(old: re.Match[str], new: str) -> str:
    return f"{old[1]}{new}{old[3]}"


def _entry(section: Section) -> str:
    return finished(_ENTRY.format(id=html.escape(section.id), title=html.escape(section.title)))
