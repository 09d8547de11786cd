"""Fonts: where they are, what they cover, what they look like to HarfBuzz."""
