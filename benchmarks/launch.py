"""Run one command and print its time and memory as JSON: `python launch.py CORES TIMEOUT COMMAND …`.

The command needs this small parent process, because Linux counts the memory of the parent at the fork for the child: a
benchmark that has just created a corpus would measure itself. For the same reason it imports very little.
"""

import os
import signal
import sys
import time

_HIGHEST = 2**20 if sys.platform == "darwin" else 2**10  # divisor from the system's unit of memory to MiB


def main() -> None:
    cores, timeout, command = int(sys.argv[1]), float(sys.argv[2]), sys.argv[3:]
    start = time.perf_counter()
    child = os.fork()
    if not child:
        os.setpgid(0, 0)
        nothing = os.open(os.devnull, os.O_RDWR)
        for number in range(3):
            os.dup2(nothing, number)
        if cores and hasattr(os, "sched_setaffinity"):
            os.sched_setaffinity(0, sorted(os.sched_getaffinity(0))[:cores])
        try:
            os.execvp(command[0], command)
        finally:
            os._exit(127)
    signal.signal(signal.SIGALRM, lambda *_: os.killpg(child, signal.SIGKILL))
    signal.setitimer(signal.ITIMER_REAL, timeout)
    _, status, usage = os.wait4(child, 0)
    wall = time.perf_counter() - start
    cpu, memory, code = usage.ru_utime + usage.ru_stime, usage.ru_maxrss / _HIGHEST, os.waitstatus_to_exitcode(status)
    print(f'{{"wall": {wall}, "cpu": {cpu}, "memory": {memory}, "code": {code}}}')


main()
