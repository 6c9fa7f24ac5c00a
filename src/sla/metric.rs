//! What is measured.

use serde::{Deserialize, Serialize};
use std::fmt;

/// What is measured.
///
/// # Example
/// ```
/// use webcare::sla::Metric;
///
/// assert_eq!(Metric::FirstResponse.to_string(), "first_response");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum Metric {
    /// From the first message of the customer to the first answer. Once in a case.
    FirstResponse,
    /// From the oldest message that was left unanswered to the next answer. Again for
    /// each time the customer writes after an answer.
    NextResponse,
}

impl Metric {
    /// The word used in configuration and output, for instance `"first_response"`.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::FirstResponse => "first_response",
            Self::NextResponse => "next_response",
        }
    }
}

impl fmt::Display for Metric {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.as_str())
    }
}
