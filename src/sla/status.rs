//! Where a deadline stands.

use serde::{Deserialize, Serialize};
use std::fmt;

/// Where a deadline stands.
///
/// # Example
/// ```
/// use webcare::sla::Status;
///
/// assert!(Status::Breached.is_open() && Status::Breached.is_late());
/// assert!(!Status::Missed.is_open() && Status::Missed.is_late());
/// assert_eq!(Status::OnTrack.to_string(), "on_track");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum Status {
    /// It runs, and there is time.
    OnTrack,
    /// It runs, and there is little time: see [`AtRisk`](super::AtRisk).
    AtRisk,
    /// It runs, and the time is over.
    Breached,
    /// Answered in time.
    Met,
    /// Answered late, or resolved without an answer when it was late already.
    Missed,
    /// Resolved without an answer while there was time.
    Cancelled,
}

impl Status {
    /// Whether something is still to be done.
    #[must_use]
    pub const fn is_open(self) -> bool {
        matches!(self, Self::OnTrack | Self::AtRisk | Self::Breached)
    }

    /// Whether the time was over before it was done.
    #[must_use]
    pub const fn is_late(self) -> bool {
        matches!(self, Self::Breached | Self::Missed)
    }

    /// The word used in output, for instance `"on_track"`.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::OnTrack => "on_track",
            Self::AtRisk => "at_risk",
            Self::Breached => "breached",
            Self::Met => "met",
            Self::Missed => "missed",
            Self::Cancelled => "cancelled",
        }
    }
}

impl fmt::Display for Status {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.as_str())
    }
}
