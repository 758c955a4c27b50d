"""Named reads over what is owed."""
