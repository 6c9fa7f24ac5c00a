//! Why it is closed, in words.

use super::holiday::Holiday;
use crate::config::Node;
use serde::ser::SerializeMap;
use serde::{Serialize, Serializer};
use std::borrow::Cow;

/// Why it is closed, in words for the public, in Dutch and English.
///
/// Configured as one text for both languages, or as a table with both:
/// `{ nl = "verbouwing", en = "renovation" }`. Holidays bring their own names.
///
/// # Example
/// ```
/// use webcare::calendar::{Holiday, Reason};
///
/// let works = Reason::new("verbouwing").in_english("renovation");
/// assert_eq!((works.dutch(), works.english()), ("verbouwing", "renovation"));
/// assert_eq!(Reason::new("DORP Festival").english(), "DORP Festival");
///
/// let feast = Reason::from(Holiday::KingsDay);
/// assert_eq!((feast.dutch(), feast.english()), ("Koningsdag", "King's Day"));
/// assert_eq!(feast.holiday(), Some(Holiday::KingsDay));
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reason {
    dutch: Cow<'static, str>,
    english: Cow<'static, str>,
    holiday: Option<Holiday>,
}

impl Reason {
    /// The same words in both languages.
    #[must_use]
    pub fn new(words: impl Into<String>) -> Self {
        let words: Cow<'static, str> = Cow::Owned(words.into());
        Self { english: words.clone(), dutch: words, holiday: None }
    }

    /// Other words in English.
    #[must_use]
    pub fn in_english(mut self, words: impl Into<String>) -> Self {
        self.english = Cow::Owned(words.into());
        self
    }

    /// The words in Dutch.
    #[must_use]
    pub fn dutch(&self) -> &str {
        &self.dutch
    }

    /// The words in English.
    #[must_use]
    pub fn english(&self) -> &str {
        &self.english
    }

    /// The holiday, when it is one that is known by name.
    #[must_use]
    pub const fn holiday(&self) -> Option<Holiday> {
        self.holiday
    }

    /// Reads it, noting every fault.
    pub(crate) fn read(node: &Node<'_>) -> Option<Self> {
        if !node.value().is_object() {
            return node.name().map(Self::new);
        }
        let mut table = node.table()?;
        let dutch = table.read("nl", Node::name);
        let english = table.read("en", Node::name);
        table.finish();
        Some(Self::new(dutch?).in_english(english?))
    }
}

impl From<&str> for Reason {
    fn from(words: &str) -> Self {
        Self::new(words)
    }
}

impl From<Holiday> for Reason {
    fn from(holiday: Holiday) -> Self {
        Self {
            dutch: Cow::Borrowed(holiday.dutch()),
            english: Cow::Borrowed(holiday.english()),
            holiday: Some(holiday),
        }
    }
}

impl Serialize for Reason {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        if self.dutch == self.english {
            return serializer.serialize_str(&self.dutch);
        }
        let mut map = serializer.serialize_map(Some(2))?;
        map.serialize_entry("nl", &self.dutch)?;
        map.serialize_entry("en", &self.english)?;
        map.end()
    }
}
