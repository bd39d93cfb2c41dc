"""Who may stand in the registry twice."""
