"""What waits: decisions by day, answers awaited, unfinished forms."""
