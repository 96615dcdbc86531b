"""What the dialogue remembers between two messages, and how briefly: kept in Valkey, never with words."""
