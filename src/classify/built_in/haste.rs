//! What the reasons for haste come to: those about safety, and the others.

use super::cue::{Cue, Family};
use super::lexicon::Hit;
use super::weights::{FADE, FRAIL_AND_STRANDED, OUTAGE_OF_MANY};

/// Points of urgency, by the word lists alone.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(super) struct Haste {
    /// Danger, fraud, leaks, people who can't help themselves, outages.
    pub(super) safety: f32,
    /// Stuck, losing something, has asked before, threatens.
    pub(super) stuck: f32,
}

/// What the settled hits of [`Family::Haste`] among `cues` come to: of each kind the
/// strongest in full, each further one for much less. What counts only together with
/// something else is left out without it.
pub(super) fn haste(cues: &[Hit]) -> Haste {
    let mut strongest = [(0.0_f32, 0.0_f32); Cue::ALL.len()];
    for hit in cues.iter().filter(|hit| hit.cue.family() == Family::Haste && hit.weight > 0.0) {
        let Some((most, rest)) = strongest.get_mut(hit.cue as usize) else { continue };
        *rest += most.min(hit.weight) * FADE;
        *most = most.max(hit.weight);
    }
    let of = |cue: Cue| {
        let (most, rest) = strongest.get(cue as usize).copied().unwrap_or_default();
        most + rest.min(most * FADE)
    };
    let has = |cue: Cue| of(cue) > 0.0;
    let mut haste = Haste::default();
    for cue in Cue::ALL.into_iter().filter(|cue| cue.family() == Family::Haste && has(*cue)) {
        let counts = match cue {
            Cue::Many => [Cue::Outage, Cue::Stranded, Cue::Danger, Cue::LockedOut, Cue::Leak]
                .into_iter()
                .any(has),
            Cue::Secret => has(Cue::Pretender),
            Cue::Pretender => has(Cue::Secret),
            Cue::Warning => has(Cue::Fraud),
            _ => true,
        };
        if counts && cue.is_about_safety() {
            haste.safety += of(cue);
        } else if counts {
            haste.stuck += of(cue);
        }
    }
    if has(Cue::Frail) && has(Cue::Stranded) {
        haste.safety += FRAIL_AND_STRANDED;
    }
    let down = has(Cue::Outage) || has(Cue::Stranded) || has(Cue::LockedOut);
    if has(Cue::Many) && down {
        haste.safety += OUTAGE_OF_MANY;
    }
    haste
}
