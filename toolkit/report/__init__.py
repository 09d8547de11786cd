"""What a workshop came to, as a neutral document that becomes PDF and Markdown."""
