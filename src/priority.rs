//! How soon a mention is to be handled: the one word that routing, cases and service
//! levels share.

use serde::{Deserialize, Serialize};
use std::fmt;

/// How soon a mention is to be handled.
///
/// Routing sets it, once, from urgency and rules; service levels read it. It orders
/// from [`Low`](Self::Low) to [`Urgent`](Self::Urgent).
///
/// # Example
/// ```
/// use webcare::Priority;
///
/// assert!(Priority::Urgent > Priority::High);
/// assert_eq!(serde_json::to_string(&Priority::Normal)?, r#""normal""#);
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize,
)]
#[serde(rename_all = "snake_case")]
pub enum Priority {
    /// It can wait without harm: thanks, jokes, suggestions.
    Low,
    /// The usual norm is fine.
    #[default]
    Normal,
    /// The customer is stuck now or loses something today.
    High,
    /// Minutes count.
    Urgent,
}

impl Priority {
    /// All priorities, lowest first.
    pub const ALL: [Self; 4] = [Self::Low, Self::Normal, Self::High, Self::Urgent];

    /// The word used in configuration and output, for instance `"urgent"`.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Low => "low",
            Self::Normal => "normal",
            Self::High => "high",
            Self::Urgent => "urgent",
        }
    }
}

impl fmt::Display for Priority {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.as_str())
    }
}
