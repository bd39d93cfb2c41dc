"""The place Management: who has a key, one's own key, the recovery page, this computer."""
