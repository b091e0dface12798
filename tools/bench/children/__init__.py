"""Scripts that run as processes of their own, so that each can be measured alone."""
