//! How a channel counts, and how much it takes.

use super::pieces::{Piece, pieces, whole_pieces};
use super::{Audience, Published, Unit};
use crate::Error;
use crate::error::Kind;
use crate::mention::ChannelKind;
use serde::Serialize;
use std::fmt;
use unicode_segmentation::UnicodeSegmentation;

/// How a channel counts a text, and how much it takes.
///
/// A table with `max` (left out: any length) and `unit`, a [`Unit`]; and further
/// `max_bytes`, a cap in UTF-8 beside the first; `link`, what a link counts for whatever
/// its length (23 where `unit` is `weighted`); `bare_links`, whether that goes for links
/// without a scheme (yes); `remote_handles`, `"whole"` or, where `@lotte@voorbeeld.social`
/// counts as `@lotte`, `"without_domain"`; `whole_emoji`, whether an emoji made up of
/// several characters weighs as one (yes).
///
/// # Example
/// ```
/// use webcare::reply::TextLimit;
///
/// let x = TextLimit::weighted(280);
/// assert_eq!(x.count("Kijk op https://voorbeeld.nl/een/heel/lang/adres 👩‍🔧"), 8 + 23 + 1 + 2);
/// assert_eq!(x.remaining("Top!"), Some(276));
///
/// let direct_message = TextLimit::bytes(1000);
/// assert_eq!(direct_message.count("één"), 5);
/// assert!(direct_message.check(&"é".repeat(501)).unwrap_err().is_too_long());
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct TextLimit {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) max: Option<usize>,
    pub(super) unit: Unit,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) max_bytes: Option<usize>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) link: Option<usize>,
    pub(super) bare_links: bool,
    pub(super) remote_handles: RemoteHandles,
    pub(super) whole_emoji: bool,
}

/// A place in a text, and what is counted up to there.
#[derive(Clone, Copy, Debug)]
pub(super) struct Mark {
    pub(super) at: usize,
    pub(super) count: usize,
}

/// What counts of a handle on another server.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub(super) enum RemoteHandles {
    Whole,
    WithoutDomain,
}

impl TextLimit {
    /// What a link counts for on X: `transformedURLLength` of its configuration.
    const X_LINK: usize = 23;

    pub(super) const fn new(max: Option<usize>, unit: Unit) -> Self {
        let link = if matches!(unit, Unit::Weighted) { Some(Self::X_LINK) } else { None };
        Self {
            max,
            unit,
            max_bytes: None,
            link,
            bare_links: true,
            remote_handles: RemoteHandles::Whole,
            whole_emoji: true,
        }
    }

    /// No limit; a text is counted in characters.
    #[must_use]
    pub const fn none() -> Self {
        Self::new(None, Unit::Characters)
    }

    /// At most `max` as X weighs, a link counting for 23.
    #[must_use]
    pub const fn weighted(max: usize) -> Self {
        Self::new(Some(max), Unit::Weighted)
    }

    /// At most `max` code points.
    #[must_use]
    pub const fn characters(max: usize) -> Self {
        Self::new(Some(max), Unit::Characters)
    }

    /// At most `max` graphemes.
    #[must_use]
    pub const fn graphemes(max: usize) -> Self {
        Self::new(Some(max), Unit::Graphemes)
    }

    /// At most `max` bytes in UTF-8.
    #[must_use]
    pub const fn bytes(max: usize) -> Self {
        Self::new(Some(max), Unit::Bytes)
    }

    /// At most `max` UTF-16 units.
    #[must_use]
    pub const fn utf16(max: usize) -> Self {
        Self::new(Some(max), Unit::Utf16)
    }

    /// The same limit, and at most `max` bytes in UTF-8 beside it.
    #[must_use]
    pub const fn and_bytes(mut self, max: usize) -> Self {
        self.max_bytes = Some(max);
        self
    }

    /// The same limit, each link counting for `length`.
    #[must_use]
    pub const fn links_as(mut self, length: usize) -> Self {
        self.link = Some(length);
        self
    }

    /// The same limit, links without `http://` or `https://` counting for what they are.
    #[must_use]
    pub const fn bare_links_in_full(mut self) -> Self {
        self.bare_links = false;
        self
    }

    /// The same limit, `@lotte@voorbeeld.social` counting as `@lotte`.
    #[must_use]
    pub const fn handles_without_domain(mut self) -> Self {
        self.remote_handles = RemoteHandles::WithoutDomain;
        self
    }

    /// The same limit, the characters of an emoji weighed one by one, as X did before
    /// version 3 of its configuration.
    #[must_use]
    pub const fn emoji_in_parts(mut self) -> Self {
        self.whole_emoji = false;
        self
    }

    /// The limit that a channel is known to have for answers to this audience; see
    /// [`Published`] for where it is known from.
    #[must_use]
    pub fn of(channel: &ChannelKind, audience: Audience) -> Self {
        Published::of(channel, audience).map_or_else(Self::none, Published::limit)
    }

    /// How much is taken; `None` for any length.
    #[must_use]
    pub const fn max(&self) -> Option<usize> {
        self.max
    }

    /// What is counted.
    #[must_use]
    pub const fn unit(&self) -> Unit {
        self.unit
    }

    /// The cap in bytes beside the limit.
    #[must_use]
    pub const fn max_bytes(&self) -> Option<usize> {
        self.max_bytes
    }

    /// How long `text` is, as this channel counts.
    #[must_use]
    pub fn count(&self, text: &str) -> usize {
        if !self.pieces_matter() {
            return self.measure(text);
        }
        let mut total = 0;
        let mut at = 0;
        for piece in whole_pieces(text, self) {
            total += self.measure(text.get(at..piece.range().start).unwrap_or_default());
            total += self.size(text, &piece);
            at = piece.range().end;
        }
        total + self.measure(text.get(at..).unwrap_or_default())
    }

    /// How much may still be written behind `text`: negative by how much it is too long,
    /// `None` where any length is taken. With a cap in bytes, the lesser of the two.
    ///
    /// # Example
    /// ```
    /// use webcare::reply::TextLimit;
    ///
    /// let bluesky = TextLimit::graphemes(300).and_bytes(3000);
    /// assert_eq!(bluesky.remaining("Dag Noor"), Some(292));
    /// assert_eq!(bluesky.remaining(&"👨‍👩‍👧‍👦".repeat(125)), Some(-125));
    /// assert_eq!(TextLimit::none().remaining("Dag Noor"), None);
    /// ```
    #[must_use]
    pub fn remaining(&self, text: &str) -> Option<i64> {
        let left = |max: usize, found: usize| {
            let (max, found) = (i64::try_from(max).ok(), i64::try_from(found).ok());
            max.unwrap_or(i64::MAX).saturating_sub(found.unwrap_or(i64::MAX))
        };
        let first = self.max.map(|max| left(max, self.count(text)));
        let second = self.max_bytes.map(|max| left(max, text.len()));
        [first, second].into_iter().flatten().min()
    }

    /// Whether the channel takes `text`.
    ///
    /// # Errors
    /// When it is too long ([`Error::is_too_long`]), or holds a character that X refuses.
    pub fn check(&self, text: &str) -> Result<(), Error> {
        let too_long = |found, allowed, unit: Unit| {
            Error::new(Kind::TooLong { found, allowed, unit: unit.name() })
        };
        if let Some(max) = self.max {
            let found = self.count(text);
            if found > max {
                return Err(too_long(found, max, self.unit));
            }
        }
        if let Some(max) = self.max_bytes.filter(|max| text.len() > *max) {
            return Err(too_long(text.len(), max, Unit::Bytes));
        }
        self.check_characters(text)
    }

    /// Whether the channel takes every character of `text`.
    pub(super) fn check_characters(&self, text: &str) -> Result<(), Error> {
        let refused = |c: &char| super::links::is_refused(*c);
        match text.chars().find(refused).filter(|_| self.unit == Unit::Weighted) {
            Some(c) => {
                let message = format!("X refuses the character U+{:04X}", u32::from(c));
                Err(Error::fault("text", message))
            }
            None => Ok(()),
        }
    }

    /// The longest beginning of `text` that the channel takes, in bytes. It never ends
    /// inside a link, an emoji or any other grapheme.
    ///
    /// # Example
    /// ```
    /// use webcare::reply::TextLimit;
    ///
    /// let text = "Kijk op https://voorbeeld.nl/retour";
    /// assert_eq!(TextLimit::weighted(30).fitting(text), 8);
    /// assert_eq!(TextLimit::weighted(31).fitting(text), text.len());
    /// ```
    #[must_use]
    pub fn fitting(&self, text: &str) -> usize {
        let start = Mark { at: 0, count: 0 };
        let marks = self.marks(text);
        marks.take_while(|mark| self.reaches(start, *mark)).last().unwrap_or(start).at
    }

    /// Where each piece of `text` ends, and what is counted up to there.
    pub(super) fn marks<'a>(&'a self, text: &'a str) -> impl Iterator<Item = Mark> + 'a {
        let mut count = 0;
        pieces(text, self).map(move |piece| {
            count += self.size(text, &piece);
            Mark { at: piece.range().end, count }
        })
    }

    /// Whether what stands between two marks of one text is taken.
    pub(super) fn reaches(&self, from: Mark, to: Mark) -> bool {
        self.max.is_none_or(|max| to.count - from.count <= max)
            && self.max_bytes.is_none_or(|max| to.at - from.at <= max)
    }

    /// What one piece counts for.
    fn size(&self, text: &str, piece: &Piece) -> usize {
        let counted = match piece {
            Piece::Link(range) => match self.link {
                Some(length) => return length,
                None => range.clone(),
            },
            Piece::Handle(range, local) => range.start..*local,
            Piece::Grapheme(range) => range.clone(),
        };
        self.measure(text.get(counted).unwrap_or_default())
    }

    /// What `text` counts for where nothing in it counts otherwise than its characters.
    fn measure(&self, text: &str) -> usize {
        match self.unit {
            Unit::Characters => text.chars().count(),
            Unit::Graphemes => text.graphemes(true).count(),
            Unit::Bytes => text.len(),
            Unit::Utf16 => text.encode_utf16().count(),
            Unit::Weighted => super::weight::of(text, self.whole_emoji),
        }
    }

    /// Whether links or handles count otherwise than their characters.
    fn pieces_matter(&self) -> bool {
        self.link.is_some() || self.shortens_handles()
    }

    pub(super) const fn shortens_handles(&self) -> bool {
        matches!(self.remote_handles, RemoteHandles::WithoutDomain)
    }
}

impl Default for TextLimit {
    fn default() -> Self {
        Self::none()
    }
}

impl AsRef<Self> for TextLimit {
    fn as_ref(&self) -> &Self {
        self
    }
}

impl fmt::Display for TextLimit {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match (self.max, self.max_bytes) {
            (None, None) => f.pad("any length"),
            (Some(max), None) => write!(f, "{max} {}", self.unit.name()),
            (None, Some(bytes)) => write!(f, "{bytes} bytes"),
            (Some(max), Some(bytes)) => write!(f, "{max} {}, {bytes} bytes", self.unit.name()),
        }
    }
}
