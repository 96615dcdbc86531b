"""The gateway: what faces people, in two applications for two audiences that never import each other.

Only this side sees network addresses and words. Within it, endpoints call services and services call stores, never
back.
"""
