"""Files of a signal looked at inside the app, and the process that reads pictures and PDFs apart from it."""
