"""What day it is in Bangkok: agencies publish there, wherever a site is built."""

import os
from datetime import UTC, date, datetime, timedelta, timezone

# Thailand has no summer time, and Windows has no table of zones.
BANGKOK = timezone(timedelta(hours=7), "Asia/Bangkok")
EPOCH = "SOURCE_DATE_EPOCH"
_LAST = 5_900_000_000
"""A second of the last year of the calendar that dates are read in, 2157."""


class EpochError(Exception):
    """``SOURCE_DATE_EPOCH`` is not a number of seconds."""

    def __init__(self, text: str) -> None:
        self.text = repr(text[:40])
        super().__init__(f"{EPOCH} must be a number of seconds since 1970, not {self.text}")


def today() -> date:
    """Return the day of the check: the clock's, or that of a reproducible build.

    ``SOURCE_DATE_EPOCH`` (reproducible-builds.org) is seconds since 1970.

    Raises:
        EpochError: it is set to something else.
    """
    epoch = os.environ.get(EPOCH, "")
    if not epoch:
        return datetime.now(BANGKOK).date()
    if not (epoch.isascii() and epoch.isdigit() and len(epoch) < 11 and int(epoch) <= _LAST):
        raise EpochError(epoch)
    return day_at(int(epoch))


def day_at(seconds: int) -> date:
    """Return the day in Bangkok at a number of seconds since 1970.

    Raises:
        ValueError, OverflowError, OSError: the day is beyond the calendar.
    """
    return moment_at(seconds).date()


def moment_at(seconds: int) -> datetime:
    """Return the time in Bangkok at a number of seconds since 1970.

    Raises:
        ValueError, OverflowError, OSError: it is beyond the calendar.
    """
    return datetime.fromtimestamp(seconds, UTC).astimezone(BANGKOK)
