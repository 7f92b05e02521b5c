"""`python loopback.py COMMAND…`: raises loopback in a new network, where it is down."""

import fcntl
import os
import socket
import struct
import sys

SET_FLAGS, UP_AND_RUNNING = 0x8914, 0x41  # SIOCSIFFLAGS; IFF_UP and IFF_RUNNING

if __name__ == "__main__":
    command = sys.argv[1:]
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as anything:
        fcntl.ioctl(anything, SET_FLAGS, struct.pack("16sh14x", b"lo", UP_AND_RUNNING))
    os.execvp(command[0], command)
