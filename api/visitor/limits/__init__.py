"""Limits against floods that hold nobody's identity."""
