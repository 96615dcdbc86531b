"""Tests of the bot, in the bot's environment: .venvs/bot/bin/python -m pytest tests/bot"""
