"""``make look``: pictures of every kind of page in one sheet, for a person to look at.

The sheet is ``look/index.html``. It shows each page as phones, tablets and desktop computers show
it, in light and dark, and each sheet of paper that it is printed on.
"""
