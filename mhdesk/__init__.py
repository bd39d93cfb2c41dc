"""mhdesk: an encrypted desk for signals of human trafficking."""

__version__ = "0.1.0"
