"""The case in the window: its dialogs, its blocks on the page of a person, and handing cases over."""
