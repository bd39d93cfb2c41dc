"""Registering victims with CoMensha: the block on the page of a person, its dialogs, the list of a year."""
