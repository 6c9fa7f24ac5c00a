//! Where a case stands.

use serde::{Deserialize, Serialize};
use std::fmt;

/// Where a case stands.
///
/// It follows from the log. A case is new until an agent takes it up or somebody answers;
/// then it is open, until the log says otherwise. A message of the customer opens again
/// what waited for the customer or was resolved, unless it is thanks alone.
///
/// # Example
/// ```
/// use webcare::case::Status;
///
/// assert!(Status::Open.is_active());
/// assert!(!Status::Resolved.is_active());
/// assert_eq!(Status::WaitingOnCustomer.as_str(), "waiting_on_customer");
/// ```
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize,
)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum Status {
    /// Nobody has taken it up.
    #[default]
    New,
    /// Somebody is at work on it.
    Open,
    /// The customer has to do something first.
    WaitingOnCustomer,
    /// Another organisation has to do something first.
    WaitingOnThirdParty,
    /// Nothing is owed any more, answered or not.
    Resolved,
}

impl Status {
    /// All, in the order in which a case usually passes through them.
    pub const ALL: [Self; 5] =
        [Self::New, Self::Open, Self::WaitingOnCustomer, Self::WaitingOnThirdParty, Self::Resolved];

    /// The word used in data, for instance `"open"`.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::New => "new",
            Self::Open => "open",
            Self::WaitingOnCustomer => "waiting_on_customer",
            Self::WaitingOnThirdParty => "waiting_on_third_party",
            Self::Resolved => "resolved",
        }
    }

    /// Whether something can still be owed.
    #[must_use]
    pub const fn is_active(self) -> bool {
        !matches!(self, Self::Resolved)
    }

    /// The status of that word, if this version knows it.
    pub(super) fn known(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|status| status.as_str() == word)
    }
}

impl fmt::Display for Status {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.as_str())
    }
}

#[cfg(test)]
mod tests {
    use super::Status;

    #[test]
    fn words_and_serde_agree() {
        for status in Status::ALL {
            let json = serde_json::to_string(&status).unwrap();
            assert_eq!(json, format!("\"{status}\""));
            assert_eq!(Status::known(status.as_str()), Some(status));
        }
        assert_eq!(Status::known("asleep"), None);
    }
}
