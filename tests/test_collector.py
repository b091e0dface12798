"""The collector of cyclic garbage rests while a site is made, and works again afterwards."""

import gc

import pytest

from oit.collector import paused


def test_it_rests_and_works_again() -> None:
    with paused():
        assert not gc.isenabled()
        with paused():
            assert not gc.isenabled()
        assert not gc.isenabled()
    assert gc.isenabled()


def test_it_works_again_after_an_error() -> None:
    with pytest.raises(ValueError, match="no site"), paused():
        raise ValueError("no site")
    assert gc.isenabled()
