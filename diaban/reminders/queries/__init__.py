"""Named reads about who is to be told what."""
