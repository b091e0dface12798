"""Validate tables with frictionless, by the schema that the site publishes for them.

python validate_tables.py SCHEMA FILE…
"""

import sys

from frictionless import Resource, Schema, system, validate


def main(schema: str, *files: str) -> str | None:
    """Validate every file; return the errors, if there are any."""
    by_schema = Schema.from_descriptor(schema)
    # The files are outside the working directory.
    with system.use_context(trusted=True):
        reports = [validate(Resource(path=file, schema=by_schema)) for file in files]
    return "\n".join(report.to_summary() for report in reports if not report.valid) or None


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
