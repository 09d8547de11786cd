"""PDF: pages, embedded fonts, tags and metadata, on ReportLab's canvas."""
