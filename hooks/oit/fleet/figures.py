"""The figures of an overview: questions to the tables of a fleet, answered with plain rows.

No number mixes what was examined with what agencies report of themselves unless the row says so:
where agencies are counted, the columns ``examined``, ``verified`` and ``reported`` stand beside the
sum, and ``earlier`` says how many of the results are older than the newest try.

The queries are ours, word for word. What differs is passed as a parameter.
"""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import Any, NamedTuple

from oit.atomic import folder_beside
from oit.fleet.dictionary import TABLES
from oit.fleet.duck import Database, database, literally, seal
from oit.fleet.folder import FleetFolder


class Overview(NamedTuple):
    """All agencies of the list; the last four numbers add up to the first."""

    agencies: int
    not_run: int
    """Those of the list that were not examined yet: the run is partial."""
    failed: int
    """Those whose newest try failed."""
    oldest: date | None
    """The oldest day of a result."""
    newest: date | None
    ready: int
    under_way: int
    mostly_missing: int
    no_data: int


class Known(NamedTuple):
    """How many agencies are known in one way."""

    result: str
    how: str | None
    agencies: int
    ready: int
    under_way: int
    mostly_missing: int
    no_data: int


class Area(NamedTuple):
    """The agencies of a province or district; the four numbers of readiness add up."""

    province: str
    district: str
    """Empty for a whole province, and for agencies without a district."""
    agencies: int
    ready: int
    under_way: int
    mostly_missing: int
    no_data: int
    examined: int
    verified: int
    reported: int
    earlier: int


class MissingItem(NamedTuple):
    """How many agencies have an item; ``complete``, ``partial`` and ``missing`` add up."""

    year: int
    checklist: str
    item: str
    title: str
    agencies: int
    """Those to which it applies."""
    complete: int
    partial: int
    missing: int
    examined: int
    verified: int
    reported: int
    earlier: int


class MissingElement(NamedTuple):
    """How many agencies lack an element."""

    year: int
    checklist: str
    item: str
    element: str
    text: str
    agencies: int
    """Those to which it applies."""
    lacking: int
    examined: int
    verified: int
    reported: int
    earlier: int


class Unread(NamedTuple):
    """An agency whose newest try failed."""

    id: str
    name: str
    province: str
    district: str
    code: str
    since: date
    tries: int
    reason_th: str
    reason_en: str
    fix_th: str
    fix_en: str
    result: str
    how: str | None
    last_read: date | None
    contact: str


class ToHelp(NamedTuple):
    """An agency with a result that needs help."""

    id: str
    name: str
    province: str
    district: str
    year: int
    checklist: str
    items: int
    """Those that apply to it."""
    complete: int
    missing: int
    fallen: int
    result: str
    how: str
    day: date
    age_days: int
    contact: str


class Cell(NamedTuple):
    """A field of the table of items and areas."""

    province: str
    district: str
    year: int
    checklist: str
    item: str
    agencies: int
    """Those to which the item applies."""
    complete: int
    partial: int
    missing: int
    examined: int
    verified: int
    reported: int
    earlier: int


class Change(NamedTuple):
    """An item of an agency that has another status than in the result before."""

    id: str
    name: str
    province: str
    district: str
    year: int
    checklist: str
    item: str
    status_before: str | None
    status: str | None
    direction: str
    day_before: date
    how_before: str
    day: date
    result: str
    how: str


class Changed(NamedTuple):
    """How many items changed in a direction, of how many agencies."""

    direction: str
    how_before: str
    how: str
    agencies: int
    items: int


_READINESS = """
    count(*) FILTER (readiness = 'ready'),
    count(*) FILTER (readiness = 'under_way'),
    count(*) FILTER (readiness = 'mostly_missing'),
    count(*) FILTER (readiness = 'no_data')"""
_HOW = """
    count(*) FILTER (how = 'examined'),
    count(*) FILTER (how = 'verified'),
    count(*) FILTER (how = 'reported'),
    count(*) FILTER (result = 'earlier')"""
_ITEMS = """
    count(*),
    count(*) FILTER (status = 'complete'),
    count(*) FILTER (status = 'partial'),
    count(*) FILTER (status = 'missing')"""
# In the order of the checklist: O2 comes before O10.
_BY_NUMBER = "try_cast(regexp_extract(item, '[0-9]+') AS BIGINT) NULLS LAST, item"


class Figures:
    """The tables of a fleet, and questions to them."""

    def __init__(self, duck: Database) -> None:
        """Ask a database that contains the tables."""
        self._duck = duck

    def overview(self) -> Overview:
        """Count all agencies by their readiness."""
        (row,) = self._ask(f"""
            SELECT count(*), count(*) FILTER (result = 'not_run'), count(failure),
                min(day), max(day), {_READINESS}
            FROM agency""")
        return Overview(*row)

    def known(self) -> list[Known]:
        """Count the agencies of each readiness by how that is known."""
        rows = self._ask(f"""
            SELECT result, how, count(*), {_READINESS} FROM agency
            GROUP BY result, how ORDER BY result, how NULLS LAST""")
        return [*map(Known._make, rows)]

    def provinces(self) -> list[Area]:
        """Count the agencies of each province."""
        return self._areas("''")

    def districts(self) -> list[Area]:
        """Count the agencies of each district."""
        return self._areas("coalesce(district, '')")

    def items(self) -> list[MissingItem]:
        """Count who has each item of each checklist, what is missing most first."""
        rows = self._ask(f"""
            SELECT year, checklist, item, any_title, {_ITEMS}, {_HOW}
            FROM item JOIN (
                -- Sites report titles of their own: most agencies decide.
                SELECT year, checklist, item, coalesce(title, '') AS any_title FROM item
                GROUP BY year, checklist, item, any_title
                QUALIFY row_number() OVER (
                    PARTITION BY year, checklist, item ORDER BY count(*) DESC, any_title) = 1
            ) USING (year, checklist, item)
            WHERE status <> 'not_applicable'
            GROUP BY year, checklist, item, any_title
            ORDER BY count(*) FILTER (status = 'missing') / count(*) DESC,
                count(*) FILTER (status = 'partial') / count(*) DESC,
                year DESC, checklist, {_BY_NUMBER}""")
        return [*map(MissingItem._make, rows)]

    def elements(self, most: int) -> list[MissingElement]:
        """Count who lacks an element; the elements that most agencies lack.

        Args:
            most: how many elements to return.
        """
        rows = self._ask(
            f"""
            SELECT year, checklist, item, element, any_text, count(*) AS agencies,
                count(*) FILTER (status IN ('missing', 'partial', 'outdated')) AS lacking, {_HOW}
            FROM element JOIN (
                SELECT year, checklist, item, element, coalesce(text, '') AS any_text FROM element
                GROUP BY year, checklist, item, element, any_text
                QUALIFY row_number() OVER (
                    PARTITION BY year, checklist, item, element
                    ORDER BY count(*) DESC, any_text) = 1
            ) USING (year, checklist, item, element)
            WHERE status <> 'not_applicable'
            GROUP BY year, checklist, item, element, any_text
            HAVING lacking > 0
            ORDER BY lacking DESC, agencies, year DESC, checklist, {_BY_NUMBER}, element
            LIMIT ?""",
            most,
        )
        return [*map(MissingElement._make, rows)]

    def unread(self, contacts: Mapping[str, str]) -> list[Unread]:
        """Return the agencies whose newest try failed: the never read first, then the longest.

        Args:
            contacts: whom to ask, by the ids of agencies; no table has them, as tables are shared.
        """
        rows = self._ask("""
            SELECT id, name, coalesce(province, ''), coalesce(district, ''), code, since, tries,
                reason_th, reason_en, fix_th, fix_en, failure.result, failure.how, last_read
            FROM failure JOIN agency ON agency.id = failure.agency
            ORDER BY last_read NULLS FIRST, since, id""")
        return [Unread._make((*row, contacts.get(row[0], ""))) for row in rows]

    def fallen(self, contacts: Mapping[str, str], most: int) -> list[ToHelp]:
        """Return the agencies of which most items are worse than in the result before."""
        return self._to_help(contacts, "fallen > 0", "fallen DESC", most)

    def lowest(self, contacts: Mapping[str, str], most: int) -> list[ToHelp]:
        """Return the agencies, but the ready, that have the least of what applies to them."""
        order = "complete / (items - not_applicable), missing / (items - not_applicable) DESC"
        return self._to_help(contacts, "readiness <> 'ready'", order, most)

    def heat(self, province: str | None = None) -> list[Cell]:
        """Count who has each item in each province; of one province, in each of its districts.

        Args:
            province: the province whose districts are wanted, empty for agencies without one.
        """
        district = "''" if province is None else "coalesce(district, '')"
        rows = self._ask(
            f"""
            SELECT p, d, year, checklist, item, {_ITEMS}, {_HOW}
            FROM item JOIN (
                SELECT id AS agency, coalesce(province, '') AS p, {district} AS d FROM agency
            ) USING (agency)
            WHERE status <> 'not_applicable' AND ($1 IS NULL OR p = $1)
            GROUP BY p, d, year, checklist, item
            ORDER BY year DESC, checklist, {_BY_NUMBER}, p, d""",
            province,
        )
        return [*map(Cell._make, rows)]

    def changed(self) -> list[Changed]:
        """Count the changed items by their direction and by how both results are known."""
        rows = self._ask("""
            SELECT direction, how_before, how, count(DISTINCT agency), count(*) FROM change
            GROUP BY direction, how_before, how ORDER BY direction, how_before, how""")
        return [*map(Changed._make, rows)]

    def changes(self, most: int) -> list[Change]:
        """Return the changed items, the newest and those that fell first."""
        rows = self._ask(
            f"""
            SELECT id, name, coalesce(province, ''), coalesce(district, ''), change.year,
                change.checklist, item, status_before, status, direction, day_before, how_before,
                change.day, change.result, change.how
            FROM change JOIN agency ON agency.id = change.agency
            ORDER BY change.day DESC, direction = 'fell' DESC, direction, id, {_BY_NUMBER}
            LIMIT ?""",
            most,
        )
        return [*map(Change._make, rows)]

    def _areas(self, district: str) -> list[Area]:
        rows = self._ask(f"""
            SELECT coalesce(province, '') AS p, {district} AS d, count(*), {_READINESS}, {_HOW}
            FROM agency GROUP BY p, d ORDER BY p, d""")
        return [*map(Area._make, rows)]

    def _to_help(
        self, contacts: Mapping[str, str], which: str, order: str, most: int
    ) -> list[ToHelp]:
        rows = self._ask(
            f"""
            SELECT id, name, coalesce(province, ''), coalesce(district, ''), year, checklist,
                items - not_applicable, complete, missing, fallen, result, how, day, age_days
            FROM agency WHERE readiness <> 'no_data' AND {which} ORDER BY {order}, id LIMIT ?""",
            most,
        )
        return [ToHelp._make((*row, contacts.get(row[0], ""))) for row in rows]

    def _ask(self, query: str, *parameters: object) -> list[tuple[Any, ...]]:
        found: list[tuple[Any, ...]] = self._duck.execute(query, parameters).fetchall()
        return found


@contextmanager
def figures_of(fleet: FleetFolder) -> Iterator[Figures]:
    """Load the tables that ``write_tables`` wrote, and provide the figures.

    Raises:
        OSError: there is no room for them.
    """
    with folder_beside(fleet.work / "figures") as work, database(work) as duck:
        for table in TABLES:
            _load(duck, table.name, fleet.tables / f"{table.name}.parquet")
        seal(duck)
        yield Figures(duck)


def _load(duck: Database, name: str, path: Path) -> None:
    duck.read_parquet(literally(path)).create(name)
