"""Values as an officer would write them in YAML."""

from oit.source.write import in_block


def test_what_holds_nothing_is_written_on_one_line() -> None:
    assert in_block({"people": [{}, "ก"], "shows": {}}, 0) == "people:\n  - {}\n  - ก\nshows: {}"
