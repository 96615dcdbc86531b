"""Tests of the whole bot as it runs: real Rasa, real action server, real Valkey, as programs of their own."""
