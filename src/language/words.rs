//! How one word of a message is read.

use super::spelling::{Spelling, short};

/// Which words are listed, and where.
pub trait Vocabulary {
    /// The place of the word with this key.
    fn find(&self, key: u64) -> Option<usize>;
}

/// A word as it was read.
#[derive(Clone, Copy, Debug)]
pub enum Read {
    /// It says nothing about a language.
    Nothing,
    /// It is in another script, with so many letters.
    OtherScript(usize),
    /// It is listed at this place, and has so many letters.
    Listed(usize, usize),
    /// It is not listed; how it is spelt tells.
    Unlisted(Spelling),
}

/// Reads one word. What is drawn out (`heeeel`) is looked up with two letters and with one.
#[inline]
pub fn read(vocabulary: &impl Vocabulary, word: &str) -> Read {
    let known = short(word);
    if let Some((key, letters)) = known
        && let Some(place) = vocabulary.find(key)
    {
        return Read::Listed(place, letters);
    }
    let spelling = Spelling::of(word);
    if spelling.foreign() > 0 {
        return Read::OtherScript(spelling.foreign());
    }
    let find = |spelling: &Spelling| vocabulary.find(spelling.key());
    let listed = |place, spelling: &Spelling| Read::Listed(place, spelling.letters().len());
    if known.is_none()
        && let Some(place) = find(&spelling)
    {
        return listed(place, &spelling);
    }
    let spelling = match spelling.squeezed() {
        None => spelling,
        Some(squeezed) => match find(&squeezed) {
            Some(place) => return listed(place, &squeezed),
            None => squeezed,
        },
    };
    if spelling.is_noise() { Read::Nothing } else { Read::Unlisted(spelling) }
}
