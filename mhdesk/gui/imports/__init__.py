"""Take in a spreadsheet: look first, then all of it or nothing."""
