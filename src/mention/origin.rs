//! How a mention came to us.

use super::words::Word;
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use std::fmt;

/// How a mention came to us: was it meant for us, or did we find it?
///
/// Written as one word, whose case does not matter: `"directed"`, `"own_property"`,
/// `"found"` or `"found:QUERY"`.
///
/// # Example
/// ```
/// use webcare::mention::Origin;
///
/// let origin = Origin::from("found:brand-nl");
/// assert_eq!(origin, Origin::Found { query: Some("brand-nl".to_owned()) });
/// assert_eq!(origin.to_string(), "found:brand-nl");
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Origin {
    /// It addresses us: it names our account or was sent to it.
    #[default]
    Directed,
    /// It stands under something of ours: a comment on our page, a review of our app.
    OwnProperty,
    /// We found it by searching; the writer did not address us.
    Found {
        /// The monitoring query that found it, where known.
        query: Option<String>,
    },
    /// A word this version does not know, kept as it was read.
    Other(String),
}

impl Origin {
    /// The word for the kind of origin, without the query.
    #[must_use]
    pub fn as_str(&self) -> &str {
        match self {
            Self::Directed => "directed",
            Self::OwnProperty => "own_property",
            Self::Found { .. } => "found",
            Self::Other(word) => word,
        }
    }

    /// Whether we found it by searching.
    #[must_use]
    pub const fn is_found(&self) -> bool {
        matches!(self, Self::Found { .. })
    }
}

impl From<&str> for Origin {
    fn from(word: &str) -> Self {
        let word = word.trim();
        let (kind, query) = word.split_once(':').unwrap_or((word, ""));
        if kind.eq_ignore_ascii_case("found") {
            let query = Some(query).filter(|query| !query.is_empty()).map(str::to_owned);
            Self::Found { query }
        } else if word.eq_ignore_ascii_case("directed") {
            Self::Directed
        } else if word.eq_ignore_ascii_case("own_property") {
            Self::OwnProperty
        } else {
            Self::Other(word.to_owned())
        }
    }
}

impl fmt::Display for Origin {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Found { query: Some(query) } if !query.is_empty() => write!(f, "found:{query}"),
            other => f.pad(other.as_str()),
        }
    }
}

impl Serialize for Origin {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Origin {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_str(Word::new("an origin"))
    }
}
