"""Reads for the first pages: what waits for whom, and a commune, an agency or a cadre at a glance."""
