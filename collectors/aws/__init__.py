"""The AWS collector: reads the configuration of S3, or of an S3-compatible server, and changes nothing.

`collector` is what the engine sees; `services` lists what can be read, one package each; `operations` and
`guard` keep it to a fixed list of reads; `clients`, `reader` and `errors` alone know botocore.
"""

from .collector import Aws

COLLECTOR = Aws()
