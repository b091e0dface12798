"""Let ``python -m oit`` be the command ``oit``."""

import sys

from oit.cli import main

sys.exit(main())
