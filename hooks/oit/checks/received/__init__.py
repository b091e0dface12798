"""What comes from outside and is to be published: looked at before it is stored in docs/."""
