"""Tests of the lines that are no topic."""
