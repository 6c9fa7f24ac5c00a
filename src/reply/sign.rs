//! The letters by which a person signs, and how they are found at the end of a text.

use super::ending::{last_word, skip_back, trim_ending};
use crate::Error;
use serde::{Deserialize, Deserializer, Serialize};
use std::fmt;
use std::ops::Range;

/// What stands before a sign: the caret, its full-width form, and the modifier letter that
/// some keyboards give.
const CARETS: [char; 3] = ['^', '\u{ff3e}', '\u{2c6}'];

/// The letters by which a person signs, without the caret: `RL`.
///
/// 1 to 16 letters and digits, a letter first. Case is kept, but two signs that differ
/// only in case are the same.
///
/// # Example
/// ```
/// use webcare::reply::Sign;
///
/// let found = Sign::find_in("Dat is verholpen, bedankt. ^RL").unwrap();
/// assert_eq!(found.sign().as_str(), "RL");
/// assert_eq!(found.range(), 27..30);
/// assert_eq!(Sign::new("rl")?, Sign::new("RL")?);
/// # Ok::<(), webcare::Error>(())
/// ```
#[derive(Clone, Debug, Eq, Serialize)]
#[serde(transparent)]
pub struct Sign(String);

impl Sign {
    /// The longest sign, in characters.
    pub const MAX_CHARS: usize = 16;

    /// Takes `letters` as a sign.
    ///
    /// # Errors
    /// When they are not 1 to 16 letters and digits with a letter first.
    pub fn new(letters: impl Into<String>) -> Result<Self, Error> {
        let letters = letters.into();
        let fits = letters.chars().count() <= Self::MAX_CHARS
            && letters.starts_with(char::is_alphabetic)
            && letters.chars().all(char::is_alphanumeric);
        if fits {
            Ok(Self(letters))
        } else {
            Err(Error::fault("sign", "expected 1 to 16 letters and digits, a letter first"))
        }
    }

    /// Who signed `text`: the last sign with a caret at its end. Closing marks, emoji, blanks
    /// and links with a scheme may follow it: X puts the link of a picture behind the text.
    ///
    /// The caret may be glued to what precedes it (`opgelost.^RL`) or stand apart from its
    /// letters (`^ RL`). Two or three letters in small type are taken for initials.
    #[must_use]
    pub fn find_in(text: &str) -> Option<FoundSign> {
        Self::find_all_in(text).pop()
    }

    /// Everybody who signed `text` at its end, in the order of the text: `^SD ^LO`,
    /// `^SD/LO`.
    ///
    /// # Example
    /// ```
    /// use webcare::reply::Sign;
    ///
    /// let all = Sign::find_all_in("Opgelost! ^SD/LO");
    /// let signs: Vec<&str> = all.iter().map(|found| found.sign().as_str()).collect();
    /// assert_eq!(signs, ["SD", "LO"]);
    /// assert!(Sign::find_all_in("Bel ^SD als het niet lukt").is_empty());
    /// ```
    #[must_use]
    pub fn find_all_in(text: &str) -> Vec<FoundSign> {
        let mut found = Vec::new();
        let mut rest = trim_ending(without_links(text), &CARETS);
        while let Some(start) = group_before(rest, &mut found) {
            rest = skip_back(rest.get(..start).unwrap_or_default(), |c| {
                c.is_whitespace() || matches!(c, '/' | '+' | '&' | ',')
            });
        }
        found.reverse();
        found
    }

    /// The letters.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// What two equal signs have in common.
    fn key(&self) -> impl Iterator<Item = char> + '_ {
        self.0.chars().flat_map(char::to_lowercase)
    }

    /// A sign as it was typed; small letters that can only be initials become capitals.
    fn typed(letters: &str) -> Option<Self> {
        const INITIALS: Range<usize> = 2..4;
        let small = letters.chars().all(char::is_lowercase);
        if small && INITIALS.contains(&letters.chars().count()) {
            return Self::new(letters.to_uppercase()).ok();
        }
        Self::new(letters).ok()
    }
}

/// `text` without the links with a scheme at its end.
fn without_links(text: &str) -> &str {
    let mut rest = text.trim_end();
    loop {
        let before = rest.trim_end_matches(|c: char| !c.is_whitespace());
        let word = rest.get(before.len()..).unwrap_or_default();
        if before.is_empty() || !["https://", "http://"].iter().any(|it| word.starts_with(it)) {
            return rest;
        }
        rest = before.trim_end();
    }
}

/// Pushes the signs behind the caret that `text` ends with, last first; gives where the
/// caret stands.
fn group_before(text: &str, found: &mut Vec<FoundSign>) -> Option<usize> {
    const MOST: usize = 4;
    let mut group = Vec::new();
    let mut rest = text;
    for _ in 0..MOST {
        let word = last_word(rest, Sign::MAX_CHARS)?;
        let end = rest.len();
        let start = end - word.len();
        group.push((Sign::typed(word)?, start, end));
        rest = rest.get(..start)?;
        let before = skip_back(rest, |c| matches!(c, ' ' | '\u{a0}' | '\u{202f}'));
        if let Some(glued) = before.strip_suffix(CARETS) {
            if !may_precede(glued, word) {
                return None;
            }
            let caret = glued.len();
            let last = group.len() - 1;
            for (index, (sign, start, end)) in group.into_iter().enumerate() {
                let start = if index == last { caret } else { start };
                found.push(FoundSign { sign, start, end });
            }
            return Some(caret);
        }
        rest = rest.strip_suffix(['/', '+', '&'])?;
    }
    None
}

/// Whether a caret right after `text` can open a sign: not in `10^n` or `x^RL2`, but an
/// unmistakable sign may be glued to a word.
fn may_precede(text: &str, letters: &str) -> bool {
    match text.chars().next_back() {
        Some(c) if CARETS.contains(&c) => false,
        Some(c) if c.is_alphabetic() => {
            letters.chars().count() > 1 && letters.chars().all(char::is_uppercase)
        }
        Some(c) => !c.is_numeric(),
        None => true,
    }
}

impl PartialEq for Sign {
    fn eq(&self, other: &Self) -> bool {
        self.key().eq(other.key())
    }
}

impl std::hash::Hash for Sign {
    fn hash<H: std::hash::Hasher>(&self, state: &mut H) {
        for c in self.key() {
            c.hash(state);
        }
    }
}

impl PartialOrd for Sign {
    fn partial_cmp(&self, other: &Self) -> Option<std::cmp::Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Sign {
    fn cmp(&self, other: &Self) -> std::cmp::Ordering {
        self.key().cmp(other.key())
    }
}

impl fmt::Display for Sign {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&self.0)
    }
}

impl<'de> Deserialize<'de> for Sign {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Self::new(String::deserialize(deserializer)?).map_err(serde::de::Error::custom)
    }
}

/// A sign that was read from a text, and where it stands.
///
/// # Example
/// ```
/// use webcare::reply::Sign;
///
/// let text = "Geregeld.^ ND";
/// let found = Sign::find_in(text).unwrap();
/// assert_eq!(&text[found.range()], "^ ND");
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FoundSign {
    sign: Sign,
    start: usize,
    end: usize,
}

impl FoundSign {
    /// The sign.
    #[must_use]
    pub const fn sign(&self) -> &Sign {
        &self.sign
    }

    /// The sign, taken out.
    #[must_use]
    pub fn into_sign(self) -> Sign {
        self.sign
    }

    /// The bytes it takes, with its caret if that is its own.
    #[must_use]
    pub const fn range(&self) -> Range<usize> {
        self.start..self.end
    }
}
