"""The bell curve on a grid, as section 7.4 of notebook 07 builds it."""

from __future__ import annotations

import torch

zeta = torch.linspace(-8, 8, 2001, dtype=torch.float64)
share = torch.softmax(-(zeta**2) / 2, dim=0)  # how often a normal number falls near each place
