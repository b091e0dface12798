"""Where the data of an agency comes from: a folder, a git repository, or a published site."""
