"""The window: pages, forms and dialogs over the desk; no SQL, no rules of its own."""
