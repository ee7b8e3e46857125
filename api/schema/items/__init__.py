"""What people do on items: documents reviewed, files, comments, assignments."""
