"""Tests of what is remembered, against a real Valkey server."""
