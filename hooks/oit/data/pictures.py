"""The pictures that data names: can they be shown, and the forms without those that cannot."""

from collections.abc import Collection, Iterable, Iterator
from pathlib import Path
from typing import TypeVar

from oit.bilingual import Bilingual
from oit.data.file_cache import FileCache
from oit.data.folder import DataFolder
from oit.findings.codes import logo_shape, picture_missing, picture_unusable
from oit.findings.finding import Finding, Place
from oit.forms.base import Form
from oit.forms.fields import PicturePath

AnyForm = TypeVar("AnyForm", bound=Form)

_LEAST_SIDE = 180
_MOST_STRETCHED = 1.25
_REASONS = {"large": picture_unusable.LARGE, "broken": picture_unusable.BROKEN}


class Pictures:
    """The sizes of pictures, measured only if a file is new or changed."""

    def __init__(self, folder: DataFolder) -> None:
        self._cache = FileCache(folder.base, "pictures.json", ["data/pictures.py", "picture.py"])

    def size(self, file: Path) -> tuple[int, int] | Bilingual:
        """Return the width and height of a picture; if it cannot be shown, the reason."""
        match self._cache.get(file):
            case "large" | "broken" as fault:
                return _REASONS[fault]
            case [int(width), int(height)] if width > 0 and height > 0:
                return width, height
        measured = _measured(file)
        if isinstance(measured, Bilingual):  # the worker failed, which is not remembered
            return measured
        self._cache.put(file, measured)
        return _REASONS[measured] if isinstance(measured, str) else (measured[0], measured[1])

    def save(self) -> None:
        """Write the cache."""
        self._cache.save()


def check_logo(name: PicturePath, size: tuple[int, int], place: Place) -> Iterator[Finding]:
    """Check that a logo is good enough for icons."""
    width, height = size
    values = {"name": name, "width": width, "height": height}
    if max(size) > _MOST_STRETCHED * min(size):
        yield logo_shape.NOT_SQUARE.at(place, **values)
    elif min(size) < _LEAST_SIDE:
        yield logo_shape.SMALL.at(place, **values)


def unusable(findings: Iterable[Finding]) -> set[str]:
    """Return the names of the pictures that cannot be shown, according to findings."""
    codes = {picture_missing.CODE, picture_unusable.CODE}
    return {str(finding.values["name"]) for finding in findings if finding.code in codes}


def without_pictures(form: AnyForm, names: Collection[str]) -> AnyForm:
    """Return a form without the pictures of these names, as if nobody had named them."""
    if not names:
        return form
    changed: dict[str, object] = {}
    for field, value in form:
        if isinstance(value, PicturePath) and value in names:
            changed[field] = None
        elif isinstance(value, Form):
            changed[field] = without_pictures(value, names)
        elif isinstance(value, list):
            changed[field] = [
                without_pictures(entry, names) if isinstance(entry, Form) else entry
                for entry in value
            ]
    return form.model_copy(update=changed)


def _measured(file: Path) -> list[int] | str | Bilingual:
    from oit import picture, worker  # noqa: PLC0415 - most checks find every picture in the cache

    try:
        measured = worker.read(picture.measure, file)
    except worker.UnreadableError as error:
        return error.reason
    return measured if isinstance(measured, str) else [*measured]
