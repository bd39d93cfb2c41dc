"""Put a backup back: from inside an open registry, or where it does not open any more."""
