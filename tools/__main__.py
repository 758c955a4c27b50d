"""Entry of every command in bin/: `python3 tools VERB …`. Old Pythons must be able to read this file."""

import os
import sys

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
sys.path[0] = ROOT
DEV_VERBS = {"test", "check", "fix", "bench"}

if sys.version_info < (3, 11):  # noqa: UP036 -- the sentence that an old Python must be able to say
    sys.exit("Cần Python 3.11 trở lên; máy này đang có %d.%d." % sys.version_info[:2])  # noqa: UP031 -- see above


def main() -> int:
    """First with the system's Python (make the environment), then again with the environment's own (do the work)."""
    verb, arguments = sys.argv[1], sys.argv[2:]
    from tools import env

    if not env.is_ours(sys.prefix):
        env.ensure(dev=verb in DEV_VERBS)
        os.execv(env.PYTHON, [env.PYTHON, os.path.join(ROOT, "tools"), verb, *arguments])
    from importlib import import_module

    return int(import_module("tools." + verb).main(arguments))


if __name__ == "__main__":
    sys.exit(main())
