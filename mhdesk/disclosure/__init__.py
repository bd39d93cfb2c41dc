"""Protection of published counts: pure, knows nothing of mhdesk."""
