//! What the agent has to do with a message.

use serde::{Deserialize, Serialize};
use std::fmt;

/// The one thing an agent has to do with a message.
///
/// # Example
/// ```
/// use webcare::classify::Intent;
///
/// assert_eq!(Intent::Complaint.as_str(), "complaint");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum Intent {
    /// An expectation was broken; dissatisfaction is expressed, with or without a question.
    Complaint,
    /// Asks for information or help without expressing dissatisfaction.
    Question,
    /// Praise or thanks.
    Compliment,
    /// Proposes an improvement, without dissatisfaction dominating.
    Suggestion,
    /// None of these: discussion, news, jokes, advertising, spam, greetings.
    Other,
}

impl Intent {
    /// All intents.
    pub const ALL: [Self; 5] =
        [Self::Complaint, Self::Question, Self::Compliment, Self::Suggestion, Self::Other];

    /// The word used in configuration and output.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Complaint => "complaint",
            Self::Question => "question",
            Self::Compliment => "compliment",
            Self::Suggestion => "suggestion",
            Self::Other => "other",
        }
    }
}

impl fmt::Display for Intent {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.as_str())
    }
}
