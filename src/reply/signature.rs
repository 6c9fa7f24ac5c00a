//! What a person puts under an answer.

use super::ending::{skip_back, trim_ending};
use super::{PersonName, Sign, Style};
use crate::Error;
use std::borrow::Cow;
use std::ops::Range;

/// Words after which a name is a signature, whatever mark is between. Written by hand.
const CLOSINGS: [&str; 16] = [
    "bedankt",
    "cheers",
    "gr",
    "groet",
    "groeten",
    "groetjes",
    "grtz",
    "grt",
    "liefs",
    "mvg",
    "regards",
    "sincerely",
    "thanks",
    "thx",
    "vriendelijks",
    "wishes",
];

/// What a person puts under an answer: a sign or a name, in a style.
///
/// It comes last, after a space. A text that the person has signed already is left as it
/// is: no name comes under a name or a sign of the same person. A sign does come under a
/// name, for it is the sign that a team is sure of. A name that would read as a part of the
/// sentence is set off with a dash.
///
/// # Example
/// ```
/// use webcare::reply::{Signature, Style};
///
/// let ruben = Signature::of("Ruben de Leeuw")?;
/// assert_eq!(ruben.put_under("We kijken het na."), "We kijken het na. ^RL");
/// assert_eq!(ruben.put_under("We kijken het na.^RL "), "We kijken het na.^RL ");
///
/// let ruben = ruben.in_style(Style::FirstName);
/// assert_eq!(ruben.put_under("Fijn weekend!"), "Fijn weekend! Ruben");
/// assert_eq!(ruben.put_under("Ik bel je morgen"), "Ik bel je morgen – Ruben");
/// # Ok::<(), webcare::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Signature {
    sign: Sign,
    name: PersonName,
    style: Style,
}

impl Signature {
    /// The signature of somebody by name, with the initials as sign. In a team, where
    /// signs must differ, take it from [`Team::signature`](super::Team::signature).
    ///
    /// # Errors
    /// When `name` is not a name.
    pub fn of(name: &str) -> Result<Self, Error> {
        let name = PersonName::new(name)?;
        let sign = Sign::new(name.initials())?;
        Ok(Self::new(sign, name))
    }

    /// The signature of somebody with a sign of their own.
    #[must_use]
    pub const fn new(sign: Sign, name: PersonName) -> Self {
        Self { sign, name, style: Style::Initials }
    }

    /// The same person's signature in another style.
    #[must_use]
    pub const fn in_style(mut self, style: Style) -> Self {
        self.style = style;
        self
    }

    /// The sign, whatever the style.
    #[must_use]
    pub const fn sign(&self) -> &Sign {
        &self.sign
    }

    /// Whose it is.
    #[must_use]
    pub const fn name(&self) -> &PersonName {
        &self.name
    }

    /// The style.
    #[must_use]
    pub const fn style(&self) -> Style {
        self.style
    }

    /// What is written: `^RL`, `Ruben`, `Ruben de Leeuw`, or nothing.
    #[must_use]
    pub fn text(&self) -> String {
        match self.style {
            Style::Initials => format!("^{}", self.sign),
            Style::FirstName => self.name.first_name().to_owned(),
            Style::FullName => self.name.full(),
            Style::None => String::new(),
        }
    }

    /// `text` with this signature at its end, unless it is there already.
    #[must_use]
    pub fn put_under<'t>(&self, text: &'t str) -> Cow<'t, str> {
        if self.style == Style::None || self.find_in(text).is_some() {
            return Cow::Borrowed(text);
        }
        let space = if text.is_empty() || text.ends_with(char::is_whitespace) { "" } else { " " };
        let dash = if self.style == Style::Initials || sets_off(text) { "" } else { "– " };
        Cow::Owned(format!("{text}{space}{dash}{}", self.text()))
    }

    /// Where this person has signed, at the end of `text`: with the sign, or, where the
    /// style is a name, with any of the two names as well.
    ///
    /// # Example
    /// ```
    /// use webcare::reply::{Signature, Style};
    ///
    /// let noor = Signature::of("Noor El Idrissi")?.in_style(Style::FirstName);
    /// assert_eq!(noor.find_in("Tot dan! Groetjes, Noor"), Some(19..23));
    /// assert_eq!(noor.find_in("Morgen helpt Noor"), None);
    /// # Ok::<(), webcare::Error>(())
    /// ```
    #[must_use]
    pub fn find_in(&self, text: &str) -> Option<Range<usize>> {
        match self.style {
            Style::Initials => self.find_sign(text),
            Style::FirstName | Style::FullName => {
                let ends = ends(text);
                find_name(ends, &self.name.full())
                    .or_else(|| find_name(ends, self.name.first_name()))
                    .or_else(|| self.find_sign(text))
            }
            Style::None => None,
        }
    }

    fn find_sign(&self, text: &str) -> Option<Range<usize>> {
        let all = Sign::find_all_in(text);
        all.iter().find(|found| found.sign() == &self.sign).map(super::FoundSign::range)
    }
}

/// Where a name may end: with all marks behind it, or without.
pub(super) fn ends(text: &str) -> [&str; 2] {
    let text = text.trim_end();
    [text, trim_ending(text, &[])]
}

/// Where `name` stands at one of the `ends` of a text, set off from the sentence before it.
pub(super) fn find_name(ends: [&str; 2], name: &str) -> Option<Range<usize>> {
    let before = ends.iter().find_map(|end| end.strip_suffix(name)).filter(|_| !name.is_empty())?;
    let apart = before.chars().next_back().is_none_or(|c| !c.is_alphanumeric());
    (apart && sets_off(before)).then(|| before.len()..before.len() + name.len())
}

/// Whether a name right behind `text` is not a part of its last sentence.
fn sets_off(text: &str) -> bool {
    let bare = text.trim_end();
    let blanks = text.get(bare.len()..).unwrap_or_default();
    if bare.is_empty() || blanks.contains('\n') {
        return true;
    }
    match bare.chars().next_back() {
        Some('-') => {
            let before = bare.strip_suffix('-').unwrap_or_default();
            before.is_empty() || before.ends_with(char::is_whitespace)
        }
        Some('@' | '#' | '\'' | '\u{2019}') => false,
        Some(c) if c.is_alphanumeric() => {
            let start = skip_back(bare, char::is_alphanumeric).len();
            let word = bare.get(start..).unwrap_or_default();
            word.len() <= CLOSING_MAX_BYTES && CLOSINGS.contains(&word.to_lowercase().as_str())
        }
        _ => true,
    }
}

const CLOSING_MAX_BYTES: usize = 16;
