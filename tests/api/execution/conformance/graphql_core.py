"""
Run graphql-core's own tests against compiled execution.

The tests come with the source distribution of the installed version, fetched from the package index; they are not kept.
"""

import os
import subprocess
import sys
import tarfile
import tempfile
from importlib.metadata import version
from pathlib import Path

ROOT = Path(__file__).parents[4]
CONFIGURATION = """
[pytest]
python_classes = PyTest*
addopts = -q -p no:randomly -p no:cacheprovider -p tests_of_execution
markers =
    slow: takes long
    timeout: bounds the time of a test
"""


def fetch_tests(folder: Path) -> Path:
    """Download the source distribution of the installed graphql-core, and unpack it."""
    requirement = f"graphql-core=={version('graphql-core')}"
    command = [
        sys.executable,
        "-m",
        "pip",
        "download",
        "--quiet",
        "--no-deps",
        "--no-binary",
        "graphql-core",
        "--dest",
        str(folder),
        requirement,
    ]
    subprocess.run(command, check=True, timeout=300)
    [archive] = folder.glob("*.tar.gz")
    with tarfile.open(archive) as distribution:
        distribution.extractall(folder, filter="data")
    [unpacked] = [path for path in folder.iterdir() if path.is_dir()]
    return unpacked


def run_tests(unpacked: Path) -> int:
    """Run all of graphql-core's tests but its benchmarks; return pytest's exit code."""
    plugin = Path(__file__).with_name("plugin.py")
    (unpacked / "tests_of_execution.py").write_text(plugin.read_text())
    (unpacked / "conformance.ini").write_text(CONFIGURATION)
    command = [sys.executable, "-m", "pytest", "-c", "conformance.ini", "--rootdir", ".", "tests", "--ignore", "tests/benchmarks"]
    environment = os.environ | {"PYTHONPATH": os.pathsep.join([str(unpacked), str(ROOT)])}
    return subprocess.run(command, cwd=unpacked, env=environment, check=False, timeout=1800).returncode


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as folder:
        sys.exit(run_tests(fetch_tests(Path(folder))))
