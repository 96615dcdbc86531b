"""What the choices in the understanding give, part by part (docs/understanding.md); run in the bot's environment.

`lyhty eval` measures the whole on questions that somebody else wrote. These measure single parts on the training lines
themselves, each held out in turn, so that the questions of the evaluation need not be used for choosing.
"""
