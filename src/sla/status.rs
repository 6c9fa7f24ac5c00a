//! Where a deadline stands.

use serde::{Deserialize, Serialize};
use std::fmt;

/// Where a deadline stands.
///
/// # Example
/// ```
/// use webcare::sla::Status;
///
/// assert!(Status::Breaching.is_open() && Status::Breaching.is_late());
/// assert!(!Status::Breached.is_open() && Status::Breached.is_late());
/// assert_eq!(Status::NotApplicable.to_string(), "not_applicable");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum Status {
    /// Nothing is promised; see [`Reason`](super::Reason).
    NotApplicable,
    /// It runs, and there is time.
    Pending,
    /// It runs, and there is little time: see [`Warning`](super::Warning).
    Imminent,
    /// It stands still, and there was time when it stopped.
    Paused,
    /// It is not done, and the time is over.
    Breaching,
    /// Done in time.
    Achieved,
    /// Done late, or resolved without an answer when it was late already.
    Breached,
    /// Resolved without an answer while there was time.
    Cancelled,
}

impl Status {
    /// Whether something is still to be done.
    #[must_use]
    pub const fn is_open(self) -> bool {
        matches!(self, Self::Pending | Self::Imminent | Self::Paused | Self::Breaching)
    }

    /// Whether the time was over before it was done.
    #[must_use]
    pub const fn is_late(self) -> bool {
        matches!(self, Self::Breaching | Self::Breached)
    }

    /// The word used in output, for instance `"pending"`.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::NotApplicable => "not_applicable",
            Self::Pending => "pending",
            Self::Imminent => "imminent",
            Self::Paused => "paused",
            Self::Breaching => "breaching",
            Self::Achieved => "achieved",
            Self::Breached => "breached",
            Self::Cancelled => "cancelled",
        }
    }
}

impl fmt::Display for Status {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.as_str())
    }
}
