"""Who may ask: hosts and origins, sign-in, tokens, and the headers of every response."""
