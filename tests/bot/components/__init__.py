"""Tests of the graph components."""
