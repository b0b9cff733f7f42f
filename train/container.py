"""The model file, as linear/file.go describes it."""

import json
import struct


def crc_table():
    table = []
    for c in range(256):
        for _ in range(8):
            c = (c >> 1) ^ (0x82F63B78 if c & 1 else 0)
        table.append(c)
    return table


def crc32c(data):
    table, c = crc_table(), 0xFFFFFFFF
    for b in data:
        c = table[(c ^ b) & 0xFF] ^ (c >> 8)
    return c ^ 0xFFFFFFFF


def container(header, parts):
    """A model file as linear.Write makes it."""
    magic = b"onrecord model 1\n"
    header["Sections"] = [{"Name": name, "Size": len(data)} for name, data in parts]
    head = json.dumps(header, ensure_ascii=False, separators=(",", ":")).encode()
    head += b" " * (-(len(magic) + 4 + len(head)) % 8)
    body = magic + struct.pack("<I", len(head)) + head
    body += b"".join(data + b"\0" * (-len(data) % 8) for _, data in parts)
    return body + struct.pack("<I", crc32c(body))
