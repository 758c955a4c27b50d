"""Places as plain Python: kinds of units, the lists that come with the product, and matching of typed names."""
