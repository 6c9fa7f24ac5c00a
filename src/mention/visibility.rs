//! Who can read a mention.

use super::words::Word;
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use std::fmt;

/// Who can read a mention.
///
/// Written as `"public"`, `"private"` or the name of a circle of readers, which may be
/// preceded by `restricted:`. A word that is not known is read as such a circle: what is
/// not certainly public is never treated as public. The case of the known words does not
/// matter.
///
/// # Example
/// ```
/// use webcare::mention::Visibility;
///
/// assert!(Visibility::from("public").is_public());
/// let circle = Visibility::from("followers");
/// assert_eq!(circle, Visibility::Restricted("followers".to_owned()));
/// assert!(!circle.is_public());
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Visibility {
    /// Everybody.
    #[default]
    Public,
    /// Only the writer and we.
    Private,
    /// A circle of readers: a closed group, the writer's followers.
    Restricted(String),
}

impl Visibility {
    /// The word for the kind of visibility, without the circle's name.
    #[must_use]
    pub const fn as_str(&self) -> &'static str {
        match self {
            Self::Public => "public",
            Self::Private => "private",
            Self::Restricted(_) => "restricted",
        }
    }

    /// Whether everybody can read it.
    #[must_use]
    pub const fn is_public(&self) -> bool {
        matches!(self, Self::Public)
    }

    /// Whether only the writer and we can read it.
    #[must_use]
    pub const fn is_private(&self) -> bool {
        matches!(self, Self::Private)
    }
}

impl From<&str> for Visibility {
    fn from(word: &str) -> Self {
        let word = word.trim();
        let is = |known: &str| word.eq_ignore_ascii_case(known);
        if is("public") {
            Self::Public
        } else if is("private") || is("direct") {
            Self::Private
        } else {
            Self::Restricted(word.strip_prefix("restricted:").unwrap_or(word).to_owned())
        }
    }
}

impl fmt::Display for Visibility {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Restricted(circle) => write!(f, "restricted:{circle}"),
            other => f.pad(other.as_str()),
        }
    }
}

impl Serialize for Visibility {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Visibility {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_str(Word::new("a visibility"))
    }
}
