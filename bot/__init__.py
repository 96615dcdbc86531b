"""What Rasa trains and runs: understands a message and decides which answer it gets. Has an environment of its own."""
