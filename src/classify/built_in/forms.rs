//! Dissatisfaction by form: "third time", "why is it still", without a word of feeling.

use super::cue::Cue;
use super::lexicon::Hit;
use super::reading::Reading;
use super::weights::{FADE, FELT_PER_GRIPE, FELT_PER_HASTE, SEEN, THREAT};
use crate::judgement::{Evidence, Place};

/// What the form of a message shows of how its writer feels: weights below zero, each kind
/// in full once, and each further one for less. `purposes` and `haste` are settled hits.
pub(super) fn forms(reading: &Reading, purposes: &[Hit], haste: &[Hit]) -> Vec<Evidence> {
    let mut shown = Vec::new();
    for cue in [Cue::Gripe, Cue::Repeated, Cue::Charged, Cue::Leaving, Cue::Leak] {
        let (hits, each) = match cue {
            Cue::Gripe => (purposes, FELT_PER_GRIPE),
            _ => (haste, FELT_PER_HASTE),
        };
        let mut share = -each;
        for hit in hits.iter().filter(|hit| hit.cue == cue && is_told(hit)) {
            let place: Place = reading.place(hit.first, hit.last);
            shown.push(Evidence::new(place, hit.weight * share, cue.cause()));
            share *= FADE;
        }
    }
    shown
}

/// Whether a hit shows a feeling: to speak of leaving is no threat yet, nor is a strange
/// account a leak.
fn is_told(hit: &Hit) -> bool {
    match hit.cue {
        Cue::Leaving => hit.weight >= THREAT,
        Cue::Leak => hit.weight >= SEEN,
        _ => hit.weight > 0.0,
    }
}
