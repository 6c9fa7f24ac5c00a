//! Who gets to read an answer.

use crate::mention::Visibility;
use serde::{Deserialize, Serialize};
use std::fmt;

/// Who gets to read an answer.
///
/// # Example
/// ```
/// use webcare::mention::Visibility;
/// use webcare::reply::Audience;
///
/// assert_eq!(Audience::of(&Visibility::Public), Audience::Public);
/// let group = Visibility::Restricted("buurtgroep".to_owned());
/// assert_eq!(Audience::of(&group), Audience::Private);
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Audience {
    /// Everybody.
    Public,
    /// At most those who can read the message that is answered.
    Private,
}

impl Audience {
    /// The words of a configuration.
    pub(super) const WORDS: [(&'static str, Self); 2] =
        [("public", Self::Public), ("private", Self::Private)];

    /// The audience that an answer to a message with this visibility has by itself. What
    /// is not certainly public is private.
    #[must_use]
    pub const fn of(visibility: &Visibility) -> Self {
        if visibility.is_public() { Self::Public } else { Self::Private }
    }

    /// Whether everybody can read it.
    #[must_use]
    pub const fn is_public(self) -> bool {
        matches!(self, Self::Public)
    }
}

impl fmt::Display for Audience {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(match self {
            Self::Public => "public",
            Self::Private => "private",
        })
    }
}
