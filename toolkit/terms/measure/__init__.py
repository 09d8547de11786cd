"""How far domains differ over a word, how far they could live with a sense, and how sure that is. Pure functions."""

from toolkit.terms.measure._acceptance import (
    Representativeness,
    group_aware_consensus,
    mean_agreement,
    representativeness,
)
from toolkit.terms.measure._classify import THRESHOLDS, Relation, State, Thresholds, classify, classify_two
from toolkit.terms.measure._extension import ENOUGH, Mismatch, mismatch, mismatch_from_counts, vagueness
from toolkit.terms.measure._family import mismatch_family
from toolkit.terms.measure._reliability import agreement, consensus, krippendorff_alpha, polarization

__all__ = [
    "ENOUGH",
    "THRESHOLDS",
    "Mismatch",
    "Relation",
    "Representativeness",
    "State",
    "Thresholds",
    "agreement",
    "classify",
    "classify_two",
    "consensus",
    "group_aware_consensus",
    "krippendorff_alpha",
    "mean_agreement",
    "mismatch",
    "mismatch_family",
    "mismatch_from_counts",
    "polarization",
    "representativeness",
    "vagueness",
]
