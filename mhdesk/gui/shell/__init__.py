"""The main window: navigation, top bar, key strip, crisis numbers, lock."""
