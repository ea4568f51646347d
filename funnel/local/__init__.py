from funnel.local.joining import join

__all__ = ["join"]
