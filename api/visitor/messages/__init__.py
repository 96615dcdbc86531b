"""What a visitor says, and what Lyhty answers."""
