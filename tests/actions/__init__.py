"""Tests of the action server, in the gateway's environment."""
