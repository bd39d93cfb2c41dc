"""Mail that is dropped on the window, and the files of signals."""
