"""The folder of a fleet: the list, the records, and what is made of them."""

from dataclasses import dataclass
from pathlib import Path

LIST = "agencies.csv"
_AGENCIES = "agencies"


@dataclass(frozen=True)
class FleetFolder:
    """Where the files of a fleet are."""

    path: Path

    @property
    def list(self) -> Path:
        """The list of agencies."""
        return self.path / LIST

    @property
    def state(self) -> Path:
        """The folder of the records."""
        return self.path / "state"

    @property
    def tables(self) -> Path:
        """The folder of the tables made of the records."""
        return self.path / "tables"

    @property
    def site(self) -> Path:
        """The overview."""
        return self.path / "site"

    @property
    def sites(self) -> Path:
        """The sites of single agencies, if they were built."""
        return self.path / "sites"

    @property
    def work(self) -> Path:
        """What was fetched, and caches; it may be deleted at any time."""
        return self.path / "work"

    @property
    def written(self) -> tuple[Path, ...]:
        """The folders that the program writes."""
        return self.state, self.tables, self.site, self.sites, self.work

    @property
    def lock(self) -> Path:
        """The lock that a run holds."""
        return self.work / "lock"


def own_work(work: Path, name: str) -> Path:
    """Return the folder of an agency in the folder for work; no id is the name of a lock there."""
    return work / _AGENCIES / name
