"""What the server of the processes loads before it forks any: all of `indexkind`, and the engine ready for use."""

from tests.kern.profielen import indexkind

from werklandschap.matching.verwarmen import verwarm

__all__ = ["indexkind"]

verwarm()
