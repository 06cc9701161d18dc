#!/usr/bin/python3
"""A fake USB HID device for one program: umockdev's /sys and /dev, a pty in place of the hidraw node.

    umockdev-wrapper /usr/bin/python3 bed.py --descriptor HEX [--device VENDOR:PRODUCT] -- PROGRAM [ARGUMENTS]

Standard input takes one JSON object a line:
    {"do": "report", "hex": "…"}   bytes from the reader to the program
    {"do": "unplug"} {"do": "plug"} {"do": "end"}
Standard output gives {"bed": "output", "hex": "…"} for what the program wrote to the reader, {"bed": "plugged"},
{"bed": "unplugged"}, {"bed": "set-feature", "hex": "…"} and {"bed": "get-feature", "id": N}, which waits for
{"do": "feature", "hex": "…"}, and whatever the program itself prints. Ends with the program, and takes it along.

The program must run inside umockdev's preloaded library, so this bed is its parent. /usr/bin/python3 by full path,
because another Python first in the path has no `gi`.
"""

import argparse
import errno
import glob
import json
import os
import queue
import select
import struct
import subprocess
import sys
import threading
import time
import tty

import gi

gi.require_version("UMockdev", "1.0")
from gi.repository import GLib, UMockdev  # noqa: E402

VENDOR, PRODUCT, SERIAL = 0x1209, 0x0001, "BED-0001"
MAJOR = 245
USB = "/devices/platform/bed/usb1/1-1"
INTERFACE = USB + "/1-1:1.0"
HID_MAX_DESCRIPTOR_SIZE = 4096


def hid():
    return INTERFACE + "/0003:%04X:%04X.0001" % (VENDOR, PRODUCT)


def device_record(descriptor, minor):
    """The four sysfs nodes of a USB HID device as umockdev reads them, the innermost first."""
    nodes = [
        (hidraw(minor), ["N: hidraw%d" % minor, "E: DEVNAME=/dev/hidraw%d" % minor, "E: SUBSYSTEM=hidraw",
                         "E: MAJOR=%d" % MAJOR, "E: MINOR=%d" % minor, "A: dev=%d:%d\\n" % (MAJOR, minor),
                         "L: device=../../../" + os.path.basename(hid())]),
        (hid(), ["E: SUBSYSTEM=hid", "E: DRIVER=hid-generic",
               "E: HID_ID=0003:%08X:%08X" % (VENDOR, PRODUCT), "E: HID_NAME=Reference ID reader",
               "E: HID_PHYS=bed/input0", "E: HID_UNIQ=" + SERIAL,
               "H: report_descriptor=" + descriptor.hex().upper()]),
        (INTERFACE, ["E: SUBSYSTEM=usb", "E: DEVTYPE=usb_interface", "E: INTERFACE=3/0/0",
                     "A: bInterfaceNumber=00\\n"]),
        (USB, ["E: SUBSYSTEM=usb", "E: DEVTYPE=usb_device", "E: BUSNUM=001",
               "E: DEVNUM=002", "E: PRODUCT=%x/%x/100" % (VENDOR, PRODUCT),
               "A: idVendor=%04x\\n" % VENDOR, "A: idProduct=%04x\\n" % PRODUCT, "A: bcdDevice=0100\\n",
               "A: manufacturer=Bed\\n", "A: product=Reference ID reader\\n", "A: serial=%s\\n" % SERIAL]),
    ]
    return "\n\n".join("P: %s\n%s" % (path, "\n".join(lines)) for path, lines in nodes) + "\n"


def hidraw(minor):
    return "%s/hidraw/hidraw%d" % (hid(), minor)


# linux/hidraw.h: the kind of call is the low byte, the length stands in bits 16 to 29.
GET_DESCRIPTOR_SIZE, GET_DESCRIPTOR, SET_FEATURE, GET_FEATURE = 1, 2, 6, 7


class Calls(UMockdev.IoctlBase):
    """Answers the ioctls that hidapi makes: the descriptor when opening, feature reports afterwards."""

    def __init__(self, bed):
        super().__init__()
        self.bed = bed

    def do_handle_ioctl(self, client):
        request = client.get_request()
        kind, length = request & 0xFF, (request >> 16) & 0x3FFF
        if (request >> 8) & 0xFF != ord("H"):
            return False
        if self.bed.reader is None:
            # As the kernel answers a handle that is still open when the cable is gone.
            client.complete(-1, errno.ENODEV)
            return True
        argument = client.get_arg().resolve(0, length)
        descriptor = self.bed.descriptor
        size = struct.pack("<I", len(descriptor))
        if kind == GET_DESCRIPTOR_SIZE:
            argument.update(0, size)
            client.complete(0, 0)
        elif kind == GET_DESCRIPTOR:
            argument.update(0, size + descriptor.ljust(HID_MAX_DESCRIPTOR_SIZE, b"\0"))
            client.complete(0, 0)
        elif kind == SET_FEATURE:
            self.bed.say(bed="set-feature", hex=bytes(argument.retrieve()).hex())
            client.complete(length, 0)
        elif kind == GET_FEATURE:
            self.bed.say(bed="get-feature", id=bytes(argument.retrieve())[0])
            report = self.bed.feature()[:length]
            argument.update(0, report)
            client.complete(len(report), 0)
        else:
            return False
        return True


class Bed:
    def __init__(self, descriptor):
        self.testbed = UMockdev.Testbed.new()
        self.descriptor = descriptor
        self.reader = None
        self.minor = -1
        self.calls = Calls(self)
        self.commands = queue.SimpleQueue()
        self.features = queue.SimpleQueue()

    def say(self, **message):
        print(json.dumps(message), flush=True)

    def plug(self):
        # Each time another node: the kernel does so while the old handle is open, and umockdev 0.17 cannot give one
        # name to a pty twice.
        self.minor += 1
        node = "/dev/hidraw%d" % self.minor
        self.testbed.add_from_string(device_record(self.descriptor, self.minor))
        self.testbed.attach_ioctl(node, self.calls)
        self.reader = self.testbed.get_dev_fd(node)
        # umockdev leaves signal and flow control characters on, and a report may hold any byte.
        tty.setraw(self.reader)
        # While the other end is being opened or closed the pty may count as readable and have nothing to read.
        os.set_blocking(self.reader, False)
        self.say(bed="plugged")

    def unplug(self):
        # The pty first: node-hid sees its handle hang up as it does when a cable is pulled. Then the nodes.
        os.close(self.reader)
        self.reader = None
        self.testbed.uevent("/sys" + hidraw(self.minor), "remove")
        for path in (hidraw(self.minor), hid(), INTERFACE, USB):
            self.testbed.remove_device("/sys" + path)
        # umockdev 0.17 leaves this, and aborts when the next pty gets the same number.
        for leftover in glob.glob(self.testbed.get_root_dir() + "/dev/.ptymap/*"):
            os.unlink(leftover)
        self.say(bed="unplugged")

    def obey(self, command):
        """One command; False when the bed shall end."""
        if command["do"] == "report":
            os.write(self.reader, bytes.fromhex(command["hex"]))
        elif command["do"] == "unplug":
            self.unplug()
        elif command["do"] == "plug":
            self.plug()
        return command["do"] != "end"

    def feature(self):
        """Waits for the answer: umockdev 0.17 loses a call that is not completed at once."""
        return self.features.get()

    def read_commands(self):
        """In a thread of its own: umockdev asks for a feature report from another one than the bed runs in."""
        for line in sys.stdin.buffer:
            command = json.loads(line)
            if command["do"] == "feature":
                self.features.put(bytes.fromhex(command["hex"]))
            else:
                self.commands.put(command)
        self.commands.put({"do": "end"})
        self.features.put(b"")

    def take_output(self):
        try:
            written = os.read(self.reader, 4096)
        except OSError:
            return  # Nobody has the other end of the pty open at the moment, or there is nothing after all.
        self.say(bed="output", hex=written.hex())

    def run(self, program):
        self.plug()
        child = subprocess.Popen(program, stdin=subprocess.DEVNULL)
        threading.Thread(target=self.read_commands, daemon=True).start()
        try:
            while child.poll() is None:
                while GLib.MainContext.default().iteration(False):
                    pass
                if self.reader is None:
                    time.sleep(0.02)
                elif select.select([self.reader], [], [], 0.02)[0]:
                    self.take_output()
                while not self.commands.empty():
                    if not self.obey(self.commands.get()):
                        return 0
            return child.returncode
        finally:
            if child.poll() is None:
                child.kill()
                child.wait()


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--descriptor", type=bytes.fromhex, required=True)
    parser.add_argument("--device", default="1209:0001")
    parser.add_argument("program", nargs="+")
    options = parser.parse_args()
    global VENDOR, PRODUCT
    VENDOR, PRODUCT = (int(number, 16) for number in options.device.split(":"))
    sys.exit(Bed(options.descriptor).run(options.program))


if __name__ == "__main__":
    main()
