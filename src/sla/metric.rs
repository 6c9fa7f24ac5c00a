//! What is measured.

use super::pause::Pause;
use crate::case;
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
    /// From an answer of ours to the next one, whether the customer writes or not, as long
    /// as the case is not resolved. Stands still while we wait for the customer.
    PeriodicUpdate,
    /// From the first message of the customer to the first time the case was resolved.
    /// Stands still while we wait for the customer.
    FirstResolution,
    /// The same to the last time it was resolved: it runs on where the case is opened
    /// again. The time in which it was resolved does not count.
    TotalResolution,
    /// How long the case waited for us until it was resolved: while it was new or open.
    WaitingOnUs,
    /// How long it waited for the customer until it was resolved.
    WaitingOnCustomer,
    /// How long one queue had it: from each assignment until another queue has it or it is
    /// resolved. Runs while the queue waits for the customer too, unless the policy says
    /// otherwise.
    Ownership,
    /// From a promise of ours to the answer that keeps it.
    Promise,
}

impl Metric {
    /// All, in the order in which they are told.
    pub const ALL: [Self; 9] = [
        Self::FirstResponse,
        Self::NextResponse,
        Self::PeriodicUpdate,
        Self::FirstResolution,
        Self::TotalResolution,
        Self::WaitingOnUs,
        Self::WaitingOnCustomer,
        Self::Ownership,
        Self::Promise,
    ];

    /// The word used in configuration and output, for instance `"first_response"`.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::FirstResponse => "first_response",
            Self::NextResponse => "next_response",
            Self::PeriodicUpdate => "periodic_update",
            Self::FirstResolution => "first_resolution",
            Self::TotalResolution => "total_resolution",
            Self::WaitingOnUs => "waiting_on_us",
            Self::WaitingOnCustomer => "waiting_on_customer",
            Self::Ownership => "ownership",
            Self::Promise => "promise",
        }
    }

    /// In which statuses of the case it stands still where the policy does not say.
    pub(super) fn usual_pause(self) -> Pause {
        use case::Status::{New, Open, WaitingOnCustomer, WaitingOnThirdParty};
        match self {
            Self::FirstResponse | Self::NextResponse | Self::Ownership | Self::Promise => {
                Pause::default()
            }
            Self::PeriodicUpdate | Self::FirstResolution | Self::TotalResolution => {
                Pause::of(&[WaitingOnCustomer])
            }
            Self::WaitingOnUs => Pause::of(&[WaitingOnCustomer, WaitingOnThirdParty]),
            Self::WaitingOnCustomer => Pause::of(&[New, Open, WaitingOnThirdParty]),
        }
    }

    /// Its place among [`ALL`](Self::ALL).
    pub(super) const fn index(self) -> usize {
        self as usize
    }
}

impl fmt::Display for Metric {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.as_str())
    }
}
