"""How mhdesk looks: one table of colours, one family of type, own icons and marks."""
