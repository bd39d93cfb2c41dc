"""What people ask about data of their own: the block on the page of a person, and its dialogs."""
