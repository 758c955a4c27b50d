import sys

from diaban.config.cli import main

sys.exit(main())
