"""Measuring: how fast and how large (`make bench`), how well it understands (`make eval`); used by tests too."""
