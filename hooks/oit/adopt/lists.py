"""Which list the labels of a page, or of a part of it, are of.

A number says nothing without its list, so a list is taken only if the titles beside the numbers
agree with it: lists of other schemes have numbers too.
"""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

from oit.adopt.labels import Label
from oit.adopt.numbers import Kind
from oit.adopt.titles import name_of
from oit.data.checklist import DEFAULT_CHECKLIST, UNSURE, Checklist, Item, item_parts

AGREES = 0.45
"""A number and a title agree if the title is so like that of the number's item, and to no other
clearly more."""
_CLEARLY = 0.12
_MOST = 0.6
"""The share of titles that must agree with the numbers of a list."""
_NEARLY_ALL = 0.8
_EXACT = 0.9
_FEW = 3
_MANY = 10


@dataclass(frozen=True)
class Choice:
    """The list of a page or of a part of it."""

    checklist: Checklist
    sure: bool
    numbers_count: bool = True
    """Whether its numbers are those of the list; if not, only titles tell the items."""
    bare_numbers: bool = False
    """Whether its numbers have no letter, so that each needs a title that agrees."""
    titles_only: bool = False
    """Whether its labels have no numbers."""

    @property
    def name(self) -> str:
        """The name of the list: ``general-2569``."""
        return name_of(self.checklist)


@dataclass(frozen=True)
class _Agreement:
    checklist: Checklist
    agreed: int
    titled: int
    highest: int

    @property
    def share(self) -> float:
        return self.agreed / self.titled if self.titled else 0.0


def item_numbered(checklist: Checklist, value: int) -> Item | None:
    """Return the item of a number."""
    return next((item for item in checklist.items if item.number == str(value)), None)


def prefix_of(checklist: Checklist) -> str:
    """Return the letters of the ids of a list: ``o``, ``moit``."""
    return item_parts(checklist.items[0].id)[0] if checklist.items else ""


def agrees(label: Label, checklist: Checklist, least: float = AGREES) -> bool:
    """Tell whether the title of a label is that of the item with its number."""
    item = label.number and item_numbered(checklist, label.number.value)
    if not item:
        return False
    like = label.likeness(name_of(checklist))
    score = like.get(item.id, 0.0)
    return score >= least and score >= max(like.values()) - _CLEARLY


def choose(
    labels: Sequence[Label],
    years: Mapping[int, int],
    lists: Collection[Checklist],
    is_of_the_assessment: bool,
) -> Choice | None:
    """Return the list of labels.

    Args:
        labels: the labels.
        years: the years that the page says, with how much each counts.
        lists: all lists that are known.
        is_of_the_assessment: whether the page speaks of the assessment.
    """
    numbered = [label for label in labels if label.number and label.number.kind < Kind.BARE]
    known = {prefix_of(checklist) for checklist in lists}
    prefixes = Counter(label.number.prefix for label in numbered if label.number)
    if prefixes:
        prefix = prefixes.most_common(1)[0][0]
        if prefix not in known:
            return None
        lists = [checklist for checklist in lists if prefix_of(checklist) == prefix]
        numbered = [label for label in numbered if label.number and label.number.prefix == prefix]
        if choice := _by_numbers(numbered, years, lists, is_of_the_assessment):
            return choice
        if (
            prefix != "o"
            or sum(label.number.kind is Kind.LETTER for label in numbered if label.number) > 2
        ):
            return None
    return _by_bare_numbers(labels, years, lists) or (
        _by_titles(labels, years, lists) if is_of_the_assessment else None
    )


def _by_numbers(
    labels: Sequence[Label],
    years: Mapping[int, int],
    lists: Collection[Checklist],
    is_of_the_assessment: bool,
) -> Choice | None:
    found = [_agreement(checklist, labels) for checklist in lists]
    if years:
        of_years = [one for one in found if one.checklist.year in years]
        return _of_a_year(of_years, found, labels, years, is_of_the_assessment)
    full = [one for one in found if _can_be_guessed(one.checklist, lists)]
    return _guessed(full, found, labels, is_of_the_assessment)


def _of_a_year(
    of_years: Sequence[_Agreement],
    found: Sequence[_Agreement],
    labels: Sequence[Label],
    years: Mapping[int, int],
    is_of_the_assessment: bool,
) -> Choice | None:
    """Return the list that agrees best with the labels, of the years that the page says."""
    if not of_years:
        return None
    best = max(of_years, key=lambda one: (one.agreed, _preference(one, years)))
    if best.titled and best.share >= _MOST:
        return Choice(best.checklist, sure=True)
    if best.titled < _FEW:
        return _without_titles(of_years, labels, years, is_of_the_assessment)
    return _of_another_year(best, found) or _by_titles_of_all(best.checklist, labels)


def _by_titles_of_all(checklist: Checklist, labels: Sequence[Label]) -> Choice | None:
    """Return a list whose titles nearly all are there, beside numbers that are not theirs.

    Other schemes have some of its titles, and others.
    """
    titled = [label for label in labels if label.title]
    exact = [
        max(like, key=lambda item: like[item])
        for label in titled
        if (like := label.likeness(name_of(checklist))) and max(like.values()) >= _EXACT
    ]
    is_whole = len(set(exact)) >= _NEARLY_ALL * len(checklist.items)
    if not is_whole or len(exact) < _EXACT * len(titled):
        return None
    return Choice(checklist, sure=False, numbers_count=False)


def _guessed(
    full: Sequence[_Agreement],
    found: Sequence[_Agreement],
    labels: Sequence[Label],
    is_of_the_assessment: bool,
) -> Choice | None:
    """Return the list that agrees best with the labels of a page that says no year."""
    if not full:
        return None
    best = max(full, key=lambda one: (one.share, one.agreed, one.checklist.year))
    if best.agreed and best.share >= _MOST:
        others = [one.share for one in found if one is not best]
        is_clear = best.share >= 0.9 and best.agreed >= _MANY and max(others, default=0.0) < _MOST
        return Choice(best.checklist, sure=is_clear)
    if best.titled < _FEW:
        exact = [one for one in full if len(one.checklist.items) == one.highest]
        return _without_titles(exact, labels, {}, is_of_the_assessment)
    return _by_older_numbers(found, full)


def _agreement(checklist: Checklist, labels: Iterable[Label]) -> _Agreement:
    titled: set[int] = set()
    agreed: set[int] = set()
    highest = 0
    for label in labels:
        assert label.number is not None  # noqa: S101 - only labels with numbers are asked
        value = label.number.value
        if label.number.kind is Kind.LETTER:
            highest = max(highest, value)
        if label.title:
            titled.add(value)
            if agrees(label, checklist):
                agreed.add(value)
    return _Agreement(checklist, len(agreed), len(titled), highest)


def _preference(agreement: _Agreement, years: Mapping[int, int]) -> tuple[int, bool, bool]:
    checklist = agreement.checklist
    return (
        years.get(checklist.year, 0),
        len(checklist.items) == agreement.highest,
        checklist.checklist == DEFAULT_CHECKLIST,
    )


def _without_titles(
    found: Sequence[_Agreement],
    labels: Sequence[Label],
    years: Mapping[int, int],
    is_of_the_assessment: bool,
) -> Choice | None:
    """Return a list for numbers without titles, such as ``o1.pdf``: never a sure one."""
    values = {
        label.number.value for label in labels if label.number and label.number.kind is Kind.LETTER
    }
    fitting = [one for one in found if one.highest <= len(one.checklist.items)]
    if len(values) < _FEW or not fitting or not is_of_the_assessment:
        return None
    return Choice(max(fitting, key=lambda one: _preference(one, years)).checklist, sure=False)


def _of_another_year(best: _Agreement, found: Sequence[_Agreement]) -> Choice | None:
    """Return the list of another year if nearly all agrees with it, as on a page half renewed."""
    same = [one for one in found if one.checklist.checklist == best.checklist.checklist]
    other = max(same, key=lambda one: (one.share, one.agreed))
    if other is best or other.share < _NEARLY_ALL or other.agreed < _FEW:
        return None
    if _only_titles_are_known(other.checklist):
        return Choice(best.checklist, sure=False, numbers_count=False)
    return Choice(other.checklist, sure=False)


def _by_older_numbers(found: Sequence[_Agreement], full: Sequence[_Agreement]) -> Choice | None:
    """Return the list after one of which only titles are known, if the numbers are of that."""
    best = max(found, key=lambda one: (one.share, one.agreed))
    if best.share < _NEARLY_ALL or best.agreed < _FEW:
        return None
    later = [
        one.checklist
        for one in full
        if one.checklist.checklist == best.checklist.checklist
        and one.checklist.year > best.checklist.year
    ]
    if not later:
        return None
    return Choice(min(later, key=lambda one: one.year), sure=False, numbers_count=False)


def _by_bare_numbers(
    labels: Sequence[Label], years: Mapping[int, int], lists: Collection[Checklist]
) -> Choice | None:
    """Return the list of numbers without letters: most must have the title of their item."""
    best: tuple[int, int, Checklist] | None = None
    for checklist in _candidates(years, lists):
        bare = [label for label in labels if label.number and label.number.kind >= Kind.WORD]
        agreed = {
            label.number.value for label in bare if label.number and agrees(label, checklist, 0.6)
        }
        # Titles of the list beside other numbers: a scheme of its own.
        elsewhere = {
            label.number.value
            for label in bare
            if label.number
            and not agrees(label, checklist, 0.6)
            and max(label.likeness(name_of(checklist)).values(), default=0.0) >= 0.75
        } - agreed
        if len(agreed) < 5 or len(agreed) < _MOST * (len(agreed) + len(elsewhere)):
            continue
        if best is None or len(agreed) > best[0]:
            best = (len(agreed), checklist.year, checklist)
    return Choice(best[2], sure=bool(years), bare_numbers=True) if best else None


def _by_titles(
    labels: Sequence[Label], years: Mapping[int, int], lists: Collection[Checklist]
) -> Choice | None:
    best: tuple[float, int, Checklist] | None = None
    numbers = Counter(label.number.value for label in labels if label.number)
    if numbers.keys() >= {1, 2, 3, 4} and numbers[1] == 1:
        # Numbers that do not restart in each part, and that no list has: a scheme of its own.
        return None
    for checklist in _candidates(years, lists):
        scores: dict[str, float] = {}
        for label in labels:
            for item, score in label.likeness(name_of(checklist)).items():
                if (
                    score >= max(0.8, scores.get(item, 0.0))
                    and score >= label.matches[0].score - 0.05
                ):
                    scores[item] = score
        if len(scores) >= 5 and (best is None or sum(scores.values()) > best[0]):
            best = (sum(scores.values()), checklist.year, checklist)
    return Choice(best[2], sure=bool(years), titles_only=True) if best else None


def _candidates(years: Mapping[int, int], lists: Collection[Checklist]) -> list[Checklist]:
    """Return the lists of the years that a page says, or those that can be guessed without."""
    if years:
        found = [checklist for checklist in lists if checklist.year in years]
    else:
        found = [checklist for checklist in lists if _can_be_guessed(checklist, lists)]
    return sorted(
        found,
        key=lambda one: (one.checklist != DEFAULT_CHECKLIST, -years.get(one.year, 0), -one.year),
    )


def _can_be_guessed(checklist: Checklist, lists: Collection[Checklist]) -> bool:
    """Tell whether the titles of a list can tell its year: there must be others to compare."""
    years = {other.year for other in lists if other.checklist == checklist.checklist}
    return len(years) > 1 and not _only_titles_are_known(checklist)


def _only_titles_are_known(checklist: Checklist) -> bool:
    return all(element.basis == UNSURE for item in checklist.items for element in item.elements)
