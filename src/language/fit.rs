//! How well a word fits each language, beside the language that it fits best.

use super::model::{LANGUAGES, Row, UNIT};

/// How much less probable each language is by one word than the one it fits best: a
/// logarithm in units of [`UNIT`]. The last place, [`UNLISTED`], is for a language that is
/// in no list.
pub(super) type Fit = [i16; LANGUAGES + 1];

/// The place of a language that is in no list.
pub(super) const UNLISTED: usize = LANGUAGES;

/// One word can make a language at most so much less probable, so that a name or a quoted
/// word doesn't decide against all the others.
const STRONGEST: i16 = 6 * UNIT;

/// The logarithm of the chance of one letter in a language that is none of the listed
/// ones: one in sixteen.
const ANY_LETTER: i16 = -11 * UNIT / 4;

/// The fit that follows from the chances of a word of so many letters.
pub(super) fn fit(row: &Row, letters: usize) -> Fit {
    let mut fit: Fit = [0; LANGUAGES + 1];
    for (cell, units) in fit.iter_mut().zip(row) {
        *cell = *units;
    }
    let length = i16::try_from(letters + 1).unwrap_or(i16::MAX);
    if let Some(unlisted) = fit.get_mut(UNLISTED) {
        *unlisted = length.saturating_mul(ANY_LETTER);
    }
    let best = fit.iter().copied().max().unwrap_or_default();
    for cell in &mut fit {
        *cell = cell.saturating_sub(best).max(-STRONGEST);
    }
    fit
}
