"""The year that is not over: what is on its way in it, and what lies ahead."""
