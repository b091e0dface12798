"""What runs in processes of its own, so that each can be measured alone."""
