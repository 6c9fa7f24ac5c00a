//! How a case ended.

use super::CaseId;
use serde::{Deserialize, Serialize};
use std::fmt;

/// How a case ended: the one outcome that is recorded.
///
/// # Example
/// ```
/// use webcare::case::Resolution;
///
/// let left = Resolution::NoAnswerNeeded { reason: "venting, nothing asked".to_owned() };
/// assert_eq!(left.as_str(), "no_answer_needed");
/// assert_eq!(left.to_string(), "no answer needed: venting, nothing asked");
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "outcome", rename_all = "snake_case")]
#[non_exhaustive]
pub enum Resolution {
    /// Answered where it was asked.
    Answered,
    /// Answered in private.
    AnsweredPrivately,
    /// Given to somebody else, who answers.
    Forwarded {
        /// To whom.
        to: String,
    },
    /// It needed no answer.
    NoAnswerNeeded {
        /// Why.
        reason: String,
    },
    /// Spam.
    Spam,
    /// The same as another case.
    Duplicate {
        /// That case.
        of: CaseId,
    },
}

impl Resolution {
    /// The words of all outcomes.
    pub(super) const WORDS: [&'static str; 6] =
        ["answered", "answered_privately", "forwarded", "no_answer_needed", "spam", "duplicate"];

    /// The word used in data, for instance `"answered"`.
    #[must_use]
    pub const fn as_str(&self) -> &'static str {
        match self {
            Self::Answered => "answered",
            Self::AnsweredPrivately => "answered_privately",
            Self::Forwarded { .. } => "forwarded",
            Self::NoAnswerNeeded { .. } => "no_answer_needed",
            Self::Spam => "spam",
            Self::Duplicate { .. } => "duplicate",
        }
    }

    /// Whether it says that the customer got an answer of ours.
    #[must_use]
    pub const fn is_answer(&self) -> bool {
        matches!(self, Self::Answered | Self::AnsweredPrivately)
    }

    pub(super) fn contradiction(&self) -> Option<String> {
        let (text, what) = match self {
            Self::Forwarded { to } => (to, "says to whom"),
            Self::NoAnswerNeeded { reason } => (reason, "says why"),
            _ => return None,
        };
        let word = self.as_str();
        text.trim().is_empty().then(|| format!("the outcome \"{word}\" {what}, found nothing"))
    }

    pub(super) fn forget(&mut self) {
        if let Self::NoAnswerNeeded { reason } = self {
            super::redaction::GONE.clone_into(reason);
        }
    }
}

impl fmt::Display for Resolution {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Answered => f.write_str("answered"),
            Self::AnsweredPrivately => f.write_str("answered privately"),
            Self::Forwarded { to } => write!(f, "forwarded to {to}"),
            Self::NoAnswerNeeded { reason } => write!(f, "no answer needed: {reason}"),
            Self::Spam => f.write_str("spam"),
            Self::Duplicate { of } => write!(f, "a duplicate of {of}"),
        }
    }
}
