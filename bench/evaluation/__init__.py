"""`lyhty eval`: how well people's words are understood, measured on questions that nothing was trained on.

Words go the product's own way (danger check, personal-data filter, trained model, the actions' choice of what is
offered), so that a figure speaks of what visitors meet. Where chance could have made a figure, its interval says so.
"""

from bench.evaluation.command_line import main

__all__ = ["main"]
