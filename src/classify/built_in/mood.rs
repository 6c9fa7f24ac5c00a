//! What the whole message makes of its tears and its capitals.

use super::feelings::{Feeling, Kind, Tone};
use super::reading::Reading;
use super::weights::{JOYFUL, SHOUTING, SWINGS_FROM};

/// Tears of grief or of joy: the rest tells.
pub(super) fn swing(felt: &mut [Feeling]) {
    let rest: f32 =
        felt.iter().filter(|feeling| !feeling.swings).map(|feeling| feeling.weight).sum();
    if rest < SWINGS_FROM {
        return;
    }
    for feeling in felt.iter_mut().filter(|feeling| feeling.swings && feeling.weight < 0.0) {
        feeling.weight *= JOYFUL;
        feeling.kind = Kind::Praise;
    }
}

/// Who shouts, and praises nothing, is not content.
pub(super) fn shout(reading: &Reading, felt: &mut Vec<Feeling>) {
    let sum: f32 = felt.iter().map(|feeling| feeling.weight).sum();
    let (Some(_), Some(last)) = (reading.units.first(), reading.units.len().checked_sub(1)) else {
        return;
    };
    if !reading.is_shouted() || sum > 0.0 {
        return;
    }
    let Some(unit) = reading.units.get(last) else { return };
    let from = reading.units.partition_point(|other| other.sentence < unit.sentence);
    felt.push(Feeling {
        kind: Kind::Blame,
        weight: SHOUTING,
        first: from,
        last,
        from,
        sentence: unit.sentence,
        tone: Tone::Plain,
        praises: false,
        wished: false,
        swings: false,
    });
}
