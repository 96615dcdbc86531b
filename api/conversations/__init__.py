"""Conversations that only their visitor can open: sealed words, contentless traces, nothing without an end."""
