"""Rasa's own default pipeline, so that the evaluation can say what our understanding is worth beside it.

It needs TensorFlow, which the product does without, and so lives in an environment of its own (pyproject.toml here),
installed into .venvs/comparison only when an evaluation asks for it. `program.py` and `__main__.py` run in there.
"""
