"""What was written of a site that is served, so that the next build writes only what is new.

It knows no generator, only what a file of one must have. What a file is made of is compared, not
when it was written: data may be put back as it was, and a copy may keep the time of its original.
"""

import os
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, Protocol

from oit import remember
from oit.publish.site import Publication
from oit.views.pages import page as pages

_OBJECTS = {"plugins", "hooks"}
"""The settings that are objects of the generator."""


class File(Protocol):
    """A file of the site."""

    @property
    def src_uri(self) -> str:
        """Its name."""

    @property
    def abs_src_path(self) -> str | None:
        """What it is copied from."""

    @property
    def abs_dest_path(self) -> str:
        """Where it is written."""

    @property
    def page(self) -> Any:
        """The page that is made from it."""

    def is_documentation_page(self) -> bool:
        """Tell whether a page is made from it."""

    def is_modified(self) -> bool:
        """Tell whether it must be written; a generator that writes everything does not ask."""


class Written:
    """The files of a site, each with what it was made of when it was written."""

    def __init__(self) -> None:
        self._known: dict[str, object] = {}
        self._new: dict[str, object] = {}
        self._all: set[str] = set()

    def start(self, *, dirty: bool, **_: Any) -> None:
        """Begin to serve a site, or to build one; ``dirty`` is to write only what is new."""
        self._known, self._new, self._all = {}, {}, set()
        remember.use(remember.Memory() if dirty else None)

    def begin(
        self, files: Iterable[File], publication: Publication, settings: Mapping[str, Any]
    ) -> None:
        """Let the files of a build tell whether they must be written.

        What a build wrote that failed before its end is not known.
        """
        self._new.clear()
        files = [*files]
        # Taken when the first page of ours asks: those written by hand come before it.
        around = cache(lambda: _on_every_page(files, publication, settings))
        site = publication.site
        for file in files:
            uri = file.src_uri
            if uri in site.pages:
                own = (_Contents(site.pages[uri]), publication.last_changed(uri))
                question = self._question(file, own, around)
            elif uri in site.files:
                question = self._question(file, site.files[uri])
            elif file.is_documentation_page():
                # The titles and texts of these are known only while they are written.
                self._known.pop(file.abs_dest_path, None)
                question = _always
            elif file.abs_src_path:
                question = self._question(file, _state(file.abs_src_path))
            else:  # another plugin made it, of nobody knows what
                question = _always
            file.is_modified = question  # type: ignore[method-assign]

    def remove_others(self, files: Iterable[File]) -> None:
        """Remove what earlier builds wrote and this one will not: a folder may take its place."""
        paths = {file.abs_dest_path for file in files}
        for path in self._all - paths:
            self._known.pop(path, None)
            _remove(Path(path))
        self._all = paths

    def end(self) -> None:
        """Note that everything new was written."""
        self._known |= self._new
        remember.end_of_build()

    def _question(
        self, file: File, own: object, around: Callable[[], object] = tuple
    ) -> Callable[[], bool]:
        """Return the question whether a file must be written, by its own parts and the others."""

        def is_new() -> bool:
            path = file.abs_dest_path
            if path in self._new:
                return True
            parts = (own, around())
            if self._known.get(path) == parts and Path(path).is_file():
                # Of two things that are the same, the older one can be let go of.
                self._known[path] = parts
                return False
            # If this build fails, nobody knows what the file contains.
            self._known.pop(path, None)
            self._new[path] = parts
            return True

        return is_new


@dataclass(frozen=True, eq=False)
class _Contents:
    """A page, compared by what it shows."""

    page: pages.Page

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Contents) and (
            self.page is other.page or self.page.markdown() == other.page.markdown()
        )

    __hash__ = None  # type: ignore[assignment]  # nothing looks for one


def _on_every_page(
    files: Iterable[File], publication: Publication, settings: Mapping[str, Any]
) -> object:
    """Return all that a page is made of besides its own contents: what the theme can read."""
    own = [(file.src_uri, file.page) for file in files if file.page and file.page.content]
    plugins, theme = settings["plugins"].items(), settings["theme"]
    folders = [(folder, folder == theme.custom_dir) for folder in theme.dirs]
    return (
        repr({name: value for name, value in settings.items() if name not in _OBJECTS}),
        repr([(name, getattr(plugin, "config", None)) for name, plugin in plugins]),
        repr(publication.globals),
        repr([(uri, page.title, page.meta) for uri, page in own]),
        tuple(state for folder, is_own in folders for state in _states(folder, is_own)),
    )


def _states(folder: str, is_own: bool) -> Iterator[object]:
    """Yield what differs as soon as a template in a folder differs.

    Icons are in hidden folders: a theme has thousands, which only another version of it changes,
    but those in the ``custom_dir`` of the site's owner may change.
    """
    with suppress(OSError), os.scandir(folder) as entries:
        for entry in sorted(entries, key=lambda entry: entry.name):
            if entry.is_dir():
                if is_own or not entry.name.startswith("."):
                    yield from _states(entry.path, is_own)
            else:
                yield _state(entry.path)


def _always() -> bool:
    return True


def _state(path: str) -> object:
    """Return what changes with the contents of a file, even if its day and size are kept."""
    try:
        state = Path(path).stat()
    except OSError:
        return path
    return path, state.st_size, state.st_mtime_ns, state.st_ctime_ns, state.st_ino


def _remove(path: Path) -> None:
    with suppress(OSError):
        path.unlink()
    for folder in path.parents:
        try:
            folder.rmdir()
        except OSError:  # it contains other files
            return
