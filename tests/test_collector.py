"""The collector of cyclic garbage rests while a site is made, and works again afterwards."""

import gc
from weakref import ref

import pytest

from oit.collector import paused, settle


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


class _Cycle:
    """An object that refers to itself."""

    def __init__(self) -> None:
        self.itself = self


def test_it_looks_no_more_at_what_was_loaded_but_at_all_that_comes_later() -> None:
    gc.unfreeze()  # if an earlier test has made a site
    try:
        before = ref(_Cycle())
        settle()
        later = ref(_Cycle())
        settle()
        gc.collect()
        assert before() is not None
        assert later() is None
    finally:
        gc.unfreeze()
