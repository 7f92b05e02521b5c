"""The kinds of what is counted.

A GPU is handed its work in a queue. It runs behind, and nobody notices, until somebody wants to
see a number: then the CPU waits for the whole queue, and the GPU afterwards for new work.
"""

NUMBER = "number"  # item(), bool(), float(), a condition, an f-string
COPY = "to the CPU"  # cpu(), tolist(), to("cpu")
SHAPE = "shape"  # how many numbers come out depends on the numbers: a mask, nonzero(), unique()
UPLOAD = "to the device"  # to(device), torch.tensor(…, device=device), a CPU tensor as an index
DRAW = "draw"  # waits for nothing, but a GPU draws other numbers than a CPU
KINDS = (NUMBER, COPY, SHAPE, UPLOAD, DRAW)
WAITS = (NUMBER, COPY, SHAPE)
