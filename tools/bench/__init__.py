"""How fast OIT Site checks, builds and serves, compared with its peers in the same run.

    .venv/bin/python -m tools.bench             everything, half an hour on a quiet machine
    .venv/bin/python -m tools.bench --quick     one round of small data, for a first look
    .venv/bin/python -m tools.bench build desk  only these sections
    .venv/bin/python -m tools.bench profile     where the time goes inside a check and a build

The program is compiled first. Whole processes are measured from outside; a served site and the
desk by those who wait for their pages; the search and the filter of tables in Chromium. Those that
are compared take turns (A B A B …), and a ratio is the median of the ratios of each round, so a
busy machine slows both sides alike.

The peers are programs of others, and one commit of ours: its archive is extracted once into
``.cache/bench`` and works with the same Python and packages on inputs of its own, because some
formats have changed since. If the history lacks it, it is fetched; if that fails too, the lines
that need it are not measured.

Nothing is asserted: times depend on the machine, people read the figures. At the end, a table has
the aim of each. Pictures of growth are written into ``build/bench``.
"""
