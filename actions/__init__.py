"""Decides which answer is given, never with which words: the action server that Rasa asks in each turn."""
