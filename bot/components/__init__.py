"""Graph components: what Rasa trains, stores with its model, and runs for each message."""
