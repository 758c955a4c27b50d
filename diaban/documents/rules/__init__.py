"""What an official document is called, how it is numbered and how it must look: plain Python, no Django."""
