"""The facilitator's toolkit for people from different worlds: console, glossary, print."""

__version__ = "0.1.0"
