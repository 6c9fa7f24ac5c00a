//! Why a judgement abstains.

use serde::{Deserialize, Serialize};
use std::fmt;

/// Why a judgement abstains.
///
/// # Example
/// ```
/// use webcare::judgement::Abstention;
///
/// assert_eq!(Abstention::NoEvidence.to_string(), "nothing in it tells");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum Abstention {
    /// There is too little text, or none.
    TooShort,
    /// It is in a language that is not judged.
    OtherLanguage,
    /// Nothing in it tells.
    NoEvidence,
    /// An answer was found, but with less confidence than the host asks for.
    Unsure,
    /// It is our own message: these are never judged.
    OwnMessage,
}

impl fmt::Display for Abstention {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(match self {
            Self::TooShort => "too little text",
            Self::OtherLanguage => "in a language that is not judged",
            Self::NoEvidence => "nothing in it tells",
            Self::Unsure => "less sure than was asked for",
            Self::OwnMessage => "our own message",
        })
    }
}
