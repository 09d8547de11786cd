"""Sheets: where cards lie on paper, in millimetres; no PDF."""
