"""What the build does beyond Material: pure functions, called by overrides/hooks/build.py.

Nothing here imports MkDocs but the one error it stops on, so that a move to
another generator is re-plumbing and not rebuilding (DECISIONS.md).
"""
