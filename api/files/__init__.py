"""Files of items over HTTP: where their bytes are kept, and the addresses to upload them to and download them from."""
