"""The plan of a workshop: its folder, agenda and people, and where its clock will be."""
