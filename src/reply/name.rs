//! The name of a person, in the parts that make initials.

use super::words::{PARTICLES, SURNAME_OPENERS, TITLES};
use crate::Error;
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use std::fmt;
use unicode_normalization::UnicodeNormalization;

/// The name of a person, taken apart as the Netherlands and Flanders do.
///
/// What decides the initials:
/// - The first given name counts; one with a hyphen counts for each part. Later given
///   names don't.
/// - A particle written small is skipped, as in the Netherlands: *Ruben de Leeuw* is RL.
///   With a capital it opens the surname, as is usual in Belgium: *Jean-Claude Van Damme*
///   is JCV. So it is with *El* and *Ben*, *Oude* and *Klein*.
/// - A surname gives one letter, that of its first part: *Neelie Smit-Kroes* is NS.
/// - Letters lose their accents, IJ is one letter of two signs, and a name of one word
///   gives its first two letters, for a single one is hard to tell from a smiley.
///
/// This is how people are called, not how a register writes them; the register would give
/// *Jan-Willem* a single letter. Whoever is known by other letters gets them by saying so:
/// [`Team::add_as`](super::Team::add_as).
///
/// Serialised as the text it was read from.
///
/// # Example
/// ```
/// use webcare::reply::PersonName;
///
/// let youp = PersonName::new("Youp van 't Hek")?;
/// assert_eq!(youp.initials(), "YH");
/// assert_eq!(youp.first_name(), "Youp");
/// assert_eq!((youp.particle(), youp.surname()), (Some("van 't"), Some("Hek")));
///
/// assert_eq!(PersonName::new("Jean-Claude Van Damme")?.initials(), "JCV");
/// assert_eq!(PersonName::new("Hedy d'Ancona")?.initials(), "HA");
/// # Ok::<(), webcare::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PersonName {
    written: String,
    given: Vec<String>,
    particle: Option<String>,
    surname: Option<String>,
    initials: String,
}

impl PersonName {
    /// The longest name, in bytes.
    pub const MAX_BYTES: usize = 256;
    const MOST_GIVEN_LETTERS: usize = 3;

    /// Takes `name` apart: given names first, or after a comma ("Leeuw, Ruben de").
    /// Titles are left out, and so is what stands in brackets.
    ///
    /// # Errors
    /// When it holds no letter or a control character, or is longer than
    /// [`MAX_BYTES`](Self::MAX_BYTES).
    pub fn new(name: &str) -> Result<Self, Error> {
        let name = name.trim();
        if name.len() > Self::MAX_BYTES {
            let found = name.len();
            return Err(Error::fault("name", format!("expected 1 to 256 bytes, found {found}")));
        }
        if name.chars().any(char::is_control) {
            return Err(Error::fault("name", "expected no control characters"));
        }
        let words = in_order(name);
        let Some((first, rest)) = words.split_first() else {
            return Err(Error::fault("name", "expected a name with a letter in it"));
        };
        let shouted = words.iter().all(|word| !word.chars().any(char::is_lowercase));
        let small = |word: &str| {
            let lower = word.to_lowercase();
            PARTICLES.has(&lower) && (shouted || lower == word)
        };
        let opens = |word: &&String| {
            let lower = word.to_lowercase();
            PARTICLES.has(&lower) || SURNAME_OPENERS.has(&lower)
        };
        let last = rest.len().saturating_sub(1);
        let family = rest.iter().position(|word| opens(&word)).unwrap_or(last);
        let (more_given, family) = rest.split_at_checked(family).unwrap_or_default();
        let named = family.iter().position(|word| !small(word)).unwrap_or_default();
        let (particles, surname) = family.split_at_checked(named).unwrap_or_default();

        let given: Vec<String> = std::iter::once(first).chain(more_given).cloned().collect();
        let (glued, surname) = without_glued_particle(surname.join(" "), shouted);
        let particles: Vec<&str> =
            particles.iter().map(String::as_str).chain(glued.as_deref()).collect();
        let particle = (!particles.is_empty()).then(|| particles.join(" "));
        let surname = (!surname.is_empty()).then_some(surname);
        let initials = initials(first, surname.as_deref());
        Ok(Self { written: name.to_owned(), given, particle, surname, initials })
    }

    /// The initials, in capitals without accents.
    #[must_use]
    pub fn initials(&self) -> &str {
        &self.initials
    }

    /// The first given name.
    #[must_use]
    pub fn first_name(&self) -> &str {
        self.given.first().map_or("", String::as_str)
    }

    /// All given names.
    #[must_use]
    pub fn given_names(&self) -> &[String] {
        &self.given
    }

    /// What stands between given names and surname and is skipped in the initials.
    #[must_use]
    pub fn particle(&self) -> Option<&str> {
        self.particle.as_deref()
    }

    /// The surname, from the word that gives its letter.
    #[must_use]
    pub fn surname(&self) -> Option<&str> {
        self.surname.as_deref()
    }

    /// The full name without titles, given names first.
    #[must_use]
    pub fn full(&self) -> String {
        let mut full = self.given.join(" ");
        for part in [&self.particle, &self.surname].into_iter().flatten() {
            if !full.ends_with(['\'', '-']) {
                full.push(' ');
            }
            full.push_str(part);
        }
        full
    }

    /// The name as it was given.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.written
    }
}

impl fmt::Display for PersonName {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&self.written)
    }
}

impl Serialize for PersonName {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&self.written)
    }
}

impl<'de> Deserialize<'de> for PersonName {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Self::new(&String::deserialize(deserializer)?).map_err(serde::de::Error::custom)
    }
}

/// The words of a name, given names first, without titles and what is bracketed.
fn in_order(name: &str) -> Vec<String> {
    let name = name.replace(['\u{2019}', '\u{2018}', '`', '\u{b4}'], "'");
    let name = name.replace(['\u{2010}', '\u{2011}', '\u{2013}'], "-").replace(" - ", "-");
    let mut parts = name.split(',').map(words);
    let mut before = parts.next().unwrap_or_default();
    let mut after: Vec<String> = parts.flatten().collect();
    strip_titles(&mut before);
    let only_titles = after.iter().all(|word| is_title(word));
    if only_titles {
        return before;
    }
    strip_titles(&mut after);
    after.append(&mut before);
    after
}

/// The words with a letter in them, outside brackets and quotation marks.
fn words(text: &str) -> Vec<String> {
    let mut depth = 0_usize;
    let mut kept = Vec::new();
    for word in text.split_whitespace() {
        let opens = word.starts_with(['(', '[', '"', '\u{201c}']);
        let closes = word.ends_with([')', ']', '"', '\u{201d}']);
        depth += usize::from(opens);
        if depth == 0 {
            let edge = |c: char| !c.is_alphanumeric() && !matches!(c, '\'' | '.' | '-');
            let word = word.trim_matches(edge).trim_matches('-');
            if word.chars().any(char::is_alphabetic) {
                kept.push(word.to_owned());
            }
        }
        depth = depth.saturating_sub(usize::from(closes));
    }
    kept
}

fn is_title(word: &str) -> bool {
    TITLES.has(&word.to_lowercase().replace('.', ""))
}

/// The length of the titles that may also be a name: Ma, Ba, Ra.
const SHORT_TITLE: usize = 2;

/// Takes titles off both ends, as long as a name remains. A short one without a full stop
/// may be a name, so before one word it stays, and behind a name it goes only where its
/// capitals, or a full stop, tell that it is none.
fn strip_titles(words: &mut Vec<String>) {
    let leads = |(place, word): &(usize, &String)| {
        let remaining = words.len() - place - 1;
        let plain = word.chars().all(char::is_alphabetic) && word.chars().count() <= SHORT_TITLE;
        let named = plain && word.starts_with(char::is_uppercase);
        is_title(word) && remaining > usize::from(named)
    };
    let leading = words.iter().enumerate().take_while(leads).count();
    words.drain(..leading);
    while words.len() > 2
        && words.last().is_some_and(|word| {
            is_title(word) && word.chars().skip(1).any(|c| c == '.' || c.is_uppercase())
        })
    {
        words.pop();
    }
}

/// A small particle that is glued to the surname: d'Ancona, 's-Gravesande, l'Ami.
fn without_glued_particle(surname: String, shouted: bool) -> (Option<String>, String) {
    for glued in ["d'", "l'", "'s-", "'t-"] {
        let found = surname.get(..glued.len()).unwrap_or_default();
        let rest = surname.get(glued.len()..).unwrap_or_default();
        let small = found == glued || (shouted && found.to_lowercase() == glued);
        if small && rest.chars().any(char::is_alphabetic) {
            return (Some(found.to_owned()), rest.to_owned());
        }
    }
    (None, surname)
}

fn initials(first: &str, surname: Option<&str>) -> String {
    let given = first.split(['-', '.']).filter_map(initial);
    let Some(family) = surname.and_then(initial) else {
        return plain_letters(first).take(2).collect();
    };
    given.take(PersonName::MOST_GIVEN_LETTERS).chain([family]).collect()
}

/// The first letter of a word, or IJ.
fn initial(word: &str) -> Option<String> {
    let mut letters = plain_letters(word);
    let first = letters.next()?;
    // "Ijaz" starts with an I, "IJsbrand" and "Ijsbrand" with IJ.
    let digraph = first == 'I'
        && letters.next() == Some('J')
        && (word.starts_with("IJ") || !letters.next().is_none_or(|c| "AEIOU".contains(c)));
    Some(if digraph { "IJ".to_owned() } else { first.to_string() })
}

/// The letters of a word as capitals without accents.
pub(super) fn plain_letters(word: &str) -> impl Iterator<Item = char> {
    let folded = word.chars().flat_map(|c| {
        match c {
            'ø' | 'Ø' | 'œ' | 'Œ' => 'O',
            'ł' | 'Ł' => 'L',
            'đ' | 'Đ' | 'ð' | 'Ð' => 'D',
            'æ' | 'Æ' => 'A',
            'þ' | 'Þ' => 'T',
            'ı' => 'I',
            other => other,
        }
        .to_uppercase()
    });
    folded.nfkd().filter(|c| c.is_alphabetic())
}
