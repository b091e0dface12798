"""Who may ask: hosts and origins, sign-in, tokens, and the headers of every response.

Each module is one idea, most of them a layer of ASGI around the pages (``app.make_app``).
"""
