//! What one word of a message says about its language.

use super::fit::{Fit, fit};
use super::model::{Listed, Model, Row};
use super::spelling::{EDGE, Spelling};
use crate::text::{fold, is_elongated, squeezed};

/// A word with a capital inside a sentence that no list knows may be a name: it weighs one
/// part in so many.
const NAME: i16 = 2;

/// What a word says.
#[derive(Clone, Debug)]
pub(super) enum Said {
    /// Nothing: everybody says it.
    Nothing,
    /// It is written in another alphabet, with so many characters.
    OtherAlphabet(usize),
    /// It fits some languages better than others.
    Fits {
        /// How well.
        fit: Fit,
        /// Whether a list knows it; else its spelling told.
        listed: bool,
        /// How many letters it has.
        letters: usize,
    },
}

/// What `word` says; `inside` tells that a word stands right before it.
pub(super) fn ask(model: &Model, word: &str, inside: bool) -> Said {
    let spelling = Spelling::of(word);
    if spelling.foreign() > 0 {
        return Said::OtherAlphabet(spelling.foreign());
    }
    match model.listed(&spelling) {
        Some(Listed::Neutral) => return Said::Nothing,
        Some(Listed::Word(fit)) => return known(fit, &spelling),
        None => {}
    }
    if is_elongated(word) {
        return drawn_out(model, word);
    }
    if spelling.symbols().contains(&EDGE) {
        return in_parts(model, &spelling);
    }
    if is_noise(&spelling) {
        return Said::Nothing;
    }
    let mut said = unknown(&model.spelt(&spelling), &spelling);
    if inside
        && word.starts_with(char::is_uppercase)
        && let Said::Fits { fit, .. } = &mut said
    {
        for cell in fit {
            *cell /= NAME;
        }
    }
    said
}

/// The form of a drawn-out word that a list knows, or else its shortest.
fn drawn_out(model: &Model, word: &str) -> Said {
    if is_noise(&Spelling::of(word)) {
        return Said::Nothing;
    }
    let mut last = None;
    for form in squeezed(&fold(word)) {
        let spelling = Spelling::of(&form);
        match model.listed(&spelling) {
            Some(Listed::Neutral) => return Said::Nothing,
            Some(Listed::Word(fit)) => return known(fit, &spelling),
            None => last = Some(spelling),
        }
    }
    match last {
        Some(spelling) if !is_noise(&spelling) => unknown(&model.spelt(&spelling), &spelling),
        _ => Said::Nothing,
    }
}

/// A word with an apostrophe that no list knows: what stands before it and behind it, with
/// the apostrophe where a list knows it so (`l'`, `'ll`).
fn in_parts(model: &Model, whole: &Spelling) -> Said {
    let symbols = whole.symbols();
    let place = symbols.iter().position(|&symbol| symbol == EDGE).unwrap_or_default();
    let (before, behind) = symbols.split_at(place);
    let letters = |part: &[u8]| part.iter().copied().filter(|&s| s != EDGE).collect::<Vec<u8>>();
    let (before, behind) = (letters(before), letters(behind));
    let with_edge = Spelling::from_symbols(before.iter().copied().chain([EDGE]));
    let first = part(model, &with_edge, &before);
    let with_edge = Spelling::from_symbols([EDGE].into_iter().chain(behind.iter().copied()));
    let second = part(model, &with_edge, &behind);
    match (first, second) {
        (
            Said::Fits { mut fit, listed: first, .. },
            Said::Fits { fit: more, listed: second, .. },
        ) => {
            for (cell, more) in fit.iter_mut().zip(more) {
                *cell += more;
            }
            Said::Fits { fit, listed: first && second, letters: symbols.len() }
        }
        (Said::Nothing, told) | (told, _) => told,
    }
}

/// What stands at one side of an apostrophe.
fn part(model: &Model, with_edge: &Spelling, letters: &[u8]) -> Said {
    let plain = Spelling::from_symbols(letters.iter().copied());
    match model.listed(with_edge).or_else(|| model.listed(&plain)) {
        Some(Listed::Word(fit)) => known(fit, &plain),
        Some(Listed::Neutral) => Said::Nothing,
        None if is_noise(&plain) => Said::Nothing,
        None => unknown(&model.spelt(&plain), &plain),
    }
}

/// Whether it is no word: a single letter, or laughter and the like, which is made of one
/// or two letters.
fn is_noise(spelling: &Spelling) -> bool {
    let symbols = spelling.symbols();
    let Some(&first) = symbols.first() else { return true };
    let other = symbols.iter().copied().find(|&symbol| symbol != first);
    let two = symbols.iter().all(|&symbol| symbol == first || Some(symbol) == other);
    symbols.len() < 2 || other.is_none() || two && symbols.len() > 3
}

fn known(fit: &Fit, spelling: &Spelling) -> Said {
    Said::Fits { fit: *fit, listed: true, letters: spelling.symbols().len() }
}

fn unknown(row: &Row, spelling: &Spelling) -> Said {
    let letters = spelling.symbols().len();
    Said::Fits { fit: fit(row, letters), listed: false, letters }
}
