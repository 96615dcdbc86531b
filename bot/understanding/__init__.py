"""Finds out what a message is about: a topic, small talk, a command, "I am not sure", or "not our subject".

Nothing here knows of Rasa; `bot/components` puts it into Rasa's graph. How well it does it: docs/understanding.md.
"""

from bot.understanding.classifier import IntentClassifier
from bot.understanding.danger import DangerExample
from bot.understanding.examples import Example, Understanding

__all__ = ["DangerExample", "Example", "IntentClassifier", "Understanding"]
