"""Guards in front of an application, each a tiny ASGI class that can be tested alone."""
