"""Where uploads wait: on disk, never more of one than any form takes. The form learns the true size and refuses."""

from __future__ import annotations

from typing import Any

from django.core.files.uploadedfile import TemporaryUploadedFile
from django.core.files.uploadhandler import FileUploadHandler, TemporaryFileUploadHandler

KEPT_OF_A_FILE, KEPT_OF_A_REQUEST = 16 * 1024 * 1024, 64 * 1024 * 1024
"""bytes; what comes beyond is read, so that the connection does not break, and dropped"""


class BoundedUploadHandler(TemporaryFileUploadHandler):
    kept = 0

    def new_file(self, *args: Any, **kwargs: Any) -> None:
        """The file on disk does not bear the sender's name, which may be longer than a name on disk can be."""
        FileUploadHandler.new_file(self, *args, **kwargs)
        self.file = TemporaryUploadedFile("upload", self.content_type, 0, self.charset, self.content_type_extra)
        self.file.name = self.file_name

    def receive_data_chunk(self, raw_data: bytes, start: int) -> None:
        if start < KEPT_OF_A_FILE and self.kept < KEPT_OF_A_REQUEST:
            self.file.write(raw_data)
            self.kept += len(raw_data)
