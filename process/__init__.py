"""What every process of Lyhty does before anything else, so that no process can forget it."""
