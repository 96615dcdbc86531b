"""The visitor's pages: rendered here, wholly usable without JavaScript."""
