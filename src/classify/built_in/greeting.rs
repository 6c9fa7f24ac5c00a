//! Words of praise that only open a message: "Beste Jan,".

use super::cue::Cue;
use super::lexicon::Hit;
use super::reading::{Reading, Unit};
use super::weights::NAMES;

/// The hits, where a greeting that opens a message or a line means nothing else: alone
/// before a comma or the end of a line, or followed by names only.
pub(super) fn with_greetings(reading: &Reading, hits: &[Hit]) -> Vec<Hit> {
    let mut kept = Vec::with_capacity(hits.len());
    for hit in hits {
        if hit.cue != Cue::Greeting {
            kept.push(*hit);
            continue;
        }
        if let Some(last) = greeted(&reading.units, hit) {
            kept.push(Hit { last, cue: Cue::Quiet, weight: 0.0, ..*hit });
        }
    }
    kept
}

/// The last word of a greeting, if it is one.
fn greeted(units: &[Unit], hit: &Hit) -> Option<usize> {
    let word = units.get(hit.first)?;
    let before = hit.first.checked_sub(1).and_then(|before| units.get(before));
    if before.is_some_and(|before| before.sentence == word.sentence) {
        return None;
    }
    let mut last = hit.last;
    for (index, unit) in units.iter().enumerate().skip(hit.last + 1).take(NAMES + 1) {
        if unit.clause != word.clause {
            return Some(last);
        }
        if !unit.capital {
            return None;
        }
        last = index;
    }
    None
}
