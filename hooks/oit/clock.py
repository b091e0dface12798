"""What day it is."""

import os
from datetime import UTC, date, datetime


def today() -> date:
    """Return the day of the check: the clock's, or that of a reproducible build.

    ``SOURCE_DATE_EPOCH`` (reproducible-builds.org) is seconds since 1970.
    """
    epoch = os.environ.get("SOURCE_DATE_EPOCH", "")
    if epoch.isdigit():
        return datetime.fromtimestamp(int(epoch), UTC).date()
    return datetime.now().astimezone().date()
