"""Let ``python -m oit`` be the command ``oit``."""

import sys

from oit.cli.main import main

sys.exit(main())
